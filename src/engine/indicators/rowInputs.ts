import type { CatalogFeed } from '#catalog/schema.ts'
import { type EvaluationMemory, evaluationMemory } from '#core/indicators/evaluationMemory.ts'
import { overriddenIndicators } from '#core/indicators/overrides.ts'
import type { EvaluateInput, ParameterOverride } from '#core/model/evaluation.ts'
import type { EngineContext, OpenCity } from '../EngineContext'
import type { WorldView } from '../world/worldView'
import { feedsByRow } from './feedsByRow'

interface RowsWanted {
  readonly scope: string | null
  readonly only?: readonly string[] | undefined
  readonly overrides?: readonly ParameterOverride[] | undefined
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

  const feedsWanted = ({ only, overrides }: Omit<RowsWanted, 'scope'>): readonly CatalogFeed[] => {
    const { catalog, standard, feedsByIndicator } = context.city()
    const indicators = [...overriddenIndicators({ indicators: catalog.indicators, overrides }).values()]
    const byRow = overrides?.length ? feedsByRow({ ...catalog, indicators }, standard) : feedsByIndicator
    const wanted = new Set((only ?? Object.keys(byRow)).flatMap((row) => byRow[row] ?? []))
    return catalog.feeds.filter((feed) => wanted.has(feed.id))
  }

  return {
    inputOf(view, { scope, only, overrides }) {
      const { catalog, standard } = context.city()
      const { indicators, scopes } = catalog
      const feeds = view.evaluable(feedsWanted({ only, overrides }))
      return { standard, indicators, scopes, feeds, scope, bounds: catalog.city.bounds, only, overrides }
    },
    memoryOf(city) {
      if (remembered?.city !== city) remembered = { city, memory: evaluationMemory() }
      return remembered.memory
    },
  }
}
