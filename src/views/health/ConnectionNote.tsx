import { useCity } from '#city/CityContext.ts'
import { useConnection } from '#city/connections.ts'
import { isUnreadable } from '#feeds/live/channelState.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { sayIn } from '#i18n/sayIn.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge, type BadgeTone } from '#ui/Badge.tsx'
import { Button } from '#ui/Button.tsx'
import styles from './ConnectionNote.module.css'

const TONES: Readonly<Record<string, BadgeTone>> = {
  live: 'good',
  waiting: 'bad',
  connecting: 'warn',
  'catching-up': 'warn',
}

/** How the channel of a live feed stands: received so far, or since when and why it is cut off and when it is tried again. */
export function ConnectionNote({ feed }: { readonly feed: string }) {
  const { t, language } = useWords()
  const { engine } = useCity()
  const state = useConnection(feed)
  if (!state) return null
  const seconds = state.retryAt === null ? null : Math.max(0, Math.ceil((state.retryAt - Date.now()) / 1000))
  const count = (value: number) => formatNumber(value, language)
  return (
    <div className={styles.note}>
      {isUnreadable(state) ? (
        <Badge tone="bad">{t('live.unreadable')}</Badge>
      ) : (
        <Badge tone={TONES[state.kind] ?? 'plain'}>{t(`live.${state.kind}`)}</Badge>
      )}
      {state.reason && <span>{sayIn(state.reason, language)}</span>}
      {state.kind === 'waiting' && seconds !== null && (
        <span>{t('live.retryIn', { seconds, attempt: state.attempt + 1 })}</span>
      )}
      {state.received > 0 && <span>{t('live.received', { count: count(state.received) })}</span>}
      {state.bad > 0 && <span>{t('live.bad', { count: count(state.bad) })}</span>}
      {state.kind === 'waiting' && (
        <Button quiet onClick={() => void engine.reconnect(feed)}>
          {t('live.retryNow')}
        </Button>
      )}
    </div>
  )
}
