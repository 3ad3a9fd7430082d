import type { NeedTable } from './needTable'

/** Which rows must stand: all of some, and at least so many of others. Rows by their places in the table. */
export interface Goal {
  readonly required: readonly number[]
  readonly optional: readonly number[]
  readonly atLeast: number
}

/** A choice that is not decided, is not made, or is made. */
export const FREE = -1
export const OUT = 0
export const IN = 1

export interface Bounded {
  /** No choice that goes with what is decided costs less; Infinity: none reaches the goal. */
  readonly bound: number
  /** What each choice costs beyond what it brings, at the multipliers of the bound. */
  readonly reduced: Float64Array
  /** Prices of the needs and of the subjects. */
  readonly prices: Float64Array
  readonly subjectPrices: Float64Array
  /** Needs that a cheapest way to the goal would have to meet. */
  readonly wanted: readonly number[]
}

const TINY = 1e-9

/**
 * Lagrangian relaxation of the least cost of a goal: needs and subjects are given prices, each choice is then made or not by
 * itself. Every price from 0 gives a valid bound; the prices are improved by subgradients, from those of a bound before.
 */
export function boundCost(
  table: NeedTable,
  goal: Goal,
  decided: Int8Array,
  {
    target,
    rounds,
    from,
    active,
  }: {
    readonly target: number
    readonly rounds: number
    readonly from: Bounded | null
    /** All that are not left out from the start. */
    readonly active: readonly number[]
  },
): Bounded {
  const { choices, costs, brings, gains, gainsOf, least } = table
  const open = openWays(table, goal, decided, active)
  const subjects = [...new Set(active.flatMap((choice) => gainsOf[choice]!.map(({ at }) => at)))]
  const prices = from ? Float64Array.from(from.prices) : new Float64Array(least.length)
  const subjectPrices = from ? Float64Array.from(from.subjectPrices) : new Float64Array(gains.length)
  const reduced = new Float64Array(choices)
  let best: Bounded = { bound: open ? 0 : Infinity, reduced, prices, subjectPrices, wanted: [] }
  if (!open) return best
  best = { ...best, bound: Number.NEGATIVE_INFINITY }
  const lack = new Float64Array(least.length)
  const excess = new Float64Array(gains.length)
  let step = 1.5
  let idle = 0
  for (let round = 0; round < rounds; round++) {
    const picked = pickWays(open, goal, prices, table)
    let value = picked.value
    lack.set(picked.targets)
    for (const at of subjects) {
      const { need, gain, choices: of } = gains[at]!
      const worth = subjectPrices[at]! - prices[need]! * gain
      excess[at] = 0
      if (worth >= 0 || of.every((choice) => decided[choice] === OUT)) continue
      value += worth
      lack[need]! -= gain
      excess[at] = 1
    }
    for (const choice of active) {
      let own = costs[choice]!
      for (const { need, by } of brings[choice]!) own -= prices[need]! * by
      for (const { at, share } of gainsOf[choice]!) own -= subjectPrices[at]! * share
      reduced[choice] = own
      const state = decided[choice]
      if (state === OUT || (state === FREE && own >= 0)) continue
      value += own
      for (const { need, by } of brings[choice]!) lack[need]! -= by
      for (const { at, share } of gainsOf[choice]!) excess[at]! -= share
    }
    if (value > best.bound + TINY * Math.abs(best.bound) || round === 0) {
      idle = value > best.bound ? 0 : idle
      best = {
        ...{ bound: value, reduced: Float64Array.from(reduced), prices: Float64Array.from(prices) },
        ...{ subjectPrices: Float64Array.from(subjectPrices), wanted: picked.wanted },
      }
    } else if (++idle % 8 === 0) {
      step /= 2
      if (step < 1e-3) break
      prices.set(best.prices)
      subjectPrices.set(best.subjectPrices)
    }
    let size = 0
    for (let at = 0; at < lack.length; at++) {
      if (prices[at]! <= 0 && lack[at]! < 0) lack[at] = 0
      size += lack[at]! ** 2
    }
    for (let at = 0; at < excess.length; at++) {
      if (subjectPrices[at]! <= 0 && excess[at]! < 0) excess[at] = 0
      size += excess[at]! ** 2
    }
    if (size < 1e-18) break
    const length = (step * Math.max(target - value, TINY + 1e-4 * Math.abs(target))) / size
    for (let at = 0; at < lack.length; at++) prices[at] = Math.max(0, prices[at]! + length * lack[at]!)
    for (let at = 0; at < excess.length; at++) {
      subjectPrices[at] = Math.max(0, subjectPrices[at]! + length * excess[at]!)
    }
  }
  return best
}

/** The ways of rows that can still be gone, by row; null where the goal cannot be reached. */
function openWays(
  { rows, brings, gains, gainsOf, least }: NeedTable,
  goal: Goal,
  decided: Int8Array,
  active: readonly number[],
): ReadonlyMap<number, readonly (readonly number[])[]> | null {
  const most = new Float64Array(least.length)
  const allowed = new Map<number, number>()
  for (const choice of active) {
    if (decided[choice] === OUT) continue
    for (const { need, by } of brings[choice]!) if (by > 0 || decided[choice] === IN) most[need]! += by
    for (const { at, share } of gainsOf[choice]!) allowed.set(at, (allowed.get(at) ?? 0) + share)
  }
  for (const [at, share] of allowed) most[gains[at]!.need]! += gains[at]!.gain * Math.min(1, share)
  const open = new Map<number, readonly (readonly number[])[]>()
  for (const row of [...goal.required, ...goal.optional]) {
    const ways = rows[row]!.ways.filter((way) => way.every((need) => most[need]! >= least[need]! - TINY))
    if (ways.length > 0) open.set(row, ways)
  }
  if (goal.required.some((row) => !open.has(row))) return null
  return goal.optional.filter((row) => open.has(row)).length < goal.atLeast ? null : open
}

/** The cheapest ways at these prices, and what each need is then held to. */
function pickWays(
  open: ReadonlyMap<number, readonly (readonly number[])[]>,
  goal: Goal,
  prices: Float64Array,
  { rows, least, lowest }: NeedTable,
) {
  const targets = Float64Array.from(lowest)
  const wanted: number[] = []
  let value = 0
  const priced = (row: number) => {
    let off = 0
    for (const need of new Set(rows[row]!.ways.flat())) off += prices[need]! * lowest[need]!
    let best: readonly number[] = []
    let on = Infinity
    for (const way of open.get(row) ?? []) {
      const cost = way.reduce((sum, need) => sum + prices[need]! * (least[need]! - lowest[need]!), off)
      if (cost < on) {
        on = cost
        best = way
      }
    }
    return { off, on, best }
  }
  const take = (way: readonly number[]) => {
    for (const need of way) {
      targets[need] = least[need]!
      wanted.push(need)
    }
  }
  for (const row of goal.required) {
    const { on, best } = priced(row)
    value += on
    take(best)
  }
  const optional = goal.optional.map(priced).sort((a, b) => a.on - a.off - (b.on - b.off))
  optional.forEach(({ on, off, best }, at) => {
    if (on < Infinity && (at < goal.atLeast || on < off)) {
      value += on
      take(best)
    } else value += off
  })
  return { value, targets, wanted }
}
