import Flatbush from 'flatbush'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { boundsOf } from '../../geo/boundsOf'
import { insidePolygon } from '../../geo/inside'
import { coverByPolygons } from '../../geo/sheets/coverByPolygons'
import { subjectOf } from '../../indicators/knownShapes'
import type { CityFeature, LocalText } from '../../model/feature'
import { localName } from '../../model/shownName'

export interface PlacedFeature {
  readonly feed: string
  readonly at: Position
}

/** Places by where they stand. */
export interface PlaceIndex {
  /** Indexes of those inside an area. */
  readonly inside: (area: Polygon | MultiPolygon) => readonly number[]
  /** How many of these there are, by feed. */
  readonly count: (indexes: Iterable<number>) => Readonly<Record<string, number>>
}

export function placeIndex(places: readonly PlacedFeature[]): PlaceIndex {
  const tree = places.length > 0 ? new Flatbush(places.length) : null
  for (const { at } of places) tree?.add(at[0]!, at[1]!)
  tree?.finish()
  return {
    inside: (area) => (tree?.search(...boundsOf(area)) ?? []).filter((index) => insidePolygon(places[index]!.at, area)),
    count(indexes) {
      const counts: Record<string, number> = {}
      for (const index of indexes) {
        const { feed } = places[index]!
        counts[feed] = (counts[feed] ?? 0) + 1
      }
      return counts
    },
  }
}

/** Less than this share of a gap in a town is its edge. */
const EDGE = 1e-3

/** Names of the towns in which something lies: with ground, or by where it stands. */
export function townsOf(towns: readonly CityFeature[]): (open: CityFeature, at: Position) => readonly LocalText[] {
  const areas = towns.flatMap(({ geometry, properties, id }) =>
    geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'
      ? [{ polygon: geometry, bounds: boundsOf(geometry), name: localName(properties) ?? { zh: id } }]
      : [],
  )
  return ({ geometry }, at) => {
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') {
      return areas.filter(({ polygon }) => insidePolygon(at, polygon)).map(({ name }) => name)
    }
    const subject = subjectOf(geometry)
    return areas
      .map((area) => ({ name: area.name, share: coverByPolygons(subject, [area], { gap: false }).share }))
      .filter(({ share }) => share > EDGE)
      .sort((a, b) => b.share - a.share)
      .map(({ name }) => name)
  }
}
