import * as turf from '@turf/turf'
import { Clipper, FillRule } from 'clipper2-ts'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { type Random, random } from '#seeds/random.ts'
import { boundsOf } from '../boundsOf'
import { joinedSubject, polygonSubject } from '../polygonSubject'
import { orientedUnion } from '../rings/orientedUnion'
import { polygonPaths } from '../rings/paths'
import { coverByPolygons } from '../sheets/coverByPolygons'
import { sphericalArea } from '../sphere'
import { coverByEdges } from './coverByEdges'

type Area = Polygon | MultiPolygon

/** A ring round a place whose edges are broken again and again; no crossings, for it is a star. */
function coast(dice: Random, x: number, y: number, size: number, corners: number): Position[] {
  let reach = size
  const ring = Array.from({ length: corners }, (_, i): Position => {
    reach = Math.max(size / 2, Math.min(size, reach + size * dice.between(-0.03, 0.03)))
    const angle = (2 * Math.PI * i) / corners
    return [x + reach * Math.cos(angle), y + 0.8 * reach * Math.sin(angle)]
  })
  return [...ring, ring[0]!]
}

const polygon = (...coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates })

function cover(subject: Area, polygons: readonly Area[]) {
  const made = polygonSubject(subject)
  const found = coverByPolygons(
    made,
    polygons.map((each) => ({ polygon: each, bounds: boundsOf(each) })),
  )
  return { area: made.area, ...found }
}

/** Everything clipped at once by the library, square metres. */
function uncoveredAtOnce(subject: Area, polygons: readonly Area[]): number {
  const { grid, paths } = polygonSubject(subject)
  const clips = orientedUnion(
    polygons.flatMap((each) => polygonPaths(each, grid).paths),
    FillRule.NonZero,
  )
  return grid.squareMetres(Clipper.areaPaths(Clipper.difference(paths, clips, FillRule.NonZero)))
}

describe('polygons of many corners', () => {
  it('agree with clipping everything at once, gap and all', () => {
    const dice = random('coasts')
    for (let run = 0; run < 12; run++) {
      const subject = polygon(coast(dice, 117, 35, 0.02, 900))
      const zones = Array.from({ length: 1 + (run % 5) }, () =>
        polygon(
          coast(dice, 117 + dice.between(-0.02, 0.02), 35 + dice.between(-0.02, 0.02), dice.between(0.003, 0.02), 700),
        ),
      )
      const { area, uncovered, covered, gap } = cover(subject, zones)
      expect(Math.abs(uncovered - uncoveredAtOnce(subject, zones))).toBeLessThan(1e-9 * area)
      expect(covered + uncovered).toBeCloseTo(area, 3)
      // Drawn to a tenth of a millimetre, over some tens of kilometres of edges.
      expect(Math.abs(sphericalArea(gap!) - uncovered)).toBeLessThan(1e-7 * area)
    }
  })

  it('that share a border corner by corner leave nothing, and each the very other', () => {
    const dice = random('border')
    const ring = coast(dice, 117, 35, 0.02, 1200).slice(0, -1)
    const border = coast(dice, 117, 35, 0.004, 600).slice(0, 300)
    const half = (from: Position[], line: Position[]) => polygon([...from, ...line, from[0]!])
    const north = half(ring.slice(0, 601), border.toReversed())
    const south = half([...ring.slice(600), ring[0]!], border)
    const whole = polygon([...ring, ring[0]!])
    expect(cover(whole, [north, south])).toMatchObject({ share: 1, uncovered: 0, gap: null })
    const { gap, uncovered } = cover(whole, [north])
    expect(gap?.type === 'Polygon' && gap.coordinates.length).toBe(1)
    expect(Math.abs(sphericalArea(gap!) - sphericalArea(south))).toBeLessThan(0.1)
    expect(uncovered).toBeCloseTo(sphericalArea(south), 1)
  })

  it('have the same numbers with and without the gap, and whatever comes beside them far away', () => {
    const dice = random('same bits')
    const subject = polygonSubject(polygon(coast(dice, 117, 35, 0.02, 900)))
    const near = [polygon(coast(dice, 117.01, 35, 0.02, 700)), polygon(coast(dice, 117, 35.01, 0.01, 700))]
    const far = polygon(coast(dice, 118, 36, 0.02, 700))
    const covers = [far, ...near].map((each) => ({ polygon: each, bounds: boundsOf(each) }))
    const { gap, ...numbers } = coverByPolygons(subject, covers)
    expect(gap).not.toBeNull()
    expect(coverByPolygons(subject, covers, { gap: false })).toEqual({ ...numbers, gap: null })
    expect(coverByPolygons(subject, covers.slice(1), { gap: false })).toEqual({ ...numbers, gap: null })
  })

  it('are whole or nothing where no edge meets the subject', () => {
    const dice = random('apart')
    const subject = polygon(coast(dice, 117, 35, 0.01, 900), coast(dice, 117, 35, 0.004, 600).toReversed())
    const round = polygon(coast(dice, 117, 35, 0.04, 800))
    const inHole = polygon(coast(dice, 117, 35, 0.001, 600))
    expect(cover(subject, [round])).toMatchObject({ share: 1, gap: null })
    const { area, share, uncovered, gap } = cover(subject, [inHole])
    expect({ share, uncovered }).toEqual({ share: 0, uncovered: area })
    expect(gap?.type === 'Polygon' && gap.coordinates.length).toBe(2)
  })

  it('are asked of the library where they run along themselves', () => {
    const dice = random('twice')
    const ring = coast(dice, 117, 35, 0.01, 600)
    const twice = polygon(ring, ring, ring)
    const once = cover(polygon(coast(dice, 117, 35, 0.02, 900)), [polygon(ring)])
    expect(cover(polygon(coast(random('twice'), 117, 35, 0.02, 900)), [twice]).area).toBeGreaterThan(0)
    expect(polygonSubject(twice).area / polygonSubject(polygon(ring)).area).toBeCloseTo(1, 8)
    expect(once.share).toBeGreaterThan(0)
    expect(coverByEdges({ parts: [], limits: null }, 1, [])).toBeNull()
  })
})

describe('a subject of many corners', () => {
  it('is as large as by the library: holes, parts that overlap, rings that cross', () => {
    const dice = random('subjects')
    const bow = (): Position[] => {
      const ring = coast(dice, 117, 35, 0.01, 700)
      return [...ring.slice(0, 350), [117.02, 35.02], [116.98, 35.021], ...ring.slice(350)]
    }
    const several: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [
        [coast(dice, 117, 35, 0.01, 700)],
        [coast(dice, 117.008, 35, 0.01, 700), coast(dice, 117.01, 35, 0.002, 300)],
      ],
    }
    const holed = polygon(coast(dice, 117, 35, 0.01, 700), coast(dice, 117, 35, 0.003, 300))
    for (const subject of [several, holed, polygon(bow())]) {
      const { grid, area, ambiguous } = polygonSubject(subject)
      const byLibrary = polygonPaths(subject, grid)
      expect(area / grid.squareMetres(Clipper.areaPaths(byLibrary.paths))).toBeCloseTo(1, 9)
      expect(ambiguous).toBe(byLibrary.ambiguous)
    }
  })

  it('has the rings the library would give, and is cut by map sheets as they are', () => {
    const dice = random('plain')
    const holed = polygon(coast(dice, 117, 35, 0.01, 700).toReversed(), coast(dice, 117, 35, 0.003, 300))
    const { grid, paths, area } = polygonSubject(holed)
    const byLibrary = Clipper.areaPaths(polygonPaths(holed, grid).paths)
    expect(paths.map((path) => Clipper.isPositive(path))).toEqual([true, false])
    expect(Clipper.areaPaths(paths) / byLibrary).toBeCloseTo(1, 12)
    const sheets = [0, 1, 2].map(
      (column) => turf.bboxPolygon([116.99 + column * 0.005, 34.99, 116.994 + column * 0.005, 35.02]).geometry,
    )
    const { covered } = cover(holed, sheets)
    const ground = polygonSubject(holed)
    expect(covered / coverByEdges(ground.ground, area, sheets)!.covered).toBeCloseTo(1, 9)
  })

  it('says when its rings do not say what is inside', () => {
    const dice = random('ambiguous')
    // A ring that goes on inside itself once more: even-odd calls the inner turn a hole, non-zero ground.
    const [outer, inner] = [coast(dice, 117, 35, 0.01, 400), coast(dice, 117, 35, 0.004, 400)]
    const twice = polygon([...outer.slice(0, -1), ...inner.slice(0, -1), outer[0]!])
    expect(polygonSubject(twice).ambiguous).toBe(true)
    expect(polygonSubject(polygon(outer, inner)).ambiguous).toBe(false)
  })

  it('is joined of many and cut to limits as by the library', () => {
    const dice = random('joined')
    const polygons = [0, 0.008, 0.03].map((x) => polygon(coast(dice, 117 + x, 35, 0.01, 700)))
    const limits = [0, 0.01].map((x) => polygon(coast(dice, 117 + x, 35.006, 0.01, 500)))
    const bounds = boundsOf({ type: 'GeometryCollection', geometries: polygons })
    const byTurf = (within: readonly Polygon[] | null): number => {
      const unite = (all: readonly Polygon[]) =>
        all.length > 1
          ? turf.union(turf.featureCollection(all.map((each) => turf.feature(each))))!
          : turf.feature(all[0]!)
      const all = unite(polygons)
      return sphericalArea((within ? turf.intersect(turf.featureCollection([all, unite(within)]))! : all).geometry)
    }
    for (const within of [null, limits]) {
      const joined = joinedSubject(bounds, polygons, within, () => [])!
      // Turf's edges are straight in degrees: over edges of some ten metres that is no difference.
      expect(joined.area / byTurf(within)).toBeCloseTo(1, 7)
      const zone = polygon(coast(dice, 117.005, 35.004, 0.006, 600))
      const found = coverByEdges(joined.ground, joined.area, [zone])!
      expect(found.covered + found.uncovered).toBeCloseTo(joined.area, 2)
      const alone = joinedSubject(bounds, [zone], within, () => [])!
      const both = coverByEdges(alone.ground, alone.area, polygons)!
      // What the zone covers of the joined ground is what the joined ground covers of the zone.
      expect(found.covered / both.covered).toBeCloseTo(1, 8)
    }
  })
})
