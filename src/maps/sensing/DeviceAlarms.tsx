import { useCity } from '#city/CityContext.ts'
import type { DeviceSheet } from '#engine/devices/deviceVerbs.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { formatSpan } from '#i18n/formatSpan.ts'
import { formatWhen } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { featureName } from '#views/facts/featureName.ts'
import { LevelWord } from '#views/layers/LevelWord.tsx'
import { AlarmActions } from './AlarmActions'
import { breachWords, ruleTitle } from './alarmWords'
import styles from './DeviceDetail.module.css'

interface Props {
  readonly detail: FeatureDetail
  readonly sheet: DeviceSheet
  readonly unit: string | null
  readonly now: number
}

/** The alarms that stand on a device, with what can be done, and the last ones that have cleared. */
export function DeviceAlarms({ detail, sheet, unit, now }: Props) {
  const words = useWords()
  const { t, language } = words
  const { catalog } = useCity()
  const rules = catalog.feeds.find(({ id }) => id === detail.feed)?.rules ?? []
  if (rules.length === 0) return null
  const name = featureName(detail, language) ?? detail.id
  return (
    <section className={styles.alarms} aria-label={t('sensing.device.alarms')}>
      <h4>{t('sensing.device.alarms')}</h4>
      {sheet.alarms.length === 0 && <p className={styles.note}>{t('sensing.device.noAlarms')}</p>}
      <ul>
        {sheet.alarms.map((alarm) => (
          <li key={alarm.key}>
            <p className={styles.alarm}>
              <LevelWord level={alarm.level} />
              <span>{ruleTitle(alarm, rules, words)}</span>
              <span className={styles.note}>
                {t('sensing.alarms.lasting', { span: formatSpan(now - alarm.since, language) })}
              </span>
            </p>
            <p className={styles.note}>
              {breachWords(alarm, unit, rules, now, words)}
              {alarm.acknowledgedAt !== null &&
                ` · ${t('sensing.alarms.acknowledged', { time: formatWhen(alarm.acknowledgedAt, language, now) })}`}
              {alarm.mutedUntil !== null &&
                ` · ${t('sensing.alarms.mutedUntil', { time: formatWhen(alarm.mutedUntil, language, now) })}`}
            </p>
            <AlarmActions alarm={alarm} name={name} rule={ruleTitle(alarm, rules, words)} />
          </li>
        ))}
      </ul>
      {sheet.cleared.length > 0 && (
        <details className={styles.cleared}>
          <summary>{t('sensing.device.cleared')}</summary>
          <ul>
            {sheet.cleared.map((alarm) => (
              <li key={`${alarm.rule} ${alarm.raisedAt}`}>
                {ruleTitle(alarm, rules, words)}
                <span className={styles.note}>
                  {t('sensing.device.from', {
                    from: formatWhen(alarm.raisedAt, language, now),
                    to: formatWhen(alarm.clearedAt ?? now, language, now),
                  })}
                  {' · '}
                  {alarm.acknowledgedAt === null
                    ? t('sensing.device.notAcknowledged')
                    : t('sensing.alarms.acknowledged', { time: formatWhen(alarm.acknowledgedAt, language, now) })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
