import { Clipper } from 'clipper2-ts'
import type { Position } from 'geojson'
import { afterEach, expect, it, vi } from 'vitest'
import { random } from '#seeds/random.ts'
import { polygonSubject } from '../polygonSubject'
import { areaOfBands, bandsOfPaths } from '../rings/bandsOfPaths'
import { edgeLayer } from './edgeLayer'

afterEach(() => vi.restoreAllMocks())

/** Long strokes side by side, and beside them a spike: out, on over its first corner, and back with a stop on the way. */
function strokesWithSpike(count: number): Position[] {
  const dice = random('strokes')
  const strokes = Array.from(
    { length: count },
    (_, at): Position => [117 + at * 1e-5, 35 + (at % 2) * 0.1 + dice.between(0, 1e-3)],
  )
  const spike = [116.5, 116.25, 117 - 2 ** -6, 116.5, 116.25].map((x): Position => [x, 34.9])
  return [...spike, [116.25, 35], ...strokes, [117 + count * 1e-5, 34.8], spike[0]!]
}

it('a spike that lies over other positions is read by its edges, however long the ring: nothing is clipped', () => {
  const united = vi.spyOn(Clipper, 'booleanOpWithPolyTree')
  for (const count of [1_000, 4_000]) {
    const ring = strokesWithSpike(count)
    const { ground, area, ambiguous } = polygonSubject({ type: 'Polygon', coordinates: [ring] })
    expect(ground.parts.map(({ cleaned, sound }) => [cleaned, sound])).toEqual([[false, true]])
    expect(ambiguous).toBe(false)
    // The same without the spike.
    const plain = polygonSubject({ type: 'Polygon', coordinates: [[ring[0]!, ...ring.slice(4)]] })
    expect(area / plain.area).toBeCloseTo(1, 10)
  }
  expect(united).not.toHaveBeenCalled()
})

it('what is left of rings that run there and back has the area of the whole, by both rules', () => {
  const dice = random('reversals')
  const flat = { toX: (x: number) => x, toY: (y: number) => y, toPosition: (x: number, y: number) => [x, y] as const }
  let reversed = 0
  for (let run = 0; run < 4_000; run += 1) {
    const corners = Array.from({ length: dice.whole(4, 9) }, () => [dice.whole(0, 5), dice.whole(0, 5)])
    const layer = edgeLayer([[...corners, corners[0]!]], flat)
    const path = corners.map(([x = 0, y = 0]) => ({ x, y }))
    if (!layer) {
      expect(Math.abs(areaOfBands(bandsOfPaths([path], 'even-odd')))).toBe(0)
      continue
    }
    if (!layer.sound) continue
    if (layer.x.length < corners.length + 1) reversed += 1
    expect(layer.area).toBeCloseTo(areaOfBands(bandsOfPaths([path], 'even-odd')), 9)
  }
  expect(reversed).toBeGreaterThan(20)
})
