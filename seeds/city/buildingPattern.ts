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
  /** Least and most floors. */
  readonly floors: readonly [number, number]
  /** Some buildings are towers. */
  readonly tower: { readonly share: number; readonly floors: readonly [number, number] } | null
  readonly storey: number
  /** Share of the places that are built on. */
  readonly fill: number
}

const slab: Pattern = {
  width: 86,
  depth: 14,
  gap: 20,
  rowGap: 42,
  setback: 10,
  floors: [5, 7],
  tower: null,
  storey: 3,
  fill: 0.96,
}

const courtyard: Pattern = { ...slab, width: 33, depth: 14, gap: 8, rowGap: 14, setback: 5, floors: [1, 3], fill: 0.88 }

/** The layout for a block's use, or null where nothing is built. */
export function patternFor({ use, place, centre, area }: BlockPlan, stream: Random): Pattern | null {
  const town = place === 'town'
  switch (use) {
    case 'residential': {
      if (town) return { ...slab, width: 66, depth: 12, gap: 20, rowGap: 46, setback: 9, floors: [2, 6], fill: 0.72 }
      const fromOldTown = Math.max(Math.abs(centre[0] + 136), Math.abs(centre[1] + 1168))
      if (fromOldTown < 850) return courtyard
      if (area > 14_000 && stream.chance(0.28)) {
        return { ...slab, width: 36, depth: 17, gap: 32, rowGap: 48, setback: 15, floors: [17, 30], storey: 2.95 }
      }
      if (stream.chance(0.2)) return { ...slab, floors: [9, 11], rowGap: 36 }
      return slab
    }
    case 'commercial': {
      const tower = town ? null : { share: 0.22, floors: [14, 23] as const }
      const size = town ? { width: 44, depth: 16 } : { width: 58, depth: 30 }
      return {
        ...slab,
        ...size,
        gap: 16,
        rowGap: 28,
        setback: 7,
        floors: [2, town ? 4 : 6],
        tower,
        storey: 4,
        fill: 0.92,
      }
    }
    case 'office': {
      const tower = { share: 0.2, floors: [11, 18] as const }
      return {
        ...slab,
        width: 56,
        depth: 19,
        gap: 24,
        rowGap: 38,
        setback: 13,
        floors: [4, 8],
        tower,
        storey: 3.8,
        fill: 0.8,
      }
    }
    case 'industrial':
      if (place === 'site') {
        const tower = { share: 0.2, floors: [6, 8] as const }
        return {
          ...slab,
          width: 78,
          depth: 40,
          gap: 30,
          rowGap: 34,
          setback: 22,
          floors: [2, 3],
          tower,
          storey: 9,
          fill: 0.75,
        }
      }
      return {
        ...slab,
        width: 108,
        depth: 40,
        gap: 22,
        rowGap: 24,
        setback: 13,
        floors: [1, 2],
        storey: 7.5,
        fill: 0.86,
      }
    case 'logistics':
      return {
        ...slab,
        width: 130,
        depth: 46,
        gap: 26,
        rowGap: 36,
        setback: 16,
        floors: [1, 1],
        storey: 11,
        fill: 0.92,
      }
    case 'school':
      return {
        ...slab,
        width: 62,
        depth: 14,
        gap: 28,
        rowGap: 42,
        setback: 13,
        floors: [3, 5],
        storey: 3.8,
        fill: 0.66,
      }
    case 'hospital': {
      const tower = { share: 0.3, floors: [11, 16] as const }
      return {
        ...slab,
        width: 62,
        depth: 21,
        gap: 20,
        rowGap: 30,
        setback: 11,
        floors: [4, 7],
        tower,
        storey: 3.9,
        fill: 0.85,
      }
    }
    case 'market':
      return { ...slab, width: 66, depth: 22, gap: 9, rowGap: 12, setback: 6, floors: [1, 2], storey: 6, fill: 0.95 }
    case 'scenic':
      return { ...courtyard, width: 24, gap: 12, rowGap: 18, setback: 8, floors: [1, 1], storey: 7.5, fill: 0.8 }
    case 'station':
      return { ...slab, width: 150, depth: 34, gap: 40, rowGap: 60, setback: 18, floors: [2, 2], storey: 8, fill: 1 }
    case 'village':
      return { ...slab, width: 58, depth: 10, gap: 10, rowGap: 24, setback: 12, floors: [1, 2], storey: 3.3, fill: 1 }
    case 'park':
    case 'square':
      return null
  }
}
