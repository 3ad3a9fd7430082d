import type { Random } from '../random'
import { distance } from './measure'
import { noise } from './noise'
import type { Point } from './plane'
import type { LandUse } from './types'

const oldTown: Point = [-136, -1168]
const government: Point = [-800, 620]
const hearts: readonly Point[] = [
  [650, 150],
  [2000, 1750],
  [-300, -250],
  [5200, 600],
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

function townUse(area: number, stream: Random): LandUse {
  return weighted(stream, [
    ['residential', 10],
    ['commercial', 1.8],
    ['school', area > 15000 ? 1.2 : 0],
    ['market', 0.8],
    ['office', 0.7],
    ['hospital', area > 9000 ? 0.45 : 0],
    ['industrial', area > 15000 ? 1.8 : 0],
    ['park', area < 9000 ? 0.9 : 0.3],
  ])
}

function zoneUse([east, north]: Point, area: number, stream: Random): LandUse {
  const homes = noise([east, north], 1500, 85) > 0.25 && east > -3700
  return weighted(stream, [
    ['industrial', homes ? 0.5 : 10],
    ['logistics', north < -800 && !homes ? 4 : 0.6],
    ['residential', homes ? 8 : 0.2],
    ['office', 0.5],
    ['park', area < 20_000 ? 0.8 : 0.2],
  ])
}

/** What a block is used for: by where it lies, then by a slowly changing field, then by chance. */
export function chooseUse(centre: Point, area: number, place: 'city' | 'town', stream: Random): LandUse {
  if (place === 'town') return townUse(area, stream)
  if (centre[0] < -2400) return zoneUse(centre, area, stream)
  const small = area < 9000
  const fromOldTown = distance(centre, oldTown)
  if (fromOldTown < 330) return 'scenic'
  if (fromOldTown < 1050) {
    return weighted(stream, [
      ['residential', 12],
      ['commercial', noise(centre, 700, 84) > 0.1 ? 5 : 0.8],
      ['market', 0.4],
      ['school', area > 14_000 ? 0.8 : 0],
      ['park', small ? 0.5 : 0.1],
    ])
  }
  if (distance(centre, government) < 330) return 'office'
  const heart = Math.min(...hearts.map((point) => distance(centre, point)))
  if (heart < 480) {
    return weighted(stream, [
      ['commercial', heart < 280 ? 12 : 5],
      ['residential', 3],
      ['office', 1.4],
      ['square', small ? 1 : 0],
    ])
  }
  const works = noise(centre, 2400, 81) > 0.3 && (centre[1] < -2300 || (centre[0] > 3300 && centre[0] < 4400))
  return weighted(stream, [
    ['residential', 14],
    ['commercial', noise(centre, 800, 83) > 0.45 ? 6 : 0.5],
    ['office', noise(centre, 1300, 82) > 0.5 ? 4 : 0.2],
    ['school', area > 22_000 ? 1.3 : 0],
    ['hospital', area > 22_000 ? 0.22 : 0],
    ['park', small ? 1.6 : 0.35],
    ['market', small ? 0.3 : 0.1],
    ['industrial', works ? 30 : 0],
  ])
}
