import { useCity } from '#city/CityContext.ts'
import { useAnswer } from '#city/useAnswer.ts'
import { useFeeds } from '#city/useFeed.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { useFeedStanding } from '#views/cards/useFeedStanding.ts'
import { known, type LoopFact, PENDING } from '#views/parts/loop.ts'
import { refusedWarnings } from '#views/warnings/refusedWarnings.ts'

/**
 * Warnings in force in the whole city, those that were refused, and alarms in scope that nobody has muted. That there are
 * none is said only of a source that can be read and was understood.
 */
export function useWarned(feed: string): LoopFact {
  const { t, language } = useWords()
  const { catalog } = useCity()
  const scope = useView((view) => view.scope)
  const devices = catalog.feeds.filter(({ record, rules }) => record === 'device' && rules).map(({ id }) => id)
  const warnings = useAnswer({
    feeds: [feed],
    key: ['loop-warnings', feed],
    ask: (engine) => engine.warningsInForce({ feed, inside: [] }),
  }).answer
  const alarms = useAnswer({
    feeds: devices,
    topics: ['alarms'],
    key: ['loop-alarms', scope],
    ask: (engine) => engine.alarms({ scope, limit: 0 }),
  }).answer
  const unheard = useFeeds(devices).some(({ data }) => !data)
  const { reading, fault } = useFeedStanding(feed)
  if (!reading && fault) return known(t('loop.warningsUnread'), true)
  if (!reading || !warnings || !alarms) return PENDING
  const count = (value: number) => formatNumber(value, language)
  const [inForce, standing] = [warnings.inForce.length, alarms.total - alarms.muted]
  const { unclear, count: refused } = refusedWarnings(reading.report)
  const pressing = inForce + standing + unclear.length > 0 || fault !== null
  const figures = { warnings: count(inForce), refused: count(refused) }
  // Of a city without devices it is not said that none of them alarms.
  const alarm = devices.length > 0 ? [t('loop.alarms', { alarms: unheard ? '—' : count(standing) })] : []
  const say = (words: string, whatever = false) => known([words, ...alarm].join(' · '), pressing, whatever)
  if (refused > 0) return say(t(inForce > 0 ? 'loop.warnedSome' : 'loop.warnedUnclear', figures), true)
  return say(fault && inForce === 0 ? t('loop.warnedFailing') : t('loop.warned', figures))
}
