import type { ChoiceState } from './choiceState'
import { type Bounded, type Goal, IN } from './costRelaxation'
import type { NeedTable } from './needTable'

interface Mending {
  readonly table: NeedTable
  readonly state: ChoiceState
  readonly goal: Goal
  readonly made: readonly number[]
  /** Prices that say which needs matter. */
  readonly bounded: Bounded | null
  readonly start: Int8Array
  /** All that are not left out from the start. */
  readonly active: readonly number[]
  readonly random: () => number
}

/** Whether all that must stand does. */
export const reaches = (state: ChoiceState, { required, optional, atLeast }: Goal): boolean => {
  for (const row of required) if (!state.standsAt(row)) return false
  let standing = 0
  for (const row of optional) if (state.standsAt(row)) standing++
  return standing >= atLeast
}

/** Adds what brings most for its cost until the goal is reached, then leaves out what it is reached without; null: it is not. */
export function mend({ table, state, goal, made, bounded, start, active, random }: Mending): readonly number[] | null {
  const { costs, brings, gains, gainsOf, least } = table
  state.set(made)
  const had = new Float64Array(least.length)
  const allowed = new Float64Array(gains.length)
  const put = (choice: number): void => {
    for (const { need, by } of brings[choice]!) had[need]! += by
    for (const { at, share } of gainsOf[choice]!) {
      const { need, gain } = gains[at]!
      if (allowed[at]! < 1 - 1e-9 && allowed[at]! + share >= 1 - 1e-9) had[need]! += gain
      allowed[at]! += share
    }
  }
  for (const choice of made) put(choice)
  const wanted = new Set(wantedNeeds(table, goal, bounded))
  const noise = new Map(active.map((choice) => [choice, 0.85 + 0.3 * random()]))
  while (!reaches(state, goal)) {
    let best = -1
    let most = 0
    for (const choice of active) {
      if (state.has(choice)) continue
      let worth = 0
      for (const { need, by } of brings[choice]!) {
        if (!wanted.has(need)) continue
        const lack = least[need]! - had[need]!
        if (by > 0 && lack > 0) worth += (Math.min(by, lack) / Math.max(lack, by)) * weightOf(need, bounded)
        else if (by < 0 && lack - by > 0) worth += by * weightOf(need, bounded)
      }
      for (const { at, share } of gainsOf[choice]!) {
        const { need, gain } = gains[at]!
        const lack = least[need]! - had[need]!
        if (!wanted.has(need) || lack <= 0 || allowed[at]! >= 1 - 1e-9) continue
        const part = Math.min(share, 1 - allowed[at]!)
        worth += ((Math.min(gain, lack) * part) / Math.max(lack, gain)) * weightOf(need, bounded)
      }
      worth = (worth * (noise.get(choice) ?? 1)) / (costs[choice]! + 1e-9)
      if (worth > most) {
        most = worth
        best = choice
      }
    }
    // What the table says enough of may not be enough: subjects count only together, or the kernel is asked.
    if (best < 0) best = cheapestLeft(table, state, active)
    if (best < 0) return null
    state.toggle(best)
    put(best)
  }
  const dearest = state.made.filter((choice) => start[choice] !== IN).sort((a, b) => costs[b]! - costs[a]! || b - a)
  for (const choice of dearest) {
    state.toggle(choice)
    if (!reaches(state, goal)) state.toggle(choice)
  }
  return state.made
}

const weightOf = (need: number, bounded: Bounded | null): number => (bounded ? bounded.prices[need]! + 1e-3 : 1)

function wantedNeeds({ rows }: NeedTable, goal: Goal, bounded: Bounded | null): readonly number[] {
  if (bounded && bounded.wanted.length > 0) return bounded.wanted
  return [...goal.required, ...goal.optional].flatMap((row) => rows[row]!.ways[0] ?? [])
}

/** The cheapest of what the table does not say all about. */
function cheapestLeft({ costs, plain }: NeedTable, state: ChoiceState, active: readonly number[]): number {
  let best = -1
  for (const choice of active) {
    if (state.has(choice) || plain[choice] === 1) continue
    if (best < 0 || costs[choice]! < costs[best]!) best = choice
  }
  return best
}
