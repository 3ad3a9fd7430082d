import * as turf from '@turf/turf'
import { FillRule } from 'clipper2-ts'
import { describe, expect, it } from 'vitest'
import { areaOfBands, bandsOfPaths } from './bandsOfPaths'
import { orientedUnion } from './orientedUnion'
import { withoutSpikes } from './ring'

const path = (...numbers: number[]) =>
  Array.from({ length: numbers.length / 2 }, (_, i) => ({ x: numbers[i * 2]!, y: numbers[i * 2 + 1]! }))

function area(rings: readonly (readonly { readonly x: number; readonly y: number }[])[]): number {
  let doubled = 0
  for (const ring of rings) {
    for (const [i, a] of ring.entries()) {
      const b = ring[(i + 1) % ring.length]!
      doubled += a.x * b.y - a.y * b.x
    }
  }
  return doubled / 2
}

/** Area of the union of rings in the plane by another library. Turf's degrees are only numbers to it. */
function planeUnionArea(rings: readonly ReturnType<typeof path>[]): number {
  const polygons = rings.map((ring) => turf.polygon([[...ring, ring[0]!].map(({ x, y }) => [x / 100, y / 100])]))
  const united = turf.union(turf.featureCollection(polygons))!
  const { coordinates } = turf.multiPolygon(
    united.geometry.type === 'Polygon' ? [united.geometry.coordinates] : united.geometry.coordinates,
  ).geometry
  return Math.abs(
    area(
      coordinates.flatMap((part) => part.map((ring) => ring.slice(1).map(([x, y]) => ({ x: x! * 100, y: y! * 100 })))),
    ),
  )
}

describe('the union of rings', () => {
  it('has its outer rings counter-clockwise beside a spike', () => {
    // A triangle of 100 × 200 / 2 with a spike out to (150, 200).
    expect(area(orientedUnion([path(0, 200, 150, 200, 100, 200, 0, 0)], FillRule.EvenOdd))).toBe(10000)
  })

  it('is nothing for rings without ground', () => {
    expect(orientedUnion([path(0, 0, 50, 0, 0, 0, 0, 0)], FillRule.EvenOdd)).toEqual([])
  })

  it('has holes clockwise and islands in them counter-clockwise', () => {
    const square = (at: number, size: number) => path(at, at, at + size, at, at + size, at + size, at, at + size)
    const rings = orientedUnion([square(0, 100), square(10, 80), square(20, 60)], FillRule.EvenOdd)
    expect(area(rings)).toBe(100 * 100 - 80 * 80 + 60 * 60)
  })
})

describe('where the clipping library is wrong', () => {
  // Found by the fuzz: two parts that cross. The library's own area is 8832.18 here, 7780.20 with the axes exchanged.
  const first = [path(-50, 0, 25, -50, 50, 75), path(-100, 100, -25, -75, -75, 75)]
  const second = [
    path(
      -83.01646136678755,
      -74.55855277366936,
      32.20721539109945,
      -47.29201183654368,
      39.69098110683262,
      -17.96302511356771,
    ),
  ]
  const scaled = (rings: ReturnType<typeof path>[]) =>
    rings.map((ring) => ring.map(({ x, y }) => ({ x: Math.round(x * 2 ** 24), y: Math.round(y * 2 ** 24) })))
  const inMetres = (rings: Parameters<typeof area>[0]) => area(rings) / 2 ** 48

  it('gives the true area, whichever way the axes lie', () => {
    const parts = [
      ...orientedUnion(scaled(first), FillRule.EvenOdd),
      ...orientedUnion(scaled(second), FillRule.EvenOdd),
    ]
    const turned = parts.map((ring) => ring.map(({ x, y }) => ({ x: y, y: x })).reverse())
    // Turf (polyclip-ts) on the same four rings, as areas in the plane.
    const expected = planeUnionArea([...first, ...second])
    expect(inMetres(orientedUnion(parts, FillRule.NonZero))).toBeCloseTo(expected, 4)
    expect(inMetres(orientedUnion(turned, FillRule.NonZero))).toBeCloseTo(expected, 4)
  })

  it('is judged by bands that agree with it on plain things', () => {
    const square = path(0, 0, 100, 0, 100, 100, 0, 100)
    const bow = path(0, 0, 100, 100, 100, 0, 0, 100)
    expect(areaOfBands(bandsOfPaths([square], 'non-zero'))).toBe(10000)
    // Two triangles of 100 × 50 / 2.
    expect(areaOfBands(bandsOfPaths([bow], 'even-odd'))).toBe(5000)
    expect(areaOfBands(bandsOfPaths([bow], 'non-zero'))).toBe(5000)
    expect(areaOfBands(bandsOfPaths([square, square], 'even-odd'))).toBe(0)
    expect(areaOfBands(bandsOfPaths([square, square], 'non-zero'))).toBe(10000)
  })
})

describe('spikes', () => {
  it('go, one after the other, wherever the ring begins', () => {
    const ring = path(0, 0, 10, 0, 10, 10, 20, 10, 10, 10, 10, 30, 10, 10, 0, 10)
    for (let turn = 0; turn < ring.length; turn++) {
      const turned = [...ring.slice(turn), ...ring.slice(0, turn)]
      expect(area([withoutSpikes(turned)])).toBe(100)
      expect(withoutSpikes(turned)).toHaveLength(4)
    }
  })

  it('are all there is of a ring without ground', () => {
    expect(withoutSpikes(path(0, 0, 10, 0, 20, 0, 10, 0))).toEqual([])
    expect(withoutSpikes(path(5, 5, 5, 5, 5, 5))).toEqual([])
  })
})
