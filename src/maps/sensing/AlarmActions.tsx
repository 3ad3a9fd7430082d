import { useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { faultText } from '#city/faultText.ts'
import type { ListedAlarm } from '#core/devices/alarms.ts'
import { useWords } from '#i18n/useWords.ts'
import { useMoment } from '#state/world.ts'
import { Button } from '#ui/Button.tsx'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import styles from './Alarms.module.css'

const HOUR = 3_600_000
const MUTES = [1, 8, 24] as const

interface Props {
  readonly alarm: ListedAlarm
  /** What the device and the rule are called, for those who hear the buttons alone. */
  readonly name: string
  readonly rule: string
}

/** What a desk can do about a standing alarm: take note of it, or keep it quiet for some hours. */
export function AlarmActions({ alarm, name, rule }: Props) {
  const { t } = useWords()
  const { engine } = useCity()
  const past = useMoment() !== null
  const [choosing, setChoosing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  async function act(ask: () => Promise<void>) {
    setBusy(true)
    setFault(null)
    setChoosing(false)
    try {
      await ask()
    } catch (error) {
      setFault(faultText(error))
    } finally {
      setBusy(false)
    }
  }

  // What stood in the past cannot be acted upon.
  if (past) return null
  return (
    <div className={styles.actions}>
      {alarm.acknowledgedAt === null && (
        <Button
          disabled={busy}
          aria-label={t('sensing.alarms.acknowledgeOf', { name, rule })}
          onClick={() => void act(() => engine.acknowledge(alarm.key))}
        >
          {t('sensing.alarms.acknowledge')}
        </Button>
      )}
      {alarm.mutedUntil !== null ? (
        <Button quiet disabled={busy} onClick={() => void act(() => engine.mute(alarm.key, 0))}>
          {t('sensing.alarms.unmute')}
        </Button>
      ) : (
        <Button
          quiet
          disabled={busy}
          aria-expanded={choosing}
          aria-label={t('sensing.alarms.muteOf', { name, rule })}
          onClick={() => setChoosing(!choosing)}
        >
          {t('sensing.alarms.mute')}
        </Button>
      )}
      {choosing &&
        MUTES.map((hours) => (
          <Button key={hours} disabled={busy} onClick={() => void act(() => engine.mute(alarm.key, hours * HOUR))}>
            {t('sensing.alarms.hours', { count: hours })}
          </Button>
        ))}
      {fault !== null && <CardMessage tone="failing">{t('sensing.alarms.failed', { why: fault })}</CardMessage>}
    </div>
  )
}
