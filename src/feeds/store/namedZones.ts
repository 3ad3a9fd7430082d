import type { MultiPolygon, Polygon, Position } from 'geojson'
import { type Bounds, boundsOf } from '#core/geo/boundsOf.ts'
import { insidePolygon } from '#core/geo/inside.ts'
import type { CityFeature, LocalText } from '#core/model/feature.ts'
import { textOf } from '#core/model/values.ts'

interface NamedZone {
  readonly polygon: Polygon | MultiPolygon
  readonly bounds: Bounds
  readonly name: LocalText
}

/** The zones of a feed, by which places are told apart: none where fewer than two have a name. */
const zonesOf = new WeakMap<readonly CityFeature[], readonly NamedZone[]>()

function namedZones(features: readonly CityFeature[]): readonly NamedZone[] {
  const known = zonesOf.get(features)
  if (known) return known
  const named = features.flatMap(({ geometry, properties }): readonly NamedZone[] => {
    const name = textOf(properties.name)
    if (name === null || (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon')) return []
    const en = textOf(properties.name_en) ?? undefined
    return [{ polygon: geometry, bounds: boundsOf(geometry), name: { zh: name, en } }]
  })
  const zones = named.length > 1 ? named : []
  zonesOf.set(features, zones)
  return zones
}

/** Name of the first zone that holds a place, feed by feed; null in none. */
export function zoneAt(feeds: readonly (readonly CityFeature[])[], place: Position): LocalText | null {
  const [x = Number.NaN, y = Number.NaN] = place
  for (const features of feeds) {
    const found = namedZones(features).find(({ polygon, bounds: [west, south, east, north] }) => {
      return x >= west && x <= east && y >= south && y <= north && insidePolygon(place, polygon)
    })
    if (found) return found.name
  }
  return null
}
