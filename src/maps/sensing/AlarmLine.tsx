import { useCity } from '#city/CityContext.ts'
import type { AlarmRule } from '#core/model/feedDefinitions.ts'
import type { AlarmLine as Line } from '#engine/devices/alarmVerbs.ts'
import { formatSpan } from '#i18n/formatSpan.ts'
import { formatWhen } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { HeadLine } from '#ui/LineList.tsx'
import { Sparkline } from '#ui/Sparkline.tsx'
import { listedName } from '#views/facts/featureName.ts'
import { useOpenFeature } from '#views/facts/useOpenFeature.ts'
import { LevelWord } from '#views/layers/LevelWord.tsx'
import { AlarmActions } from './AlarmActions'
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
  const { catalog } = useCity()
  const open = useOpenFeature()
  const rules = catalog.feeds.find(({ id }) => id === line.feed)?.rules ?? NO_RULES
  const name = listedName({ ...line, id: line.device }, language)
  const title = ruleTitle(line, rules, words)

  const { mapId } = line
  return (
    <HeadLine
      mark={<LevelWord level={line.level} />}
      name={name}
      end={t('sensing.alarms.lasting', { span: formatSpan(now - line.since, language) })}
      strong={line.acknowledgedAt === null}
      faint={line.mutedUntil !== null}
      onOpen={mapId === null ? undefined : () => open(line.feed, mapId)}
    >
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
    </HeadLine>
  )
}
