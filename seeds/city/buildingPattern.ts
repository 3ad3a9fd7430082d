import type { Random } from '../random'
import type { BlockPlan } from './growBlocks'

/** How the buildings of a block are laid out; metres. */
export interface Pattern {
  readonly width: number
  readonly depth: number
  /** Between neighbours in a row, and between rows. */
  readonly gap: number
  readonly rowGap: number
  readonly setback: number
  readonly floors: readonly [number, number]
  readonly storey: number
  /** Share of the places that are built on. */
  readonly fill: number
}

type Numbers = readonly [
  width: number,
  depth: number,
  gap: number,
  rowGap: number,
  setback: number,
  low: number,
  high: number,
  storey: number,
  fill: number,
]

function pattern([width, depth, gap, rowGap, setback, low, high, storey, fill]: Numbers): Pattern {
  return { width, depth, gap, rowGap, setback, floors: [low, high], storey, fill }
}

/** The layout for a block's use, or null where nothing is built. */
export function patternFor({ use, place, centre }: BlockPlan, stream: Random): Pattern | null {
  switch (use) {
    case 'residential': {
      const oldTown = Math.abs(centre[0] + 136) < 1000 && Math.abs(centre[1] + 1168) < 1000
      if (place === 'town') return pattern([46, 12, 14, 26, 7, 3, 6, 3, 0.8])
      if (oldTown) return pattern([26, 13, 9, 14, 5, 1, 3, 3.2, 0.85])
      if (stream.chance(0.3)) return pattern([30, 17, 26, 42, 14, 17, 30, 2.95, 0.95])
      return pattern([62, 13, 16, 30, 9, 5, 7, 3, 0.93])
    }
    case 'commercial':
      return place === 'town'
        ? pattern([34, 18, 10, 24, 5, 2, 4, 4, 0.8])
        : pattern([48, 30, 22, 36, 9, 4, 20, 4, 0.85])
    case 'office':
      return pattern([58, 20, 30, 45, 14, 4, 12, 3.8, 0.75])
    case 'industrial':
      return pattern([92, 42, 22, 26, 12, 1, 2, 8, 0.75])
    case 'logistics':
      return pattern([130, 48, 26, 40, 15, 1, 1, 11, 0.85])
    case 'school':
      return pattern([64, 15, 30, 48, 14, 3, 5, 3.8, 0.6])
    case 'hospital':
      return pattern([66, 22, 24, 34, 12, 4, 14, 3.9, 0.75])
    case 'market':
      return pattern([70, 26, 10, 14, 6, 1, 2, 6, 0.9])
    case 'scenic':
      return pattern([22, 12, 12, 20, 8, 1, 1, 7, 0.7])
    case 'station':
      return pattern([120, 30, 30, 60, 16, 2, 3, 7, 1])
    case 'village':
      return pattern([38, 9, 16, 30, 8, 1, 2, 3.3, 0.75])
    case 'park':
    case 'square':
      return null
  }
}
