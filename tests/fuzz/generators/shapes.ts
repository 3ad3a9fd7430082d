import type { FieldCover } from '#core/geo/coverage/fieldCover.ts'
import type { Random } from '#seeds/random.ts'
import type { Part } from '../coverageCase'

export type Point = readonly [number, number]
export type Ring = Part[number]

export function disc(x: number, y: number, radius: number): FieldCover {
  return { x, y, radius, azimuth: null, beamwidth: null }
}

export function sector(x: number, y: number, radius: number, azimuth: number, beamwidth: number): FieldCover {
  return { x, y, radius, azimuth, beamwidth }
}

/** Closed by repeating the first point. */
export function closed(points: readonly Point[]): Ring {
  return [...points, points[0]!]
}

export function rectangle(x0: number, y0: number, x1: number, y1: number): Ring {
  return closed([
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ])
}

/** Points round a centre at growing angles: never crosses itself, of any roughness (0 is regular). */
export function blob(random: Random, x: number, y: number, size: number, corners: number, roughness = 0.6): Ring {
  const turn = random.next()
  return closed(
    Array.from({ length: corners }, (_, i): Point => {
      const angle = (2 * Math.PI * (i + turn + roughness * 0.8 * (random.next() - 0.5))) / corners
      const reach = size * (1 - roughness * random.next())
      return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)]
    }),
  )
}

/** Whole-number points (a, b) of the circle of radius 65 by multiples: 3-4-5, 5-12-13, 16-63-65, 33-56-65, 25-60-65. */
export const onCircle65: readonly Point[] = [
  [65, 0],
  [63, 16],
  [60, 25],
  [56, 33],
  [52, 39],
  [39, 52],
  [33, 56],
  [25, 60],
  [16, 63],
  [0, 65],
  [-16, 63],
  [-25, 60],
  [-33, 56],
  [-39, 52],
  [-52, 39],
  [-56, 33],
  [-60, 25],
  [-63, 16],
  [-65, 0],
  [-63, -16],
  [-60, -25],
  [-56, -33],
  [-52, -39],
  [-39, -52],
  [-33, -56],
  [-25, -60],
  [-16, -63],
  [0, -65],
  [16, -63],
  [25, -60],
  [33, -56],
  [39, -52],
  [52, -39],
  [56, -33],
  [60, -25],
  [63, -16],
]

/** Some of the 36 points, in order round the circle. */
export function someOnCircle65(random: Random, atLeast: number): Point[] {
  const kept = onCircle65.filter(() => random.chance(0.3))
  return kept.length >= atLeast ? kept : onCircle65.filter((_, i) => i % Math.floor(36 / atLeast) === 0)
}

/** A plain subject about the origin: rectangle, blob, blob with a hole, or two parts. */
export function plainSubject(random: Random, size: number): Part[] {
  const kind = random.whole(0, 4)
  if (kind === 0) return [[rectangle(-size, -size * random.between(0.2, 1), size, size * random.between(0.2, 1))]]
  const outer = blob(random, 0, 0, size, random.whole(3, 14), random.pick([0, 0.3, 0.6]))
  if (kind < 3) return [[outer]]
  if (kind === 3)
    return [[blob(random, 0, 0, size, random.whole(8, 14), 0.3), blob(random, 0, 0, size / 3, random.whole(3, 7))]]
  return [[outer], [blob(random, 2.5 * size, 0, size, random.whole(3, 9))]]
}
