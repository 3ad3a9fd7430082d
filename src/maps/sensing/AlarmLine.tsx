import { useCity } from '#city/CityContext.ts'
import type { AlarmRule } from '#core/model/feedDefinitions.ts'
import type { AlarmLine as Line } from '#engine/devices/alarmVerbs.ts'
import { formatSpan } from '#i18n/formatSpan.ts'
import { formatWhen } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { Sparkline } from '#ui/Sparkline.tsx'
import { pickFeature } from '#views/facts/pickFeature.ts'
import { AlarmActions } from './AlarmActions'
import { AlarmLevelWord } from './AlarmLevelWord'
import styles from './Alarms.module.css'
import { breachWords, ruleTitle } from './alarmWords'

interface Props {
  readonly line: Line
  readonly now: number
  /** A hand is there: the alarm can be acknowledged and muted. */
  readonly hands: boolean
}

const NO_RULES: readonly AlarmRule[] = []

/** One reading is no course. */
const isCourse = (trail: Line['trail']): boolean => trail.filter((value) => value !== null).length > 1

/** One standing alarm: level, device, the rule with value and limit, for how long. A click brings the map to the device. */
export function AlarmLine({ line, now, hands }: Props) {
  const words = useWords()
  const { t, language } = words
  const { catalog, engine } = useCity()
  const rules = catalog.feeds.find(({ id }) => id === line.feed)?.rules ?? NO_RULES
  const name = (language === 'en' ? line.nameEn : null) ?? line.name ?? line.device
  const title = ruleTitle(line, rules, words)

  async function open() {
    if (line.mapId === null) return
    const detail = await engine.feature(line.feed, line.mapId)
    if (detail) pickFeature(detail)
  }

  return (
    <li className={styles.alarm} data-muted={line.mutedUntil !== null} data-noted={line.acknowledgedAt !== null}>
      <button type="button" className={styles.head} onClick={() => void open()} disabled={line.mapId === null}>
        <AlarmLevelWord level={line.level} />
        <span className={styles.name}>{name}</span>
        <span className={styles.time}>
          {t('sensing.alarms.lasting', { span: formatSpan(now - line.since, language) })}
        </span>
      </button>
      <div className={styles.rest}>
        <p className={styles.breach}>
          <span className={styles.rule}>{title}</span> {breachWords(line, line.unit, rules, now, words)}
        </p>
        {hands && isCourse(line.trail) && <Sparkline values={line.trail} label={t('sensing.alarms.trail')} />}
      </div>
      <div className={styles.foot}>
        <p className={styles.standing}>
          <span>
            {line.acknowledgedAt === null
              ? t('sensing.alarms.isNew')
              : t('sensing.alarms.acknowledged', { time: formatWhen(line.acknowledgedAt, language, now) })}
          </span>
          {line.mutedUntil !== null && (
            <span>{t('sensing.alarms.mutedUntil', { time: formatWhen(line.mutedUntil, language, now) })}</span>
          )}
          {line.mapId === null && <span>{t('sensing.alarms.gone', { id: line.device })}</span>}
        </p>
        {hands && <AlarmActions alarm={line} name={name} rule={title} />}
      </div>
    </li>
  )
}
