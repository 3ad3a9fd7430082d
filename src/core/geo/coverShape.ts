import Flatbush from 'flatbush'
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import type { Footprint } from '../model/feature'
import { type Bounds, boundsOf } from './boundsOf'
import { type BoxesAt, boxGrid } from './boxGrid'
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

/** Finds covers by their bounding boxes. */
export interface CoverIndex {
  /** Those whose boxes meet a box, in the order they were given. */
  (bounds: Bounds): readonly CoverShape[]
  /** Whether any cover whose box holds a place passes a test. */
  readonly someAt: (place: Position, test: (cover: CoverShape) => boolean) => boolean
}

const NONE: readonly CoverShape[] = []

/** Indexes covers by bounding box. */
export function coverIndex(covers: readonly CoverShape[]): CoverIndex {
  let tree: Flatbush | null = null
  const meeting = (bounds: Bounds): readonly CoverShape[] => {
    if (covers.length === 0) return NONE
    tree ??= treeOf(covers)
    const found = tree.search(...bounds)
    if (found.length === 0) return NONE
    return found.sort((a, b) => a - b).map((index) => covers[index]!)
  }
  let grid: BoxesAt | null | undefined
  const someAt: CoverIndex['someAt'] = ([x, y], test) => {
    if (grid === undefined) grid = boxGrid(covers)
    if (grid) return grid(x!, y!, (box) => test(covers[box]!))
    return meeting([x!, y!, x!, y!]).some(test)
  }
  return Object.assign(meeting, { someAt })
}

function treeOf(covers: readonly CoverShape[]): Flatbush {
  const tree = new Flatbush(covers.length)
  for (const { bounds } of covers) tree.add(...bounds)
  tree.finish()
  return tree
}
