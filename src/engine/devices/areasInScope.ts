import type { CityFeature } from '#core/model/feature.ts'
import type { EngineContext } from '../EngineContext'
import type { WorldView } from '../world/worldView'

interface Measured {
  /** The features of the scope's feed that it was measured with. */
  readonly bounds: readonly CityFeature[]
  readonly areas: readonly CityFeature[]
}

/**
 * The areas of a feed in a scope, measured once for one reading of both: what lies in them changes every second, areas
 * hardly ever, and measuring them takes a tenth of a second.
 */
export function areasInScope(
  context: EngineContext,
): (view: WorldView, feed: string, scope: string | null) => readonly CityFeature[] {
  const known = new WeakMap<readonly CityFeature[], Map<string | null, Measured>>()
  return (view, feed, scope) => {
    const features = view.features(feed)
    const definition = context.city().catalog.scopes.find(({ id }) => id === scope)
    if (!definition) return features
    const bounds = view.features(definition.feed)
    const scopes = known.get(features) ?? new Map<string | null, Measured>()
    known.set(features, scopes)
    const measured = scopes.get(scope)
    if (measured?.bounds === bounds) return measured.areas
    const areas = features.filter(view.filterOf(undefined, scope))
    scopes.set(scope, { bounds, areas })
    return areas
  }
}
