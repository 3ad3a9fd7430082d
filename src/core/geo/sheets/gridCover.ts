import { FillRule } from 'clipper2-ts'
import type { MultiPolygon, Polygon } from 'geojson'
import type { Bounds } from '../boundsOf'
import type { EqualAreaGrid } from '../equalAreaGrid'
import { orientedUnion } from '../rings/orientedUnion'
import { pathOfRing, ringOfPath } from '../rings/paths'
import { boxOfRings, convexRing, type FlatRing, flatRing, type GridBox, thinRings } from '../rings/ring'

/**
 * Boxes with neighbours of one row united: those between the same parallels that overlap or share a side. The union of
 * all is the same; a series of map sheets becomes a box for each unbroken run.
 */
export function mergeRows(boxes: readonly GridBox[]): GridBox[] {
  const sorted = boxes.toSorted((a, b) => a[1] - b[1] || a[3] - b[3] || a[0] - b[0])
  const merged: GridBox[] = []
  let row: [west: number, south: number, east: number, north: number] | null = null
  for (const [west, south, east, north] of sorted) {
    if (row && row[1] === south && row[3] === north && west <= row[2]) row[2] = Math.max(row[2], east)
    else {
      row = [west, south, east, north]
      merged.push(row)
    }
  }
  return merged
}

/** Bounds on a grid; those that rounding leaves without area are left out. */
export function gridBoxes(rectangles: readonly Bounds[], grid: EqualAreaGrid): GridBox[] {
  /** Sheets of a series have few sides between them. */
  const heights = new Map<number, number>()
  const heightOf = (latitude: number): number => {
    let height = heights.get(latitude)
    if (height === undefined) {
      height = grid.toGrid([0, latitude]).y
      heights.set(latitude, height)
    }
    return height
  }
  const boxes: GridBox[] = []
  for (const [west, south, east, north] of rectangles) {
    const box: GridBox = [grid.toGridX(west), heightOf(south), grid.toGridX(east), heightOf(north)]
    if (box[0] < box[2] && box[1] < box[3]) boxes.push(box)
  }
  return boxes
}

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
