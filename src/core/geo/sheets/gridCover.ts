import { FillRule } from 'clipper2-ts'
import type { MultiPolygon, Polygon } from 'geojson'
import type { EqualAreaGrid } from '../equalAreaGrid'
import { boxOfRings } from '../rings/boxOfRings'
import { convexRing } from '../rings/convexRing'
import { type FlatRing, flatRing, type GridBox } from '../rings/flatRing'
import { orientedUnion } from '../rings/orientedUnion'
import { pathOfRing } from '../rings/pathOfRing'
import { ringOfPath } from '../rings/ringOfPath'
import { thinRings } from '../rings/thinRings'

/** One part of a covering polygon on a subject's grid. */
export interface GridCover {
  readonly box: GridBox
  /** `rectangle`: sides along the axes, so its box is itself; `convex`: one counter-clockwise ring; else rings of any kind. */
  readonly kind: 'rectangle' | 'convex' | 'rings'
  readonly rings: readonly FlatRing[]
}

/** The parts of a polygon that is no rectangle on a grid; parts without area are left out. */
export function gridCovers(polygon: Polygon | MultiPolygon, grid: EqualAreaGrid): GridCover[] {
  const parts = polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates
  return parts.flatMap((part): GridCover[] => {
    const rings = part.map((ring) => flatRing(ring, grid)).filter((ring) => ring.length >= 6)
    const box = boxOfRings(rings)
    if (!(box[0] < box[2] && box[1] < box[3])) return []
    const [only] = rings
    const convex = only && rings.length === 1 ? convexRing(only) : null
    if (!convex) return [{ box, kind: 'rings', rings: united(rings) }]
    return [{ box, kind: 'convex', rings: [convex] }]
  })
}

/** Rings read even-odd, without crossings and spikes, and without those too thin to count. */
function united(rings: readonly FlatRing[]): FlatRing[] {
  const whole = orientedUnion(rings.map(pathOfRing), FillRule.EvenOdd).map(ringOfPath)
  return whole.filter((ring) => !thinRings([ring]))
}

/** A box as a cover. */
export function boxCover(box: GridBox): GridCover {
  const [west, south, east, north] = box
  return { box, kind: 'rectangle', rings: [[west, south, east, south, east, north, west, north]] }
}
