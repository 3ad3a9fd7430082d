import type { Feature, Polygon } from 'geojson'
import { coverShapes } from '../geo/coverShape'
import { footprintOutline } from '../geo/footprintOutline'
import type { CityFeature } from '../model/feature'

/** Large beside any sector: outlines are for the eye, and need not be finer than its 128 points a circle. */
const WINDOW = 1e4

/**
 * What each feature with a footprint sees, as a polygon (WGS84, closed, counter-clockwise) with the feature's id, name and
 * status. A footprint of no radius sees nothing.
 */
export function viewSectors(features: readonly CityFeature[]): readonly Feature<Polygon>[] {
  return features.flatMap(({ id, mapId, geometry, footprint, properties: { name, status } }) =>
    (coverShapes(geometry, footprint) ?? []).flatMap((shape): Feature<Polygon>[] => {
      if (shape.kind === 'polygon') return []
      const { centre, radius } = shape
      const ring = footprintOutline(shape, { centre, reach: radius, area: WINDOW * radius ** 2 })
      return [
        {
          type: 'Feature',
          id: mapId,
          geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] },
          properties: { id, name: name ?? null, status: status ?? null },
        },
      ]
    }),
  )
}
