import { isWaiting, type OutboxEntry } from '#feeds/actions/outboxStore.ts'
import { formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge } from '#ui/Badge.tsx'
import { valueWord } from '#views/facts/propertyWord.ts'
import styles from './CaseDetail.module.css'
import { caseEvents, type ShownEvent } from './caseEvents'
import { verbWord } from './caseWords'

interface Props {
  readonly history: unknown
  readonly returned: number
  readonly entries: readonly OutboxEntry[]
  readonly now: number
}

/** All that happened to a case, newest first: who, when, why; what is not yet sent stands on top and says so. */
export function CaseHistory({ history, returned, entries, now }: Props) {
  const { t } = useWords()
  const stateOf = (id: string | null) => entries.find(({ action }) => action.id === id)?.state
  // A refused action is taken back before the feed is heard again.
  const events = caseEvents(history).filter(({ pending }) => stateOf(pending) !== 'refused')
  return (
    <section className={styles.history} aria-label={t('desk.history.title')}>
      <div className={styles.headed}>
        <h4 className={styles.heading}>{t('desk.history.title')}</h4>
        {returned > 0 && <Badge tone="warn">{t('desk.history.returned', { count: returned })}</Badge>}
      </div>
      {events.length === 0 && <p className={styles.caption}>{t('desk.history.none')}</p>}
      <ol className={styles.events}>
        {events.map((event, index) => (
          <Event
            key={event.pending ?? `${events.length - index}`}
            event={event}
            entry={entries.find(({ action }) => action.id === event.pending)}
            now={now}
          />
        ))}
      </ol>
    </section>
  )
}

interface EventProps {
  readonly event: ShownEvent
  readonly entry: OutboxEntry | undefined
  readonly now: number
}

function Event({ event, entry, now }: EventProps) {
  const { t, language } = useWords()
  const { at, verb, backTo, unit, by, note, pending } = event
  return (
    <li className={styles.event} data-pending={pending !== null}>
      {at === null ? (
        <span>—</span>
      ) : (
        <time dateTime={new Date(at).toISOString()}>{formatTime(at, language, now)}</time>
      )}
      <span className={styles.what}>
        <span>
          {verbWord(verb, t)}
          {backTo !== null && ` → ${valueWord(backTo, language)}`}
        </span>
        {unit !== null && <span className={styles.who}>{valueWord(unit, language)}</span>}
        {by !== null && <span className={styles.who}>{t('desk.history.by', { by: valueWord(by, language) })}</span>}
        {pending !== null && <Badge tone="unknown">{t(`desk.pending.${pendingState(entry)}`)}</Badge>}
      </span>
      {note !== null && <span className={styles.words}>{valueWord(note, language)}</span>}
    </li>
  )
}

/** How far a pending event is; one that failed to go out waits for the line. */
function pendingState(entry: OutboxEntry | undefined): 'queued' | 'offline' | 'sending' | 'accepted' {
  if (!entry) return 'queued'
  if (!isWaiting(entry)) return 'accepted'
  if (entry.state === 'sending') return 'sending'
  return entry.attempts > 0 ? 'offline' : 'queued'
}
