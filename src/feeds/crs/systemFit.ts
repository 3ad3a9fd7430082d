import type { ToLines } from '#core/geo/toLines.ts'
import { fromBd09, fromGcj02, toBd09, toGcj02 } from './chinaOffset'

type Pair = readonly [number, number]

/** Systems that differ by some hundred metres, which nobody sees on a map of a county. */
export const OFFSET_SYSTEMS = ['wgs84', 'gcj02', 'bd09'] as const
export type OffsetSystem = (typeof OFFSET_SYSTEMS)[number]

const INTO: Readonly<Record<OffsetSystem, (position: Pair) => Pair>> = {
  wgs84: (position) => position,
  gcj02: toGcj02,
  bd09: toBd09,
}
const FROM: Readonly<Record<OffsetSystem, (position: Pair) => Pair>> = {
  wgs84: (position) => position,
  gcj02: fromGcj02,
  bd09: fromBd09,
}

/** How well positions lie by the roads when they are taken to be of a system. */
export interface SystemFit {
  readonly system: OffsetSystem
  /** Mean metres to the nearest road, each at most `FAR`. */
  readonly metres: number
  /** Share of draws in which it is the nearest of all: how sure it is. */
  readonly sure: number
}

/** Metres beyond which a position tells nothing of a road. */
export const FAR = 120
/** Fewer positions tell nothing. */
const FEWEST = 30
const MOST = 600
const DRAWS = 400

/**
 * Which of the offset systems some positions are likely to be of, the likeliest first: those by roads lie nearest to them when
 * they are read by their own. `declared` is what they were read by. Null: too few to tell.
 */
export function systemFit(
  positions: readonly Pair[],
  declared: OffsetSystem,
  roads: ToLines,
): readonly SystemFit[] | null {
  if (positions.length < FEWEST) return null
  const step = Math.max(1, positions.length / MOST)
  const sample = Array.from({ length: Math.min(MOST, positions.length) }, (_, i) => positions[Math.floor(i * step)]!)
  const written = sample.map(INTO[declared])
  const distances = OFFSET_SYSTEMS.map((system) => written.map((position) => roads(FROM[system](position))))
  const wins = OFFSET_SYSTEMS.map(() => 0)
  const random = drawer()
  for (let draw = 0; draw < DRAWS; draw++) {
    const sums = OFFSET_SYSTEMS.map(() => 0)
    for (const _ of sample) {
      const drawn = Math.floor(random() * sample.length)
      for (const [system, metres] of distances.entries()) sums[system]! += metres[drawn]!
    }
    wins[sums.indexOf(Math.min(...sums))]!++
  }
  return OFFSET_SYSTEMS.map((system, at) => ({
    system,
    metres: distances[at]!.reduce((sum, metres) => sum + metres, 0) / sample.length,
    sure: wins[at]! / DRAWS,
  })).sort((a, b) => a.metres - b.metres)
}

export type SystemVerdict = 'as-declared' | 'another' | 'cannot-tell'

/** What lies by roads is, on the mean, no farther from them (metres); what stands inside of blocks says nothing by its distance. */
const BY_ROADS = 30
/** The next system must be so many times farther from them. */
const CLEARLY = 1.4
const SURE = 0.99

/** Whether the fits of a feed speak for what it was read by, for another system, or for none. */
export function tellSystem(fits: readonly SystemFit[] | null, declared: OffsetSystem): SystemVerdict {
  const [best, next] = fits ?? []
  if (!best || !next) return 'cannot-tell'
  if (best.metres > BY_ROADS || best.sure < SURE || next.metres < CLEARLY * best.metres) return 'cannot-tell'
  return best.system === declared ? 'as-declared' : 'another'
}

/** The same numbers every time (a linear congruence of 32 bits). */
function drawer(): () => number {
  let state = 20260901
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
