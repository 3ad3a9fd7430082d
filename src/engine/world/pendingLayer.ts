import type { Catalog } from '#catalog/schema.ts'
import { type PendingAction, withPending } from '#core/cases/withPending.ts'
import type { CityFeature } from '#core/model/feature.ts'
import { featureEditor } from './editFeature'

/** Features as they will be once the actions under way are done, over features as their feeds say. */
export interface PendingLayer {
  /** Takes the actions under way now; answers the ids of features that are to be laid anew, by feed. */
  set(pending: readonly PendingAction[]): ReadonlyMap<string, ReadonlySet<string>>
  /** A feature as its feed says it (kept, to lay it anew), with what is under way. */
  lay(feed: string, said: CityFeature, now: number): CityFeature
  /** As its feed last said it; null where nothing is under way for it. */
  said(feed: string, id: string): CityFeature | null
  gone(feed: string, id: string): void
  /** Features with something under way, by feed. */
  underWay(): ReadonlyMap<string, ReadonlyMap<string, readonly PendingAction[]>>
}

/** What is under way becomes a patch, made as any other edit is. */
export function pendingLayer(catalog: () => Catalog | null): PendingLayer {
  let byFeed = new Map<string, Map<string, PendingAction[]>>()
  const bases = new Map<string, Map<string, CityFeature>>()
  const said = (feed: string, id: string) => bases.get(feed)?.get(id) ?? null

  const patched = (feedId: string, feature: CityFeature, properties: CityFeature['properties']): CityFeature => {
    const city = catalog()?.city
    const feed = catalog()?.feeds.find(({ id }) => id === feedId)
    if (!city || !feed) return feature
    const same = () => feature
    const edit = featureEditor(feed, city, { known: same, former: same, taken: () => false })
    const patch = Object.fromEntries(
      Object.entries(properties).filter(([name, value]) => value !== feature.properties[name]),
    )
    const edited = edit({ feed: feedId, id: feature.id, patch })
    return (edited.ok && edited.feature) || feature
  }

  return {
    set(pending) {
      const before = byFeed
      byFeed = new Map()
      for (const one of pending) {
        const { feed, feature } = one.action
        const features = byFeed.get(feed) ?? new Map<string, PendingAction[]>()
        byFeed.set(feed, features)
        features.set(feature, [...(features.get(feature) ?? []), one])
      }
      const affected = new Map<string, Set<string>>()
      for (const state of [before, byFeed]) {
        for (const [feed, features] of state) {
          affected.set(feed, new Set([...(affected.get(feed) ?? []), ...features.keys()]))
        }
      }
      return affected
    },
    lay(feed, feature, now) {
      const pending = byFeed.get(feed)?.get(feature.id)
      if (!pending) {
        bases.get(feed)?.delete(feature.id)
        return feature
      }
      const known = bases.get(feed) ?? new Map<string, CityFeature>()
      bases.set(feed, known.set(feature.id, feature))
      const properties = withPending(feature.properties, pending, now)
      return properties === feature.properties ? feature : patched(feed, feature, properties)
    },
    said,
    gone: (feed, id) => void bases.get(feed)?.delete(id),
    underWay: () => byFeed,
  }
}
