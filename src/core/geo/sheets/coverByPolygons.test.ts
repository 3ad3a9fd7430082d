import * as turf from '@turf/turf'
import { Clipper, FillRule } from 'clipper2-ts'
import fc from 'fast-check'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { random } from '#seeds/random.ts'
import { boundsOf } from '../boundsOf'
import { polygonSubject } from '../polygonSubject'
import { orientedUnion } from '../rings/orientedUnion'
import { polygonPaths } from '../rings/paths'
import { EARTH_RADIUS, RADIANS_PER_DEGREE, sphericalArea } from '../sphere'
import { coverByPolygons } from './coverByPolygons'

type Area = Polygon | MultiPolygon

function rectangle(west: number, south: number, east: number, north: number): Polygon {
  return turf.bboxPolygon([west, south, east, north]).geometry
}

function cover(subject: Area, polygons: readonly Area[]) {
  const made = polygonSubject(subject)
  const covers = polygons.map((polygon) => ({ polygon, bounds: boundsOf(polygon) }))
  return { area: made.area, ...coverByPolygons(made, covers) }
}

/** Everything clipped at once by the library. */
function uncoveredAtOnce(subject: Area, polygons: readonly Area[]): number {
  const { grid, paths } = polygonSubject(subject)
  const clips = orientedUnion(
    polygons.flatMap((polygon) => polygonPaths(polygon, grid).paths),
    FillRule.NonZero,
  )
  const left = orientedUnion(Clipper.difference(paths, clips, FillRule.NonZero), FillRule.NonZero)
  return grid.squareMetres(Clipper.areaPaths(left))
}

/** R² Δλ Δ sin φ, m². */
function squareMetres(width: number, south: number, north: number): number {
  const height = Math.sin(north * RADIANS_PER_DEGREE) - Math.sin(south * RADIANS_PER_DEGREE)
  return EARTH_RADIUS ** 2 * width * RADIANS_PER_DEGREE * height
}

/** Sheets of `step` degrees from (west, south), `overlap` times as large as the step, turned by `turn` radians or so. */
function sheetsFrom(west: number, south: number, count: number, step: number, overlap = 1, turn = 0): Polygon[] {
  const sheets: Polygon[] = []
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      const [x, y] = [west + column * step, south + row * step]
      const sheet = rectangle(x, y, x + step * overlap, y + step * overlap)
      const turned = sheet.coordinates.map((ring) =>
        ring.map(([a, b]) => [a! + turn * (b! - south), b! - turn * (a! - west)]),
      )
      sheets.push({ type: 'Polygon', coordinates: turned })
    }
  }
  return sheets
}

/** A star-shaped ring, often not convex, of the given radii (degrees) round a centre. */
function star([x, y]: readonly [number, number], radii: readonly number[]): Position[] {
  const ring = radii.map((radius, index) => {
    const angle = (index / radii.length) * 2 * Math.PI
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
  return [...ring, ring[0]!]
}

const county: Polygon = {
  type: 'Polygon',
  coordinates: [star([117.1, 35.4], [0.3, 0.28, 0.25, 0.3, 0.18, 0.22, 0.26, 0.3, 0.17, 0.21, 0.29])],
}

const radii = fc.array(fc.double({ min: 0.002, max: 0.02, noNaN: true }), { minLength: 3, maxLength: 15 })
const place = fc.tuple(
  fc.double({ min: 116.98, max: 117.02, noNaN: true }),
  fc.double({ min: 34.98, max: 35.02, noNaN: true }),
)
const simple = fc.tuple(place, radii).map(
  ([centre, list]): Area => ({
    type: 'Polygon',
    coordinates: [star(centre, list)],
  }),
)
const holed = fc.tuple(place, radii).map(
  ([centre, list]): Area => ({
    type: 'Polygon',
    coordinates: [
      star(centre, list),
      star(
        centre,
        list.map((radius) => radius / 3),
      ),
    ],
  }),
)
/** Parts that may overlap. */
const several = fc.array(simple, { minLength: 2, maxLength: 3 }).map(
  (parts): Area => ({
    type: 'MultiPolygon',
    coordinates: parts.flatMap((part) => (part.type === 'Polygon' ? [part.coordinates] : part.coordinates)),
  }),
)
const quad = fc
  .tuple(place, fc.double({ min: 0.001, max: 0.02, noNaN: true }), fc.double({ min: 0, max: 1.5, noNaN: true }))
  .map(
    ([[x, y], size, turn]): Area => ({
      type: 'Polygon',
      coordinates: [
        [0, 1, 2, 3, 0].map((corner) => [
          x + size * Math.cos(turn + (corner * Math.PI) / 2),
          y + size * Math.sin(turn + (corner * Math.PI) / 2),
        ]),
      ],
    }),
  )
const any = fc.oneof(simple, holed, several, quad)

describe('sheets over a county', () => {
  it.each([
    ['sharing edges', 1, 0],
    ['overlapping', 1.01, 0],
    ['turned and sharing edges', 1, 0.02],
    ['turned and overlapping', 1.01, 0.02],
  ])('%s leave nothing', (_, overlap, turn) => {
    const sheets = sheetsFrom(116.7, 35, 40, 0.02, overlap, turn)
    expect(cover(county, sheets)).toMatchObject({ share: 1, uncovered: 0, gap: null })
  })

  it('leave the very sheet that is missing, as one ring without seams', () => {
    const sheets = sheetsFrom(117, 35.3, 10, 0.02)
    const [missing] = sheets.splice(55, 1)
    const subject = rectangle(117.01, 35.31, 117.19, 35.49)
    // Row 5, column 5 of the sheets: from 117.1, 35.4.
    const { gap, uncovered } = cover(subject, sheets)
    expect(uncovered).toBeCloseTo(squareMetres(0.02, 35.4, 35.42), 1)
    expect(gap?.type).toBe('Polygon')
    const corners = (polygon: Area | null | undefined) =>
      polygon?.type === 'Polygon' ? polygon.coordinates.map((ring) => ring.slice(1).map(rounded).sort()) : null
    expect(corners(gap)).toEqual(corners(missing))
  })

  it('leave slits whose area is that of rectangles', () => {
    // 20 columns of 0.01°, each 1e-6° (9 cm) too narrow: 20 slits over 0.1° of latitude.
    const columns = Array.from({ length: 20 }, (_, i) =>
      rectangle(117 + i * 0.01, 34.9, 117 + (i + 1) * 0.01 - 1e-6, 35.2),
    )
    const { uncovered, share, gap } = cover(rectangle(117, 35, 117.2, 35.1), columns)
    expect(uncovered / (20 * squareMetres(1e-6, 35, 35.1))).toBeCloseTo(1, 5)
    expect(share).toBeCloseTo(1 - 1e-4, 9)
    expect(gap?.coordinates).toHaveLength(20)
  })

  it('leave a gap across many tiles in one piece', () => {
    // Sheets but for column 3: the gap is one rectangle 0.02° wide over the whole subject.
    const sheets = sheetsFrom(117, 35.3, 10, 0.02).filter((_, index) => index % 10 !== 3)
    const { gap, uncovered } = cover(rectangle(117, 35.3, 117.2, 35.5), sheets)
    expect(uncovered).toBeCloseTo(squareMetres(0.02, 35.3, 35.5), 0)
    expect(gap?.type === 'Polygon' && gap.coordinates.length).toBe(1)
    expect(boundsOf(gap!)).toEqual([117.06, 35.3, 117.08, 35.5])
  })

  it('leave a chequerboard: half of 20 by 20 sheets', () => {
    const sheets = sheetsFrom(117, 35.3, 20, 0.01).filter((_, index) => (index + Math.floor(index / 20)) % 2 === 0)
    const { gap, uncovered, area } = cover(rectangle(117, 35.3, 117.2, 35.5), sheets)
    // Each row of 20 keeps 10 open.
    let open = 0
    for (let row = 0; row < 20; row++) open += 10 * squareMetres(0.01, 35.3 + row / 100, 35.31 + row / 100)
    expect(Math.abs(uncovered - open)).toBeLessThan(1e-9 * area)
    expect(Math.abs(sphericalArea(gap!) - open)).toBeLessThan(1e-6 * area)
  })

  it('do not hold a subject that their edge passes a micrometre by', () => {
    // An L whose inner edge runs 5e-12° (half a micrometre) south of the subject.
    const inner = 35 - 5e-12
    const corners: Position[] = [
      [116.999, 34.9],
      [117.01, 34.9],
      [117.01, 35.1],
      [117.005, 35.1],
      [117.005, inner],
      [116.999, inner],
    ]
    const bent: Polygon = { type: 'Polygon', coordinates: [[...corners, corners[0]!]] }
    expect(cover(rectangle(117, 35, 117.001, 35.001), [bent])).toMatchObject({ share: 0 })
  })

  it('hold a subject alone, or do not meet it', () => {
    const subject = rectangle(117, 35, 117.01, 35.01)
    expect(cover(subject, [county, rectangle(116, 34, 118, 36)])).toMatchObject({ share: 1, gap: null })
    const none = cover(subject, [rectangle(117.01, 35, 117.02, 35.01), rectangle(118, 35, 118.1, 35.1)])
    expect(none).toMatchObject({ share: 0, covered: 0, uncovered: none.area })
    expect(sphericalArea(none.gap!)).toBeCloseTo(none.area, 0)
    expect(cover(subject, [])).toMatchObject({ share: 0 })
  })

  it('see the holes of a sheet and of the subject, and parts of a MultiPolygon as a union', () => {
    const outer = rectangle(117, 35, 117.1, 35.1)
    const hole = rectangle(117.02, 35.02, 117.06, 35.06)
    const ring: Polygon = { type: 'Polygon', coordinates: [...outer.coordinates, ...hole.coordinates] }
    expect(cover(outer, [ring]).uncovered).toBeCloseTo(squareMetres(0.04, 35.02, 35.06), 1)
    expect(cover(ring, [outer])).toMatchObject({ share: 1, gap: null })
    expect(cover(ring, [hole])).toMatchObject({ share: 0 })
    const parts: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [rectangle(117, 35, 117.06, 35.1).coordinates, rectangle(117.04, 35, 117.1, 35.1).coordinates],
    }
    expect(cover(outer, [parts])).toMatchObject({ share: 1, gap: null })
  })

  it('are the same with and without the gap drawn', () => {
    const sheets = sheetsFrom(116.7, 35, 40, 0.02, 0.9, 0.02)
    const subject = polygonSubject(county)
    const covers = sheets.map((polygon) => ({ polygon, bounds: boundsOf(polygon) }))
    const { gap, ...numbers } = coverByPolygons(subject, covers)
    expect(gap).not.toBeNull()
    expect(coverByPolygons(subject, covers, { gap: false })).toEqual({ ...numbers, gap: null })
  })
})

describe('against other reckonings', () => {
  it('agrees with counting cells of a lattice', () => {
    const edge = fc.integer({ min: 0, max: 16 })
    const box = fc.tuple(edge, edge, edge, edge).filter(([a, b, c, d]) => a < c && b < d)
    const at = (step: number) => step / 1000
    fc.assert(
      fc.property(fc.array(box, { maxLength: 30 }), (boxes) => {
        let open = 0
        for (let x = 0; x < 16; x++) {
          for (let y = 0; y < 16; y++) {
            const held = boxes.some(([a, b, c, d]) => a <= x && x < c && b <= y && y < d)
            if (!held) open += squareMetres(0.001, 35 + at(y), 35 + at(y + 1))
          }
        }
        const sheets = boxes.map(([a, b, c, d]) => rectangle(117 + at(a), 35 + at(b), 117 + at(c), 35 + at(d)))
        const { uncovered, area, gap } = cover(rectangle(117, 35, 117.016, 35.016), sheets)
        expect(Math.abs(uncovered - open)).toBeLessThan(1e-9 * area)
        expect(Math.abs((gap ? sphericalArea(gap) : 0) - open)).toBeLessThan(1e-6 * area)
      }),
      { numRuns: 150, endOnFailure: true },
    )
  })

  it('agrees with clipping everything at once, for polygons of every kind', () => {
    fc.assert(
      fc.property(any, fc.array(any, { maxLength: 25 }), (subject, polygons) => {
        fc.pre(!polygonSubject(subject).ambiguous)
        const { uncovered, covered, area, share, gap } = cover(subject, polygons)
        expect(Math.abs(uncovered - uncoveredAtOnce(subject, polygons))).toBeLessThan(2e-9 * area)
        expect(covered + uncovered).toBeCloseTo(area, 3)
        expect(share >= 0 && share <= 1).toBe(true)
        // The drawn gap is rounded to 0.1 mm.
        const drawn = gap ? sphericalArea(gap) : 0
        expect(Math.abs(drawn - uncovered)).toBeLessThan(1e-9 * area + 1e-4 * 1e5)
      }),
      { numRuns: 150, endOnFailure: true },
    )
  })

  it('agrees with clipping everything at once on corners of a lattice, exact and all but exact', () => {
    const dice = random('lattice')
    for (let run = 0; run < 150; run++) {
      const off = dice.pick([0, 1e-13, 1e-11, 1e-9, 1e-7])
      const corner = (): Position => [
        117 + dice.whole(0, 5) / 1000 + off * dice.between(-1, 1),
        35 + dice.whole(0, 5) / 1000 + off * dice.between(-1, 1),
      ]
      const polygon = (): Polygon => {
        const ring = Array.from({ length: dice.whole(3, 6) }, corner)
        return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
      }
      const subject = polygon()
      const { area, ambiguous } = polygonSubject(subject)
      if (ambiguous || area < 100) continue
      const polygons = Array.from({ length: dice.whole(0, 10) }, polygon)
      const { uncovered } = cover(subject, polygons)
      expect(Math.abs(uncovered - uncoveredAtOnce(subject, polygons))).toBeLessThan(2e-8 * area)
    }
  })

  it('agrees with Turf on turned sheets', () => {
    fc.assert(
      fc.property(fc.array(quad, { minLength: 1, maxLength: 6 }), (quads) => {
        const subject = rectangle(116.99, 34.99, 117.01, 35.01)
        const all = turf.featureCollection([subject, ...quads].map((polygon) => turf.feature(polygon)))
        const left = turf.difference(all)
        const { uncovered, area } = cover(subject, quads)
        // Turf clips along edges straight in (longitude, latitude). Over 0.02° such an edge bends by (3.5e-4)² / 8 · tan 35°
        // rad, 7 cm: at most 2/3 · 0.07 m · 2.9 km = 130 m² an edge, 1.3e-4 of the subject's 4 km² for the four of a quad.
        expect(Math.abs(uncovered - (left ? turf.area(left) : 0))).toBeLessThan(1.3e-4 * quads.length * area)
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })

  it('gives the same whatever the order and however often a sheet is listed; a sheet more never covers less', () => {
    fc.assert(
      fc.property(any, fc.array(any, { minLength: 1, maxLength: 12 }), any, (subject, polygons, more) => {
        const { uncovered, area, share } = cover(subject, polygons)
        const again = cover(subject, [...polygons.toReversed(), ...polygons])
        expect(Math.abs(again.uncovered - uncovered)).toBeLessThan(2e-9 * area)
        expect(cover(subject, [...polygons, more]).share).toBeGreaterThanOrEqual(share - 2e-9)
      }),
      { numRuns: 150, endOnFailure: true },
    )
  })

  it('adds up over the halves of a subject, wherever it is parted', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 117.005, max: 117.155, noNaN: true }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        (middle, turn) => {
          const sheets = sheetsFrom(116.9, 35.2, 12, 0.03, 0.9, turn)
          const left = cover(rectangle(117, 35.3, middle, 35.46), sheets)
          const right = cover(rectangle(middle, 35.3, 117.16, 35.46), sheets)
          const { covered, area } = cover(rectangle(117, 35.3, 117.16, 35.46), sheets)
          expect(Math.abs(left.covered + right.covered - covered)).toBeLessThan(2e-9 * area)
        },
      ),
    )
  })

  it('does not depend on the longitude', () => {
    const sheets = sheetsFrom(116.7, 35, 40, 0.02, 0.95, 0.02)
    const moved = (polygon: Polygon): Polygon => ({
      type: 'Polygon',
      coordinates: polygon.coordinates.map((ring) => ring.map(([x, y]) => [x! - 31, y!])),
    })
    const here = cover(county, sheets).share
    expect(Math.abs(cover(moved(county), sheets.map(moved)).share - here)).toBeLessThan(1e-9)
  })
})

function rounded([x, y]: Position): string {
  return `${x!.toFixed(9)} ${y!.toFixed(9)}`
}
