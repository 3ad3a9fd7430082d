import { useCity } from '#city/CityContext.ts'
import { useAnswer } from '#city/useAnswer.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { known, type LoopFact, PENDING } from '#views/parts/loop.ts'

/** Warnings in force in the whole city, and alarms in scope that nobody has muted. */
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
  if (!warnings || !alarms) return PENDING
  const count = (value: number) => formatNumber(value, language)
  const [inForce, standing] = [warnings.inForce.length, alarms.total - alarms.muted]
  return known(t('loop.warned', { warnings: count(inForce), alarms: count(standing) }), inForce + standing > 0)
}
