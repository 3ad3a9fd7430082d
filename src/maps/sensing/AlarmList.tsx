import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { ALARM_LEVELS } from '#core/model/feedDefinitions.ts'
import type { AlarmsAnswer } from '#engine/devices/alarmVerbs.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { LineList } from '#ui/LineList.tsx'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import { DoorTo } from '#views/doors/DoorTo.tsx'
import type { Door } from '#views/doors/door.ts'
import { LevelWord } from '#views/layers/LevelWord.tsx'
import { AlarmLine } from './AlarmLine'
import styles from './Alarms.module.css'

interface Props {
  readonly answer: AlarmsAnswer
  readonly scope: string | null
  readonly now: number
  readonly hands: boolean
  /** The data may stand as current: of other data it is not said that nothing is in alarm. */
  readonly current: boolean
  /** All of them; undefined where this is the list. */
  readonly door?: Door | undefined
}

/** How many alarms stand of each level, then the alarms themselves; or that there are none, and where. */
export function AlarmList({ answer, scope, now, hands, current, door }: Props) {
  const words = useWords()
  const { t, language } = words
  const city = useCity()
  const { lines, total, unacknowledged, muted, byLevel } = answer
  const figure = (count: number) => formatNumber(count, language)
  if (total === 0) {
    const title = scopeTitle(city, scope, words)
    const none = scope === null ? t('sensing.alarms.none') : t('sensing.alarms.noneIn', { scope: title })
    return <CardMessage tone="quiet">{current ? none : t('cards.emptyNotCurrent', { scope: title })}</CardMessage>
  }
  return (
    <>
      <p className={styles.counts}>
        {ALARM_LEVELS.filter((level) => byLevel[level]).map((level) => (
          <span key={level}>
            <DoorTo door={door}>
              <LevelWord level={level} /> <strong>{figure(byLevel[level] ?? 0)}</strong>
            </DoorTo>
          </span>
        ))}
        <span>
          <DoorTo door={door}>
            {total === muted
              ? t('sensing.alarms.allMuted')
              : t('sensing.alarms.unacknowledged', { count: unacknowledged })}
          </DoorTo>
        </span>
        {muted > 0 && <span>{t('sensing.alarms.muted', { count: muted })}</span>}
      </p>
      <LineList>
        {lines.map((line) => (
          <AlarmLine key={line.key} line={line} now={now} hands={hands} />
        ))}
      </LineList>
      {total > lines.length && (
        <CardMessage tone="quiet">
          <DoorTo door={door}>{t('sensing.alarms.more', { count: total - lines.length })}</DoorTo>
        </CardMessage>
      )}
    </>
  )
}
