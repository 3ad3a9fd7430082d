import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { ringArea } from '../edges/nestedRings'
import { localPlane } from '../localPlane'
import { type Obstacles, obstaclesIn, type PlaneObstacle, planeObstacle, standsIn } from './obstacles'
import { visibilityPolygon } from './visibilityPolygon'
import { type BoundingCurve, visibleCells } from './visibleCells'
import { type Viewer, wallCurves } from './wallCurves'

const ROUND = 2 * Math.PI
const viewer = (over: Partial<Viewer> = {}): Viewer => ({
  x: 0,
  y: 0,
  near: 0,
  far: 100,
  from: 0,
  sweep: ROUND,
  height: null,
  ...over,
})
const box = (west: number, south: number, east: number, north: number, height: number | null = null): PlaneObstacle =>
  planeObstacle([Float64Array.of(west, south, east, south, east, north, west, north)], height)
const standing =
  (...all: PlaneObstacle[]): Obstacles =>
  () =>
    all
const areaOf = (rings: readonly Float64Array[]) => rings.reduce((sum, ring) => sum + ringArea(ring), 0)

/** What a ray sees, by asking every edge: the metres along it where what is seen begins and ends. */
function rayOracle({ x, y, near, far, height }: Viewer, all: readonly PlaneObstacle[], angle: number): number[] {
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)]
  const hidden = all.flatMap((obstacle) => {
    if (standsIn(obstacle, x, y, 1e-6)) return []
    const hits: number[] = []
    for (const ring of obstacle.rings) {
      for (let i = 0; i < ring.length; i += 2) {
        const j = (i + 2) % ring.length
        const [ax, ay, bx, by] = [ring[i]! - x, ring[i + 1]! - y, ring[j]! - x, ring[j + 1]! - y]
        const [sideA, sideB] = [ux * ay - uy * ax, ux * by - uy * bx]
        if (sideA > 0 === sideB > 0) continue
        const share = sideA / (sideA - sideB)
        const along = ux * (ax + share * (bx - ax)) + uy * (ay + share * (by - ay))
        if (along > 0) hits.push(along)
      }
    }
    hits.sort((a, b) => a - b)
    const through = height === null || obstacle.height === null || obstacle.height >= height
    const stretch = through ? Number.POSITIVE_INFINITY : height / (height - obstacle.height)
    return hits.flatMap((start, i) => (i % 2 === 0 ? [[start, hits[i + 1]! * stretch] as const] : []))
  })
  const seen: number[] = []
  let at = near
  for (const [start, end] of hidden.sort((a, b) => a[0] - b[0])) {
    if (start >= far) break
    if (start > at) seen.push(at, start)
    at = Math.max(at, end)
  }
  if (at < far) seen.push(at, far)
  return seen
}

/** The same of the cells that the polygon is made of. */
function seenAlong(of: Viewer, all: readonly PlaneObstacle[], angle: number): number[] {
  const curves = wallCurves(of, standing(...all))
  const turned = (((angle - of.from) % ROUND) + ROUND) % ROUND
  const slab = visibleCells(of, curves).find(({ t1, t2 }) => t1 <= turned && turned <= t2)
  const reach = (curve: BoundingCurve): number => {
    if (typeof curve === 'string') return curve === 'far' ? of.far : of.near
    return 1 / (curve.nx * Math.cos(angle) + curve.ny * Math.sin(angle))
  }
  return joined((slab?.cells ?? []).flatMap(({ inner, outer }) => [reach(inner), reach(outer)]))
}

/** Without stretches that are seen for less than rounding, or hidden for less. */
function joined(ends: readonly number[]): number[] {
  const kept: number[] = []
  for (let i = 0; i + 1 < ends.length; i += 2) {
    if (ends[i + 1]! - ends[i]! < 1e-6) continue
    if (kept.length > 0 && ends[i]! - kept.at(-1)! < 1e-6) kept.pop()
    else kept.push(ends[i]!)
    kept.push(ends[i + 1]!)
  }
  return kept
}

const metres = fc.double({ min: -90, max: 90, noNaN: true })
const aBox = fc
  .record({
    x: metres,
    y: metres,
    wide: fc.double({ min: 1, max: 30, noNaN: true }),
    deep: fc.double({ min: 1, max: 30, noNaN: true }),
    turn: fc.double({ min: 0, max: 3, noNaN: true }),
    height: fc.option(fc.integer({ min: 0, max: 20 })),
  })
  .map(({ x, y, wide, deep, turn, height }): PlaneObstacle => {
    const corner = (i: number, j: number) => [
      x + i * wide * Math.cos(turn) - j * deep * Math.sin(turn),
      y + i * wide * Math.sin(turn) + j * deep * Math.cos(turn),
    ]
    return planeObstacle([Float64Array.from([corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)].flat())], height)
  })
const aViewer = fc
  .record({
    near: fc.constantFrom(0, 0, 5),
    from: fc.double({ min: -4, max: 4, noNaN: true }),
    sweep: fc.oneof(fc.constant(ROUND), fc.double({ min: 0.1, max: 6, noNaN: true })),
    height: fc.option(fc.integer({ min: 3, max: 15 })),
  })
  .map((over) => viewer(over))

describe('the ground that is seen among obstacles', () => {
  it('is the whole disc or sector where nothing stands', () => {
    expect(areaOf(visibilityPolygon(viewer(), standing()))).toBeCloseTo(Math.PI * 1e4, 6)
    expect(areaOf(visibilityPolygon(viewer({ from: 5, sweep: 1 }), standing()))).toBeCloseTo(5000, 6)
    expect(areaOf(visibilityPolygon(viewer({ near: 50, sweep: 1 }), standing()))).toBeCloseTo(3750, 6)
  })

  it('ends at a wall of unknown height', () => {
    const rings = visibilityPolygon(viewer(), standing(box(10, -5, 20, 5)))
    const hidden = 1e4 * Math.atan(0.5) - 50
    expect(rings).toHaveLength(1)
    expect(areaOf(rings)).toBeCloseTo(Math.PI * 1e4 - hidden, 6)
  })

  it('goes on behind the shadow of what is half as high as the viewer', () => {
    const rings = visibilityPolygon(viewer({ height: 10 }), standing(box(10, -5, 20, 5, 5)))
    // By triangles from the viewer: 375 straight behind, 87.5 on each side.
    expect(rings).toHaveLength(2)
    expect(areaOf(rings)).toBeCloseTo(Math.PI * 1e4 - 550, 6)
  })

  it('is not taken by what one stands in or on the edge of', () => {
    for (const own of [box(-5, -5, 5, 5), box(0, -5, 10, 5), box(0, 0, 10, 10)]) {
      expect(areaOf(visibilityPolygon(viewer(), standing(own)))).toBeCloseTo(Math.PI * 1e4, 6)
    }
  })

  it('is nothing without a reach or a beam', () => {
    expect(visibilityPolygon(viewer({ far: 0 }), standing())).toEqual([])
    expect(visibilityPolygon(viewer({ near: 100 }), standing())).toEqual([])
    expect(visibilityPolygon(viewer({ sweep: 0 }), standing())).toEqual([])
  })

  it('looks out of a courtyard through its gate', () => {
    // Beyond the gate its outer corners are the limit; between them and the inner ones lie two corners of 2.5 m².
    const outside = [-20, -20, 20, -20, 20, 20, 1, 20]
    const inside = [1, 10, 10, 10, 10, -10, -10, -10, -10, 10, -1, 10]
    const yard = planeObstacle([Float64Array.of(...outside, ...inside, -1, 20, -20, 20)], null)
    const gate = Math.atan2(1, 20)
    expect(areaOf(visibilityPolygon(viewer(), standing(yard)))).toBeCloseTo(
      400 - 100 * Math.tan(gate) + 5 + 1e4 * gate,
      6,
    )
  })

  it('is along every ray what asking every edge gives', () => {
    fc.assert(
      fc.property(
        aViewer,
        fc.array(aBox, { maxLength: 12 }),
        fc.array(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { minLength: 8, maxLength: 8 }),
        (of, all, shares) => {
          for (const share of shares) {
            const angle = of.from + share * of.sweep
            const seen = seenAlong(of, all, angle)
            const oracle = joined(rayOracle(of, all, angle))
            expect(seen.length).toBe(oracle.length)
            for (const [i, end] of oracle.entries()) expect(Math.abs(seen[i]! - end)).toBeLessThan(1e-6)
          }
        },
      ),
      { numRuns: 1500 },
    )
  })

  it('has as polygon the area of its cells', () => {
    fc.assert(
      fc.property(aViewer, fc.array(aBox, { maxLength: 12 }), (of, all) => {
        const curves = wallCurves(of, standing(...all))
        let cells = 0
        for (const { t1, t2, cells: seen } of visibleCells(of, curves)) {
          const half = (curve: BoundingCurve, r1: number, r2: number) =>
            (typeof curve === 'string' ? r1 * r1 * (t2 - t1) : r1 * r2 * Math.sin(t2 - t1)) / 2
          for (const cell of seen)
            cells += half(cell.outer, cell.outer1, cell.outer2) - half(cell.inner, cell.inner1, cell.inner2)
        }
        const drawn = areaOf(visibilityPolygon(of, standing(...all)))
        expect(Math.abs(drawn - cells)).toBeLessThan(1e-4)
      }),
      { numRuns: 1500 },
    )
  })
})

describe('obstacles of a plane', () => {
  const plane = localPlane([116.9, 35.3, 117.1, 35.5])
  const at = (x: number, y: number) => [...plane.toPosition(x, y)]
  const clockwise: Polygon = {
    type: 'Polygon',
    coordinates: [
      [at(0, 0), at(0, 10), at(10, 10), at(10, 0), at(0, 0)],
      [at(2, 2), at(8, 2), at(8, 8), at(2, 8), at(2, 2)],
    ],
  }

  it('have their inside to the left, whichever way they were drawn, and are found by place', () => {
    const around = obstaclesIn(plane, [{ geometry: clockwise, height: 3 }])
    const [found] = around(9, 9, 50, 50)
    expect(found!.rings.map((ring) => Math.round(ringArea(ring)))).toEqual([100, -36])
    expect(found!.height).toBe(3)
    expect(around(11, 11, 50, 50)).toEqual([])
    expect(standsIn(found!, 1, 1, 0)).toBe(true)
    expect(standsIn(found!, 5, 5, 0)).toBe(false)
  })
})
