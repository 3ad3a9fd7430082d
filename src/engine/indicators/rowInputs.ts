import type { CatalogFeed } from '#catalog/schema.ts'
import { type EvaluationMemory, evaluationMemory } from '#core/indicators/evaluationMemory.ts'
import { coveringFeeds } from '#core/indicators/metricFacts.ts'
import { overriddenIndicators } from '#core/indicators/overrides.ts'
import type { EvaluableFeed, EvaluateInput, ParameterOverride } from '#core/model/evaluation.ts'
import { scaledFeed } from '#core/robustness/settingInputs.ts'
import type { EngineContext, OpenCity } from '../EngineContext'
import type { WorldView } from '../world/worldView'
import { feedsByRow } from './feedsByRow'

interface RowsWanted {
  readonly scope: string | null
  readonly only?: readonly string[] | undefined
  readonly overrides?: readonly ParameterOverride[] | undefined
  /** Factor on the radius of the footprints that cover the subjects of the rows; 1 when absent. */
  readonly radius?: number | undefined
}

/** What rows of the standard are computed from. */
export interface RowInputs {
  /** The rows wanted with every feed they need, as the world has them. */
  readonly inputOf: (view: WorldView, wanted: RowsWanted) => EvaluateInput
  /** What was found out about features holds for one catalog, in every world: features are known by their objects. */
  readonly memoryOf: (city: OpenCity) => EvaluationMemory
}

export function rowInputs(context: Pick<EngineContext, 'city'>): RowInputs {
  let remembered: { readonly city: OpenCity; readonly memory: EvaluationMemory } | null = null

  // What was found out about a feature holds for its object: while a question runs in steps they must be the same.
  const scaled = new WeakMap<readonly unknown[], { readonly radius: number; readonly feed: EvaluableFeed }>()
  const atRadius = (feed: EvaluableFeed, radius: number): EvaluableFeed => {
    if ('error' in feed) return feed
    const before = scaled.get(feed.features)
    if (before?.radius === radius && 'features' in before.feed) return { ...feed, features: before.feed.features }
    const made = scaledFeed(feed, radius)
    scaled.set(feed.features, { radius, feed: made })
    return made
  }
  const covering = (wanted: Pick<RowsWanted, 'only' | 'overrides'>): ReadonlySet<string> => {
    const { catalog } = context.city()
    const indicators = overriddenIndicators({ indicators: catalog.indicators, overrides: wanted.overrides })
    const rows = [...indicators.values()].filter(({ id }) => !wanted.only || wanted.only.includes(id))
    return new Set(
      rows.flatMap(({ metrics }) =>
        Object.values(metrics).flatMap((metric) => coveringFeeds(metric).map(([, feed]) => feed)),
      ),
    )
  }

  const feedsWanted = ({ only, overrides }: Omit<RowsWanted, 'scope'>): readonly CatalogFeed[] => {
    const { catalog, standard, feedsByIndicator } = context.city()
    const indicators = [...overriddenIndicators({ indicators: catalog.indicators, overrides }).values()]
    const byRow = overrides?.length ? feedsByRow({ ...catalog, indicators }, standard) : feedsByIndicator
    const wanted = new Set((only ?? Object.keys(byRow)).flatMap((row) => byRow[row] ?? []))
    return catalog.feeds.filter((feed) => wanted.has(feed.id))
  }

  return {
    inputOf(view, { scope, only, overrides, radius = 1 }) {
      if (!(radius > 0 && radius < Number.POSITIVE_INFINITY))
        throw new Error(`radius: expected a factor, found ${radius}`)
      const { catalog, standard } = context.city()
      const { indicators, scopes } = catalog
      const asTheyAre = view.evaluable(feedsWanted({ only, overrides }))
      const named = radius === 1 ? null : covering({ only, overrides })
      const feeds = named
        ? new Map([...asTheyAre].map(([id, feed]) => [id, named.has(id) ? atRadius(feed, radius) : feed]))
        : asTheyAre
      return { standard, indicators, scopes, feeds, scope, bounds: catalog.city.bounds, only, overrides }
    },
    memoryOf(city) {
      if (remembered?.city !== city) remembered = { city, memory: evaluationMemory() }
      return remembered.memory
    },
  }
}
