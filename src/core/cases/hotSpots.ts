import type { Position } from 'geojson'
import type { CityFeature } from '../model/feature'
import { readCase } from './caseRecord'
import { type Hexagon, hexagonGrid } from './hexagonGrid'

/** Hours, weeks and metres (see `HotSpotQuestion`) where nobody says otherwise. */
export const USUAL_HOT_SPOTS = { hours: 12, weeks: 6, radius: 400 } as const

export interface HotSpotQuestion {
  /** Epoch milliseconds. */
  readonly now: number
  /** Hours looked back, and in each of the weeks before; at most 168. */
  readonly hours: number
  /** Weeks compared with, at most. */
  readonly weeks: number
  /** Middle of the grid, [longitude, latitude]. */
  readonly origin: Position
  /** Metres from the middle of a cell to a corner. */
  readonly radius: number
  /** Since when reports are kept, epoch milliseconds; null where they are not. */
  readonly since: number | null
}

export interface HotCell {
  /** Axial coordinates, such as `3:-1`. */
  readonly id: string
  readonly centre: Position
  readonly ring: Position[]
  /** Reports in the last hours. */
  readonly now: number
  /** Mean of the same hours of past weeks; null while fewer than `FEWEST_WEEKS` are known. */
  readonly usual: number | null
  /** Standard deviation of those weeks; null as above. */
  readonly spread: number | null
  /** Chance of so many reports or more, were nothing unusual; null as above. */
  readonly chance: number | null
  /** −log10 of the chance: 2 is one in a hundred; null as above. */
  readonly score: number | null
  readonly state: 'emerging' | 'usual' | 'unknown'
  /** The class most of the reports of now are of; null where they name none. */
  readonly topClass: string | null
  /** The reports of now. */
  readonly cases: readonly CityFeature[]
}

export interface HotSpots {
  readonly from: number
  readonly to: number
  /** Weeks there is something to compare with. */
  readonly weeks: number
  /** Cells with a report now: emerging ones first, then by score and count. */
  readonly cells: readonly HotCell[]
}

/** With fewer past weeks nothing is said to be usual. */
export const FEWEST_WEEKS = 3
/** Fewer reports than this are never a hot spot. */
const FEWEST_REPORTS = 3
/** Largest chance at which a cell counts as emerging. */
const UNLIKELY = 0.01

const HOUR = 3_600_000
const WEEK = 168 * HOUR

/**
 * Emerging hot spots: hexagons in which more is reported than in the same hours of past weeks.
 *
 * The rule: a cell had c₁ … c_w reports in the same hours of w past weeks, Σ in all, and n now. Taking reports as Poisson
 * with a rate that those weeks tell (Jeffreys prior), n follows the negative binomial distribution with Σ + ½ and
 * w / (w + 1). The cell is emerging when n or more has a chance of at most 1 in 100, n is at least 3, and n is above the
 * mean by more than twice the standard deviation of the weeks (so that a cell that always swings does not alarm).
 * Weeks before `since` are not counted as quiet; with fewer than 3 of them the cell is unknown.
 */
export function hotSpots(cases: readonly CityFeature[], question: HotSpotQuestion): HotSpots {
  const { now, hours, weeks: wanted, origin, radius, since } = question
  const length = hours * HOUR
  const known = since === null ? 0 : Math.floor((now - length - since) / WEEK)
  const weeks = Math.max(0, Math.min(wanted, known))
  const grid = hexagonGrid(origin, radius)

  const cells = new Map<string, { hexagon: Hexagon; recent: CityFeature[]; past: number[] }>()
  for (const feature of cases) {
    const { geometry, properties } = feature
    const reported = readCase(properties)?.reported ?? feature.time
    if (geometry?.type !== 'Point' || reported === null || reported > now) continue
    const week = Math.floor((now - reported) / WEEK)
    if (week > weeks || now - reported - week * WEEK >= length) continue
    const hexagon = grid.hexagonAt(geometry.coordinates)
    const id = `${hexagon.q}:${hexagon.r}`
    const cell = cells.get(id) ?? { hexagon, recent: [], past: new Array<number>(weeks).fill(0) }
    cells.set(id, cell)
    if (week === 0) cell.recent.push(feature)
    else cell.past[week - 1]! += 1
  }

  const found = [...cells].flatMap(([id, { hexagon, recent, past }]): HotCell[] => {
    if (recent.length === 0) return []
    const place = { centre: grid.centre(hexagon), ring: grid.ring(hexagon) }
    return [{ id, ...place, ...judge(recent.length, past), topClass: topClassOf(recent), cases: recent }]
  })
  return { from: now - length, to: now, weeks, cells: found.sort(byHeat) }
}

type Judgement = Pick<HotCell, 'now' | 'usual' | 'spread' | 'chance' | 'score' | 'state'>

function judge(now: number, past: readonly number[]): Judgement {
  const weeks = past.length
  if (weeks < FEWEST_WEEKS) return { now, usual: null, spread: null, chance: null, score: null, state: 'unknown' }
  const sum = past.reduce((total, count) => total + count, 0)
  const usual = sum / weeks
  const spread = Math.sqrt(past.reduce((total, count) => total + (count - usual) ** 2, 0) / (weeks - 1))
  const chance = chanceOf(now, sum + 0.5, weeks / (weeks + 1))
  const emerging = now >= FEWEST_REPORTS && chance <= UNLIKELY && now > usual + 2 * spread
  return { now, usual, spread, chance, score: -Math.log10(chance), state: emerging ? 'emerging' : 'usual' }
}

/**
 * Chance that a negative binomial variable is at least `count`, summed from `count` up: the terms fall, and one less the
 * sum below would lose small chances.
 */
function chanceOf(count: number, shape: number, p: number): number {
  // In logarithms up to there: the chance of none may be too small for a number.
  let log = shape * Math.log(p)
  for (let n = 0; n < count; n++) log += Math.log(((shape + n) / (n + 1)) * (1 - p))
  let term = Math.exp(log)
  let sum = 0
  for (let n = count; term > sum * 1e-15; n++) {
    sum += term
    term *= ((shape + n) / (n + 1)) * (1 - p)
  }
  return Math.min(1, sum)
}

function topClassOf(cases: readonly CityFeature[]): string | null {
  const counts = new Map<string, number>()
  for (const { properties } of cases) {
    if (typeof properties.class === 'string') counts.set(properties.class, (counts.get(properties.class) ?? 0) + 1)
  }
  const [top] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return top?.[0] ?? null
}

function byHeat(a: HotCell, b: HotCell): number {
  const emerging = Number(b.state === 'emerging') - Number(a.state === 'emerging')
  return emerging || (b.score ?? 0) - (a.score ?? 0) || b.now - a.now || (a.id < b.id ? -1 : 1)
}
