import type { FeatureCollection, Geometry } from 'geojson'
import type { MapDiff } from '#core/model/feature.ts'
import type { DeckPoint } from './deckKind'

/** The points of a feed as deck.gl draws them, changed feature by feature. Other geometries are passed over. */
export interface PointStore {
  /** A new array after every change: deck.gl tells data by identity. */
  points(): readonly DeckPoint[]
  apply(diff: MapDiff): void
}

/** The points of an admitted feed, read from its URL. */
export async function pointsAt(url: string): Promise<PointStore> {
  const response = await fetch(url)
  const collection: FeatureCollection = await response.json()
  return pointStore(collection)
}

export function pointStore({ features }: FeatureCollection): PointStore {
  const byId = new Map<number | string, DeckPoint>()
  let drawn: readonly DeckPoint[] | null = null

  const put = (id: number | string, geometry: Geometry | null, properties: DeckPoint['properties']): void => {
    if (geometry?.type !== 'Point') {
      byId.delete(id)
      return
    }
    const [longitude = 0, latitude = 0] = geometry.coordinates
    byId.set(id, { position: [longitude, latitude], properties })
  }
  for (const [index, { id, geometry, properties }] of features.entries())
    put(id ?? `#${index}`, geometry, properties ?? {})

  return {
    points() {
      drawn ??= [...byId.values()]
      return drawn
    },
    apply({ remove, add, update }) {
      drawn = null
      for (const id of remove) byId.delete(id)
      for (const { id, geometry, properties } of add) if (id !== undefined) put(id, geometry, properties ?? {})
      for (const { id, newGeometry, removeProperties = [], addOrUpdateProperties = [] } of update) {
        const known = byId.get(id)
        const kept = Object.entries(known?.properties ?? {}).filter(([key]) => !removeProperties.includes(key))
        const properties = Object.fromEntries([...kept, ...addOrUpdateProperties.map(({ key, value }) => [key, value])])
        if (newGeometry) put(id, newGeometry, properties)
        else if (known) byId.set(id, { ...known, properties })
      }
    },
  }
}
