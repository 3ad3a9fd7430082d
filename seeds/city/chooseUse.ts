import type { Random } from '../random'
import { distance } from './measure'
import { noise } from './noise'
import type { Point } from './plane'
import type { LandUse } from './types'

const oldTown: Point = [-136, -1168]
const government: Point = [-800, 620]
const commercialHearts: readonly Point[] = [
  [700, 300],
  [2000, 1800],
  [-400, -400],
]

function weighted(stream: Random, weights: readonly (readonly [LandUse, number])[]): LandUse {
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  let left = stream.between(0, total)
  for (const [use, weight] of weights) {
    left -= weight
    if (left < 0) return use
  }
  return weights[0]![0]
}

/** What a block is used for: by where it lies, and then by chance. */
export function chooseUse(centre: Point, area: number, place: 'city' | 'town', stream: Random): LandUse {
  const small = area < 9000
  if (place === 'town') {
    return weighted(stream, [
      ['residential', 9],
      ['commercial', 2],
      ['school', area > 15000 ? 1 : 0],
      ['market', 0.8],
      ['office', 0.7],
      ['hospital', 0.4],
      ['industrial', 1.6],
      ['park', 0.6],
    ])
  }
  if (centre[0] < -2350) {
    return weighted(stream, [
      ['industrial', 9],
      ['logistics', 2.2],
      ['residential', centre[0] > -3300 ? 2.5 : 0.4],
      ['office', 0.6],
      ['park', 0.5],
    ])
  }
  if (distance(centre, oldTown) < 430) return 'scenic'
  if (distance(centre, oldTown) < 1000) {
    return weighted(stream, [
      ['residential', 10],
      ['commercial', 3],
      ['market', 0.6],
      ['school', area > 14000 ? 0.8 : 0],
      ['park', 0.3],
      ['square', small ? 0.3 : 0],
    ])
  }
  if (distance(centre, government) < 380) return 'office'
  const heart = Math.min(...commercialHearts.map((point) => distance(centre, point)))
  if (heart < 520) {
    return weighted(stream, [
      ['commercial', 6],
      ['residential', 3],
      ['office', 1.5],
      ['square', small ? 1 : 0.2],
    ])
  }
  const industrial = noise(centre, 2600, 81) > 0.35 && (centre[1] < -2200 || centre[0] > 3400)
  return weighted(stream, [
    ['residential', 12],
    ['commercial', 1.8],
    ['office', 0.7],
    ['school', area > 18000 ? 1.4 : 0],
    ['hospital', area > 15000 ? 0.25 : 0],
    ['park', small ? 1.6 : 0.7],
    ['market', 0.4],
    ['industrial', industrial ? 8 : 0],
  ])
}
