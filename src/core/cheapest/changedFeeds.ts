import type { Bounds } from '../geo/boundsOf'
import { type CoverShape, coverIndex, coverShapes } from '../geo/coverShape'
import type { EvaluableFeed } from '../model/evaluation'
import type { CityFeature } from '../model/feature'
import type { ChangedFeature, CheapestTask } from './cheapestTask'

/** Which choices are made, by their places. */
export interface Made {
  readonly has: (choice: number) => boolean
}

/** A feature as the choices leave it; null where it is not there. */
export function stateOf({ before, choices, states }: ChangedFeature, made: Made): CityFeature | null {
  let set = 0
  choices.forEach((choice, bit) => {
    if (made.has(choice)) set |= 1 << bit
  })
  return set === 0 ? before : (states[set - 1] ?? before)
}

/** The feeds of a task with choices made; a feed that nothing changes stays the same object. */
export function feedsWith(
  { feeds, features }: Pick<CheapestTask, 'feeds' | 'features'>,
  made: Made,
): Map<string, EvaluableFeed> {
  const changed = new Map<string, Map<string, CityFeature>>()
  for (const feature of features) {
    const state = stateOf(feature, made)
    if (!state || state === feature.before) continue
    const own = changed.get(feature.feed) ?? new Map<string, CityFeature>()
    own.set(state.id, state)
    changed.set(feature.feed, own)
  }
  return new Map(
    feeds.map((feed) => {
      const states = changed.get(feed.id)
      if (!states || 'error' in feed) return [feed.id, feed]
      const there = new Set(feed.features.map(({ id }) => id))
      const features = [
        ...feed.features.map((feature) => states.get(feature.id) ?? feature),
        ...[...states.values()].filter(({ id }) => !there.has(id)),
      ]
      return [feed.id, { ...feed, features }]
    }),
  )
}

/** Finds what reaches a box: features of a feed by what they cover, or by where they are with `metres` round them. */
export function reachIndex<T>(
  entries: readonly { readonly of: T; readonly features: readonly CityFeature[] }[],
  metres: number | null,
): (bounds: Bounds) => readonly T[] {
  const owner = new Map<CoverShape, T>()
  for (const { of, features } of entries) {
    for (const { geometry, footprint } of features) {
      const reach = metres === null ? footprint : { radius: metres * 1.001 + 1, azimuth: null, beamwidth: null }
      for (const shape of coverShapes(geometry, reach) ?? []) owner.set(shape, of)
    }
  }
  const reaching = coverIndex([...owner.keys()])
  return (bounds) => [...new Set(reaching(bounds).map((shape) => owner.get(shape)!))]
}
