import Flatbush from 'flatbush'
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import type { Footprint } from '../model/feature'
import { type Bounds, boundsOf } from './boundsOf'
import { discBounds } from './sphere'

/** Something that covers ground: a disc or sector round a point, or a polygon as it stands. */
export type CoverShape =
  | {
      readonly kind: 'footprint'
      readonly centre: Position
      readonly radius: number
      /** Degrees from north in [0, 360), or null for the full disc. */
      readonly azimuth: number | null
      /** Degrees below 360, or null for the full disc. */
      readonly beamwidth: number | null
      readonly bounds: Bounds
    }
  | { readonly kind: 'polygon'; readonly polygon: Polygon | MultiPolygon; readonly bounds: Bounds }

export function isPolygon(cover: CoverShape): cover is Extract<CoverShape, { kind: 'polygon' }> {
  return cover.kind === 'polygon'
}

function footprintShape(centre: Position, footprint: Footprint): CoverShape {
  const { azimuth, beamwidth, radius } = footprint
  const sector = azimuth !== null && beamwidth !== null && beamwidth < 360
  return {
    kind: 'footprint',
    centre,
    radius,
    azimuth: sector ? ((azimuth % 360) + 360) % 360 : null,
    beamwidth: sector ? beamwidth : null,
    bounds: discBounds(centre, radius),
  }
}

/**
 * What one feature of a `by` feed covers. A polygon is its own footprint; a point needs one (radius in metres; 0 or less
 * covers nothing). Null: the geometry can cover nothing, having no area and no footprint.
 */
export function coverShapes(geometry: Geometry | null, footprint: Footprint | undefined): readonly CoverShape[] | null {
  switch (geometry?.type) {
    case 'Polygon':
    case 'MultiPolygon':
      return [{ kind: 'polygon', polygon: geometry, bounds: boundsOf(geometry) }]
    case 'Point':
    case 'MultiPoint': {
      if (!footprint) return null
      if (!(footprint.radius > 0)) return []
      const centres = geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates
      return centres.map((centre) => footprintShape(centre, footprint))
    }
    default:
      return null
  }
}

/** Finds the covers whose bounding boxes meet a box, in the order they were given. */
export type CoverIndex = (bounds: Bounds) => readonly CoverShape[]

const NONE: readonly CoverShape[] = []

/** Indexes covers by bounding box. */
export function coverIndex(covers: readonly CoverShape[]): CoverIndex {
  if (covers.length === 0) return () => []
  const tree = new Flatbush(covers.length)
  for (const { bounds } of covers) tree.add(...bounds)
  tree.finish()
  return (bounds) => {
    const found = tree.search(...bounds)
    if (found.length === 0) return NONE
    return found.sort((a, b) => a - b).map((index) => covers[index]!)
  }
}
