import { isWaiting, type OutboxEntry } from '#feeds/actions/outboxStore.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge } from '#ui/Badge.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import styles from './Action.module.css'
import { verbWord } from './caseWords'

/** An accepted action is said to be so for this long, milliseconds. */
const SAID_MS = 600_000

interface Props {
  /** Actions on this feature, in the order of asking. */
  readonly entries: readonly OutboxEntry[]
  readonly now: number
  readonly onDiscard: (actionId: string) => void
}

/** What became of the actions on this feature: those on their way, the last that was accepted, and every refusal with its reason. */
export function ActionStatus({ entries, now, onDiscard }: Props) {
  const { t, say } = useWords()
  const waiting = entries.filter(isWaiting)
  const refused = entries.filter(({ state }) => state === 'refused')
  const last = entries.at(-1)
  return (
    <>
      <div className={styles.status} role="status">
        {waiting.map((entry) => (
          <Badge key={entry.action.id} tone="unknown">
            {waitingWords(entry)}
          </Badge>
        ))}
        {last?.state === 'accepted' && now - last.since < SAID_MS && (
          <Badge tone="good">{t('desk.actions.sent', { verb: verbWord(last.action.verb, t) })}</Badge>
        )}
      </div>
      {refused.map(({ action, problem }) => (
        <div key={action.id} className={styles.refusal} role="alert">
          <Badge tone="bad">
            {t('desk.actions.refused', { verb: verbWord(action.verb, t), why: problem ? say(problem) : '' })}
          </Badge>
          <span className={styles.hint}>{t('desk.actions.rolledBack')}</span>
          <IconButton icon="close" label={t('desk.outbox.discard')} hint="none" onClick={() => onDiscard(action.id)} />
        </div>
      ))}
    </>
  )

  function waitingWords({ action, state, attempts, problem }: OutboxEntry): string {
    const verb = verbWord(action.verb, t)
    if (attempts > 0 && problem) return t('desk.actions.waiting', { verb, why: say(problem) })
    return t(state === 'sending' ? 'desk.actions.sending' : 'desk.actions.queued', { verb })
  }
}
