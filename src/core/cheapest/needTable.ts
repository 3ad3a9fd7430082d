import type { ChoiceModel, ModelRow } from './choiceModel'
import type { SubjectPart } from './metricSum'
import { type Need, starNeeds } from './starNeeds'

/** A subject that may come to count: at most `gain`, and no more than the choices made for it allow. */
interface Gain {
  readonly need: number
  readonly gain: number
  readonly choices: readonly number[]
  /** How much of the gain each allows at most, 1 for all of it. */
  readonly shares: readonly number[]
}

interface NeedRow {
  /** Place in the model. */
  readonly row: number
  /** Needs by their places, one list for each way. */
  readonly ways: readonly (readonly number[])[]
}

/**
 * The needs of rows as a table of numbers: each choice brings so much to each need, subjects that several choices matter to at
 * most so much. Whatever makes a row stand meets one of its ways here; not all that does makes it stand.
 */
export interface NeedTable {
  readonly choices: number
  readonly costs: Float64Array
  /** By need: what must come to what stands, and the least that choices can make of it. */
  readonly least: Float64Array
  readonly lowest: Float64Array
  /** By choice. */
  readonly brings: readonly (readonly { readonly need: number; readonly by: number }[])[]
  readonly gains: readonly Gain[]
  /** By choice: the subjects it matters to, by their places, and what share of each it allows. */
  readonly gainsOf: readonly (readonly { readonly at: number; readonly share: number }[])[]
  readonly rows: readonly NeedRow[]
  /** The table says all there is about the choice: two of which it says the same are the same. */
  readonly plain: Uint8Array
}

const MOST_ENUMERATED = 6

export function needTable(model: ChoiceModel): NeedTable {
  const { choices } = model.task
  const needs: Need[] = []
  const plain = new Uint8Array(choices.length).fill(1)
  const rows = model.rows.map((row, at): NeedRow => {
    const { ways, whole } = starNeeds(row, model.task.want)
    if (!whole) for (const choice of row.choices) plain[choice] = 0
    return { row: at, ways: ways.map((way) => way.map((need) => needs.push(need) - 1)) }
  })
  const least = new Float64Array(needs.length)
  const lowest = new Float64Array(needs.length)
  const brings: { need: number; by: number }[][] = choices.map(() => [])
  const gains: (Gain & { gain: number })[] = []
  const gainsOf: { at: number; share: number }[][] = choices.map(() => [])
  for (const row of model.rows) markOpen(row, plain)
  needs.forEach((need, at) => {
    least[at] = need.least
    for (const { sum, numerator: a, denominator: b } of need.terms) {
      least[at]! -= a * sum.numerator + b * sum.denominator
      for (const { choice, numerator, denominator } of sum.single) {
        const by = a * numerator + b * denominator
        if (by === 0) continue
        brings[choice]!.push({ need: at, by })
        lowest[at]! += Math.min(0, by)
      }
      for (const part of sum.parts) {
        const { base, most, fewest, shares, lowest: low } = rangeOf(part, a, b)
        least[at]! -= base
        lowest[at]! += Math.min(0, low - base)
        const gain = most - base
        if (!part.anyOne) for (const choice of part.choices) plain[choice] = 0
        if (!(gain > 0)) continue
        const allowed = shares ?? part.choices.map(() => 1 / fewest)
        part.choices.forEach((choice, index) => {
          gainsOf[choice]!.push({ at: gains.length, share: allowed[index]! })
        })
        gains.push({ need: at, gain, choices: part.choices, shares: allowed })
      }
    }
  })
  roundUp(least, brings, gains)
  const scale = scalesOf(needs.length, brings, gains)
  for (let at = 0; at < needs.length; at++) {
    least[at]! /= scale[at]!
    lowest[at]! /= scale[at]!
  }
  for (const each of brings.flat()) each.by /= scale[each.need]!
  for (const each of gains) each.gain /= scale[each.need]!
  return {
    ...{ choices: choices.length, least, lowest, brings, gains, gainsOf, rows, plain },
    costs: Float64Array.from(choices, ({ cost }) => cost),
  }
}

/** Where all that comes to a need comes in whole pieces of one size, it is met by whole pieces. */
function roundUp(
  least: Float64Array,
  brings: readonly (readonly { readonly need: number; readonly by: number }[])[],
  gains: readonly Gain[],
): void {
  const come: number[][] = Array.from(least, () => [])
  for (const { need, by } of brings.flat()) come[need]!.push(Math.abs(by))
  for (const { need, gain } of gains) come[need]!.push(gain)
  come.forEach((each, need) => {
    const piece = each.reduce((smallest, by) => Math.min(smallest, by), Infinity)
    const whole = (by: number) => Math.abs(by / piece - Math.round(by / piece)) < 1e-9
    if (least[need]! > 0 && piece < Infinity && each.every(whole))
      least[need] = Math.ceil(least[need]! / piece - 1e-6) * piece - 1e-9 * piece
  })
}

/** By need, the most that one choice or subject brings: square metres and counts are weighed alike. */
function scalesOf(
  needs: number,
  brings: readonly (readonly { readonly need: number; readonly by: number }[])[],
  gains: readonly Gain[],
): Float64Array {
  const scale = new Float64Array(needs)
  for (const { need, by } of brings.flat()) scale[need] = Math.max(scale[need]!, Math.abs(by))
  for (const { need, gain } of gains) scale[need] = Math.max(scale[need]!, gain)
  return scale.map((each) => each || 1)
}

/** Choices of which the table does not say all: the kernel is asked about them. */
function markOpen(row: ModelRow, plain: Uint8Array): void {
  for (const metric of row.metrics.values()) {
    if (metric.kind === 'asked') for (const choice of metric.choices) plain[choice] = 0
  }
}

/** What a part brings at most and at least, by how few choices, and what share of it each allows. */
function rangeOf({ choices, brought, growing, anyOne, threshold }: SubjectPart, a: number, b: number) {
  const worth = (made: readonly number[]) => {
    const { numerator, denominator } = brought({ has: (choice) => made.includes(choice) })
    return a * numerator + b * denominator
  }
  const base = worth([])
  if (anyOne || (growing && choices.length > MOST_ENUMERATED)) {
    const all = worth(anyOne ? choices.slice(0, 1) : choices)
    const shares = anyOne || threshold === null ? null : sharesOf(choices, brought, threshold)
    return { base, most: Math.max(base, all), lowest: Math.min(base, all), fewest: 1, shares }
  }
  if (choices.length > MOST_ENUMERATED) {
    // A feature counts, counts only below, or is not there.
    const all = [base, 0, b, a + b]
    return { base, most: Math.max(...all), lowest: Math.min(...all), fewest: 1, shares: null }
  }
  let most = base
  let lowest = base
  let fewest = choices.length
  for (let set = 1; set < 1 << choices.length; set++) {
    const made = choices.filter((_, bit) => set & (1 << bit))
    const value = worth(made)
    lowest = Math.min(lowest, value)
    most = Math.max(most, value)
    if (value > base) fewest = Math.min(fewest, made.length)
  }
  const shares = growing && threshold !== null ? sharesOf(choices, brought, threshold) : null
  return { base, most, lowest, fewest, shares }
}

/** A union is no more than the sum of its parts. Values are rounded to 1e-9. */
function sharesOf(choices: readonly number[], brought: SubjectPart['brought'], threshold: number): number[] {
  const base = brought({ has: () => false }).value ?? 0
  const missing = threshold - base - 2e-9
  return choices.map((choice) => {
    const alone = brought({ has: (each) => each === choice }).value ?? 0
    return missing > 0 ? Math.min(1, (alone - base + 2e-9) / missing) : 1
  })
}
