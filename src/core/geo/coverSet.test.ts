import * as turf from '@turf/turf'
import fc from 'fast-check'
import type { Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { coverSet, GAP_TOLERANCE } from './coverSet'
import { type CoverShape, coverShapes } from './coverShape'
import { localPlane } from './localPlane'
import { clippedCoverage } from './polygonCoverage'
import { polygonSubject } from './polygonSubject'
import { destination, EARTH_RADIUS } from './sphere'

const centre: Position = [117, 35.4]
const plane = localPlane([116.7, 35.1, 117.5, 35.6])

function rectangle(west: number, south: number, east: number, north: number): Polygon {
  return turf.bboxPolygon([west, south, east, north]).geometry
}

function disc(at: Position, radius: number, azimuth: number | null = null, beamwidth: number | null = null) {
  return coverShapes({ type: 'Point', coordinates: at }, { radius, azimuth, beamwidth })!
}

function polygon(geometry: Polygon) {
  return coverShapes(geometry, undefined)!
}

function cover(geometry: Polygon, covers: readonly CoverShape[]) {
  const subject = polygonSubject(geometry)
  const set = coverSet(covers, plane)
  const { gap, ...coverage } = set.coverPolygon(subject)
  expect(set.fallbacks()).toBe(0)
  return { subject, ...coverage, gap: gap ? gap() : null }
}

/** Area of a spherical cap, m²: 2π R² (1 − cos(r / R)). */
function cap(radius: number): number {
  return 2 * Math.PI * EARTH_RADIUS ** 2 * 2 * Math.sin(radius / EARTH_RADIUS / 2) ** 2
}

const county = rectangle(116.7, 35.1, 117.3, 35.7)

describe('coverage by one footprint', () => {
  it.each([5, 50, 300, 3000, 10000])('sees a whole disc of %d m as a spherical cap, to 1e-7', (radius) => {
    for (const subject of [county, rectangle(116.85, 35.3, 117.15, 35.5)]) {
      expect(Math.abs(cover(subject, disc(centre, radius)).covered / cap(radius) - 1)).toBeLessThan(1e-7)
    }
  })

  it.each([1, 30, 90, 180, 270, 359])('sees a whole sector of %d° as its part of the cap', (beamwidth) => {
    for (const azimuth of [0, 77, 350]) {
      const { covered } = cover(county, disc(centre, 300, azimuth, beamwidth))
      expect(Math.abs(covered / ((cap(300) * beamwidth) / 360) - 1)).toBeLessThan(1e-7)
    }
  })

  it.each([300, 2000, 5000])('sees a sector of %d m in the corner of the county, 40 km off, to 1e-6', (radius) => {
    const corner: Position = [117.45, 35.58]
    const around = rectangle(117.35, 35.5, 117.55, 35.66)
    for (const azimuth of [0, 77, 200]) {
      const { covered } = cover(around, disc(corner, radius, azimuth, 65))
      expect(Math.abs(covered / ((cap(radius) * 65) / 360) - 1)).toBeLessThan(1e-6)
    }
    expect(Math.abs(cover(around, disc(corner, radius)).covered / cap(radius) - 1)).toBeLessThan(1e-9)
  })

  it('covers half when the subject ends at the meridian of the centre', () => {
    for (const radius of [40, 300, 2000]) {
      const { covered } = cover(rectangle(117, 35.3, 117.2, 35.5), disc(centre, radius))
      expect(Math.abs(covered / (cap(radius) / 2) - 1)).toBeLessThan(1e-7)
    }
  })

  it('is the full disc for beamwidth 360 and more', () => {
    const subject = rectangle(117.001, 35.4, 117.01, 35.41)
    const full = cover(subject, disc(centre, 300)).share
    expect(full).toBeGreaterThan(0.04)
    expect(cover(subject, disc(centre, 300, 90, 360)).share).toBe(full)
    expect(cover(subject, disc(centre, 300, 90, 720)).share).toBe(full)
    expect(cover(subject, disc(centre, 300, null, 30)).share).toBe(full)
  })

  it('covers nothing with radius 0 and everything when it holds the subject', () => {
    const subject = rectangle(116.999, 35.399, 117.001, 35.401)
    const nothing = cover(subject, disc(centre, 0))
    expect(nothing).toMatchObject({ share: 0, covered: 0 })
    expect(turf.area(nothing.gap!) / nothing.subject.area).toBeCloseTo(1, 8)
    expect(cover(subject, disc(centre, 300))).toMatchObject({ share: 1, uncovered: 0, gap: null })
  })

  it('covers a subject whose corner lies on the circle', () => {
    const corner = destination(centre, 45, 300)
    const inside = rectangle(centre[0]!, centre[1]!, corner[0]!, corner[1]!)
    expect(cover(inside, disc(centre, 300)).share).toBeCloseTo(1, 7)
    const outside = rectangle(corner[0]!, corner[1]!, corner[0]! + 0.01, corner[1]! + 0.01)
    expect(cover(outside, disc(centre, 300)).share).toBe(0)
  })

  it('leaves the hole of a subject out', () => {
    const square = rectangle(116.99, 35.39, 117.01, 35.41)
    const hole = rectangle(116.995, 35.395, 117.005, 35.405)
    const ring: Polygon = { type: 'Polygon', coordinates: [...square.coordinates, ...hole.coordinates] }
    // A disc of 300 m lies within the hole, whose half side is 453 m or more.
    expect(cover(ring, disc(centre, 300)).share).toBe(0)
    const { covered } = cover(ring, polygon(rectangle(117, 35.39, 117.01, 35.41)))
    expect(covered / ((turf.area(square) - turf.area(hole)) / 2)).toBeCloseTo(1, 9)
  })

  it('agrees with an outline of the same arc 50 times finer where only a corner is seen', () => {
    const subject = rectangle(117.002, 35.401, 117.0022, 35.4035)
    const finest: Position[] = []
    for (let i = 0; i < 100000; i++) finest.push(destination(centre, -i * 0.0036, 300))
    const reference = cover(subject, polygon({ type: 'Polygon', coordinates: [[...finest, finest[0]!]] }))
    expect(reference.share).toBeGreaterThan(0.2)
    expect(reference.share).toBeLessThan(0.8)
    expect(Math.abs(cover(subject, disc(centre, 300)).share - reference.share)).toBeLessThan(5e-8)
  })
})

describe('coverage by many', () => {
  it('covers exactly half, and all of it by two sheets that meet', () => {
    const subject = rectangle(117, 35, 117.1, 35.1)
    const west = polygon(rectangle(116.9, 34.9, 117.05, 35.2))
    const east = polygon(rectangle(117.05, 34.9, 117.3, 35.2))
    expect(Math.round(cover(subject, west).share * 1e9) / 1e9).toBe(0.5)
    expect(cover(subject, [...west, ...east])).toMatchObject({ share: 1, gap: null })
  })

  it('agrees with Turf on rectangles', () => {
    const edge = fc.integer({ min: 0, max: 20 })
    const box = fc.tuple(edge, edge, edge, edge).filter(([a, b, c, d]) => a < c && b < d)
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 6 }), (boxes) => {
        const subject = rectangle(117.005, 35.005, 117.015, 35.012)
        const sheets = boxes.map(([a, b, c, d]) =>
          rectangle(117 + a / 1000, 35 + b / 1000, 117 + c / 1000, 35 + d / 1000),
        )
        const union = sheets
          .map((sheet) => turf.feature(sheet))
          .reduce<turf.AllGeoJSON | null>(
            (united, sheet) => (united ? turf.union(turf.featureCollection([united as never, sheet])) : sheet),
            null,
          )
        const both = union && turf.intersect(turf.featureCollection([turf.feature(subject), union as never]))
        const expected = both ? turf.area(both) / turf.area(subject) : 0
        expect(cover(subject, sheets.flatMap(polygon)).share).toBeCloseTo(expected, 8)
      }),
      { numRuns: 60 },
    )
  })

  it('counts duplicates and discs within discs once', () => {
    const subject = rectangle(116.99, 35.395, 117.01, 35.41)
    const alone = cover(subject, disc(centre, 400)).share
    expect(cover(subject, [...disc(centre, 400), ...disc(centre, 400)]).share).toBeCloseTo(alone, 9)
    expect(cover(subject, [...disc(centre, 400), ...disc(centre, 150)]).share).toBeCloseTo(alone, 9)
    const withSector = cover(subject, [...disc(centre, 400), ...disc(centre, 400, 30, 65)]).share
    expect(Math.abs(withSector - alone)).toBeLessThan(3e-8)
  })

  it('puts three sectors of one mast together to a disc', () => {
    const subject = rectangle(116.997, 35.396, 117.002, 35.4015)
    const sectors = [30, 150, 270].flatMap((azimuth) => disc(centre, 300, azimuth, 120))
    expect(cover(subject, sectors).share).toBeCloseTo(cover(subject, disc(centre, 300)).share, 6)
  })

  it('agrees with integration along parallels on lattices of touching and overlapping discs', () => {
    for (const spacing of [0.5, 1, Math.SQRT2, 2, 2.3]) {
      for (const radius of [100, 250]) {
        const sites = lattice(spacing * radius)
        const subject = rectangle(116.9951, 35.3957, 117.0061, 35.4043)
        const share = cover(
          subject,
          sites.flatMap((site) => disc(site, radius)),
        ).share
        expect(Math.abs(share - integrated([116.9951, 35.3957, 117.0061, 35.4043], sites, radius))).toBeLessThan(2e-6)
      }
    }
  })

  const site = fc.record({
    x: fc.integer({ min: 0, max: 12 }),
    y: fc.integer({ min: 0, max: 12 }),
    radius: fc.integer({ min: 0, max: 8 }),
    azimuth: fc.option(fc.integer({ min: 0, max: 11 })),
    beamwidth: fc.integer({ min: 1, max: 12 }),
  })
  /** On a lattice, so that co-located, tangent and nested footprints are common. */
  const shapesOf = ({
    x,
    y,
    radius,
    azimuth,
    beamwidth,
  }: typeof site extends fc.Arbitrary<infer Site> ? Site : never) =>
    disc([117 + x / 1000, 35 + y / 1000], radius * 50, azimuth === null ? null : azimuth * 30, beamwidth * 30)
  const subjects = [
    rectangle(117.002, 35.002, 117.01, 35.009),
    turf.polygon([
      [
        [117.001, 35.001],
        [117.011, 35.002],
        [117.009, 35.01],
        [117.006, 35.005],
        [117.002, 35.011],
        [117.001, 35.001],
      ],
    ]).geometry,
  ]

  it('keeps covered and gap together the subject, shares in 0..1, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(site, { maxLength: 12 }), fc.constantFrom(...subjects), (sites, geometry) => {
        const covers = sites.flatMap(shapesOf)
        const { subject, share, covered, uncovered, gap } = cover(geometry, covers)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
        expect((covered + uncovered) / subject.area).toBeCloseTo(1, 9)
        // The drawn gap cuts arcs short by at most the tolerance: 12 circles of up to 400 m would be 30 km of arc.
        const drawn = gap ? turf.area(gap) : 0
        expect(Math.abs(covered + drawn - subject.area)).toBeLessThan(GAP_TOLERANCE * 30_000)
        const reversed = cover(geometry, covers.toReversed())
        expect(reversed.share).toBe(share)
      }),
      { numRuns: 80 },
    )
  })

  it('agrees with the clipping library, which takes its place where rings do not close', () => {
    fc.assert(
      fc.property(fc.array(site, { maxLength: 8 }), fc.constantFrom(...subjects), (sites, geometry) => {
        const covers = sites.flatMap(shapesOf)
        const { subject, share } = cover(geometry, covers)
        expect(Math.abs(clippedCoverage(subject, covers).share - share)).toBeLessThan(1e-6)
      }),
      { numRuns: 40 },
    )
  })

  it('goes through the library where discs and polygons meet', () => {
    const subject = rectangle(116.99, 35.39, 117.01, 35.41)
    const west = polygon(rectangle(116.9, 35.3, 117, 35.5))
    const { share } = cover(subject, [...west, ...disc(centre, 300)])
    // Half of the subject, and half of the disc on the other half.
    expect(share).toBeCloseTo(0.5 + cap(300) / 2 / turf.area(subject), 7)
  })

  it('never covers less with one more site', () => {
    fc.assert(
      fc.property(fc.array(site, { maxLength: 10 }), site, fc.constantFrom(...subjects), (sites, more, geometry) => {
        const before = cover(geometry, sites.flatMap(shapesOf)).share
        const after = cover(geometry, [...sites, more].flatMap(shapesOf)).share
        expect(after).toBeGreaterThanOrEqual(before - 1e-9)
      }),
      { numRuns: 80 },
    )
  })
})

function lattice(step: number): Position[] {
  const sites: Position[] = []
  for (let i = -4; i <= 4; i++) {
    for (let j = -4; j <= 4; j++) {
      const [longitude] = destination(centre, 90, Math.abs(i) * step)
      const [, latitude] = destination(centre, 0, Math.abs(j) * step)
      sites.push([
        centre[0]! + Math.sign(i) * (longitude! - centre[0]!),
        centre[1]! + Math.sign(j) * (latitude! - centre[1]!),
      ])
    }
  }
  return sites
}

/** Share of a rectangle covered by discs: midpoint rule in sin φ over the exact covered longitudes of each parallel. */
function integrated(
  [west, south, east, north]: readonly [number, number, number, number],
  sites: readonly Position[],
  radius: number,
): number {
  const radians = Math.PI / 180
  const [low, high] = [Math.sin(south * radians), Math.sin(north * radians)]
  const slices = 12000
  let covered = 0
  for (let k = 0; k < slices; k++) {
    const latitude = Math.asin(low + ((high - low) * (k + 0.5)) / slices)
    const intervals: [number, number][] = []
    for (const [longitude, siteLatitude] of sites) {
      // Haversine solved for the longitude difference at which the distance is the radius.
      const other = siteLatitude! * radians
      const rest = Math.sin(radius / EARTH_RADIUS / 2) ** 2 - Math.sin((latitude - other) / 2) ** 2
      if (rest < 0) continue
      const half = (2 * Math.asin(Math.sqrt(rest / (Math.cos(latitude) * Math.cos(other))))) / radians
      intervals.push([Math.max(west, longitude! - half), Math.min(east, longitude! + half)])
    }
    let reached = west
    for (const [from, to] of intervals.sort((a, b) => a[0] - b[0])) {
      if (to <= Math.max(from, reached)) continue
      covered += to - Math.max(from, reached)
      reached = to
    }
  }
  return covered / slices / (east - west)
}
