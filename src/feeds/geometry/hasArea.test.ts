import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { hasArea } from './hasArea'

/** Positions of a path that wanders: numbers of a congruence, the same every time. */
function wander(count: number, step: (at: number, chance: () => number) => Position): Position[] {
  let state = 20260901
  const chance = (): number => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return state / 2 ** 31
  }
  return Array.from({ length: count }, (_, at) => step(at, chance))
}

const trail = (count: number): Position[] => {
  let [x, y] = [116.5, 35.2]
  return wander(count, (_, chance) => {
    x += (chance() - 0.5) * 1e-4
    y += (chance() - 0.5) * 1e-4
    return [x, y]
  })
}
/** Long strokes side by side: nearly all of them cross every height. */
const strokes = (count: number): Position[] =>
  wander(count, (at, chance) => [116.5 + at * 1e-5, 35.2 + (at % 2) * 0.1 + chance() * 1e-3])
/** With one more position in the middle of each piece. */
const halved = (path: readonly Position[]): Position[] =>
  path.flatMap(([x = 0, y = 0], at) => {
    const [px = 0, py = 0] = path[at - 1] ?? []
    return at === 0
      ? [[x, y]]
      : [
          [(x + px) / 2, (y + py) / 2],
          [x, y],
        ]
  })
const thereAndBack = (path: readonly Position[], back = path): Position[] => [...path, ...back.toReversed().slice(1)]

/** Edges met by all looks. */
function work(ring: readonly Position[]): { area: boolean; met: number; edges: number } {
  let met = 0
  const area = hasArea(ring, (edges) => {
    met += edges
  })
  return { area, met, edges: ring.length - 1 }
}

describe('a line digitised there and back', () => {
  it.each([
    ['the same way', trail(2000), undefined],
    ['with other positions on the way back', trail(2000), halved],
    ['in long strokes', strokes(2000), undefined],
    ['in long strokes with other positions', strokes(2000), halved],
  ])('has no area: %s', (_, path, back) => {
    expect(work(thereAndBack(path, back?.(path))).area).toBe(false)
  })

  it.each([
    ['trail', trail],
    ['strokes', strokes],
  ])('costs no more than in proportion to its length: %s', (_, make) => {
    for (const count of [1000, 4000, 16_000]) {
      const path = make(count)
      const ring = thereAndBack(path, halved(path))
      const { met, edges } = work(ring)
      expect(met).toBeLessThanOrEqual(32 * edges + 100_000)
      // Nothing is left of edges that are run twice.
      expect(work(thereAndBack(path)).met).toBe(0)
    }
  })

  it('has the area of the bow tie at its end, small as it is', () => {
    const path = strokes(2000)
    const [x = 0, y = 0] = path.at(-1) ?? []
    const tie = [
      [x, y],
      [x + 1e-6, y + 1e-6],
      [x + 1e-6, y],
      [x, y + 1e-6],
    ]
    expect(work([...path, ...tie, ...path.toReversed()]).area).toBe(true)
  })
})
