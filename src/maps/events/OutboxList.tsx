import { useCity } from '#city/CityContext.ts'
import { useNow } from '#city/useNow.ts'
import { parseTime } from '#core/model/parseTime.ts'
import { isWaiting, type OutboxEntry } from '#feeds/actions/outboxStore.ts'
import { formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge, type BadgeTone } from '#ui/Badge.tsx'
import { Button } from '#ui/Button.tsx'
import { State } from '#ui/State.tsx'
import { feedTitle } from '#views/facts/featureName.ts'
import { pickFeature } from '#views/facts/pickFeature.ts'
import { valueWord } from '#views/facts/propertyWord.ts'
import { verbWord } from './caseWords'
import { deskAction } from './deskAction'
import { useOutbox } from './deskOutbox'
import styles from './Outbox.module.css'

interface Props {
  /** The user goes to a feature: the list is to close. */
  readonly onLeave: () => void
}

/** Every action of this browser that is still listed, newest first: what became of it, why, and what can be done. */
export function OutboxList({ onLeave }: Props) {
  const { t } = useWords()
  const { view } = useOutbox()
  if (view.entries.length === 0) {
    return (
      <State kind="empty" title={t('desk.outbox.empty')}>
        {t('desk.outbox.emptyWhy')}
      </State>
    )
  }
  return (
    <div className={styles.list}>
      {!view.lasting && <p className={styles.quiet}>{t('desk.outbox.notLasting')}</p>}
      <table className={styles.table}>
        <thead>
          <tr>
            {(['verb', 'feature', 'asked', 'state', 'does'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`desk.outbox.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.entries.toReversed().map((entry) => (
            <OutboxRow key={entry.action.id} entry={entry} onLeave={onLeave} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const TONES: Record<OutboxEntry['state'], BadgeTone> = {
  queued: 'warn',
  sending: 'unknown',
  accepted: 'good',
  refused: 'bad',
}

function OutboxRow({ entry, onLeave }: { readonly entry: OutboxEntry } & Props) {
  const { catalog, engine, now } = useCity()
  const { t, language, say } = useWords()
  const { outbox } = useOutbox()
  const moment = useNow()
  const { action, state, attempts, problem } = entry
  const { id, feed, feature, verb, unit, note, to, by, at } = action
  const asked = parseTime(at)

  async function go() {
    const detail = await engine.find(feed, feature)
    if (!detail) return
    pickFeature(detail)
    onLeave()
  }

  /** A refusal stands: asking again is another action. */
  function askAgain() {
    outbox.submit(deskAction({ feed, feature, verb, unit, note, to, by }, now()))
    outbox.discard(id)
  }

  return (
    <tr>
      <td>
        {verbWord(verb, t)}
        {unit && <span className={styles.quiet}> {valueWord(unit, language)}</span>}
        {to && <span className={styles.quiet}> {valueWord(to, language)}</span>}
        {note && <span className={styles.note}>{note}</span>}
      </td>
      <td>
        <button type="button" className={styles.go} onClick={() => void go()}>
          {feature}
        </button>
        <span className={styles.note}>{say(feedTitle(catalog, feed))}</span>
      </td>
      <td>
        {asked === null ? '—' : formatTime(asked, language, moment)}
        <span className={styles.note}>{by}</span>
      </td>
      <td>
        <Badge tone={TONES[state]}>{t(`desk.outbox.state.${state}`)}</Badge>
        {attempts > 0 && isWaiting(entry) && (
          <span className={styles.quiet}> {t('desk.outbox.attempts', { count: attempts })}</span>
        )}
        {problem && <span className={styles.note}>{say(problem)}</span>}
      </td>
      <td>
        <span className={styles.does}>
          {state === 'queued' && <Button onClick={outbox.wake}>{t('desk.outbox.retry')}</Button>}
          {state === 'refused' && (
            <>
              <Button onClick={askAgain}>{t('desk.outbox.again')}</Button>
              <Button quiet onClick={() => outbox.discard(id)}>
                {t('desk.outbox.discard')}
              </Button>
            </>
          )}
        </span>
      </td>
    </tr>
  )
}
