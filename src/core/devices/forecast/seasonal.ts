import type { Predictor } from './backtest'

/** The course of a day, as a function of time (epoch milliseconds). */
export type Season = (time: number) => number

const DAY_MS = 86_400_000
/** Waves in a day: the day itself and its half. */
const WAVES = 2
/** How much a wave must explain before it is believed, as a share of the readings: two days are few to know a day from. */
const RIDGE = 0.04
/** Hours of readings below which nothing is said of a day's course. */
const FEWEST_HOURS = 20

/** Departures beyond this many usual ones count less and less (Huber): a storm is no part of a day's course. */
const USUAL = 1.5
const ROUNDS = 6

/**
 * Fits the mean and the daily waves of values at even times by least squares, the waves drawn towards nothing (ridge) and
 * what departs far from them weighing less, so that one storm or fault does not become the course of every day. Missing
 * values (null) are left out. Readings of less than 20 hours give their mean alone.
 */
export function seasonFit(values: readonly (number | null)[], start: number, stepMs: number): Season {
  const waves = values.length * stepMs >= FEWEST_HOURS * 3_600_000 ? WAVES : 0
  const known = values.flatMap((value, index) =>
    value === null ? [] : [{ value, row: basis(start + index * stepMs, waves) }],
  )
  const middle = median(known.map(({ value }) => value))
  let weights: readonly number[] = [middle, ...Array.from({ length: 2 * waves }, () => 0)]
  for (let round = 0; round < ROUNDS; round += 1) {
    const departures = known.map(({ value, row }) => Math.abs(value - dot(row, weights)))
    const allowed = Math.max(USUAL * 1.4826 * median(departures), 1e-9)
    weights = solve(normalEquations(known, departures, allowed, 1 + 2 * waves))
  }
  return (time) => dot(basis(time, waves), weights)
}

interface KnownValue {
  readonly value: number
  readonly row: readonly number[]
}

function normalEquations(
  known: readonly KnownValue[],
  departures: readonly number[],
  allowed: number,
  size: number,
): readonly Float64Array[] {
  const equations = Array.from({ length: size }, () => new Float64Array(size + 1))
  let total = 0
  for (const [index, { value, row }] of known.entries()) {
    const weight = Math.min(1, allowed / Math.max(departures[index]!, 1e-12))
    total += weight
    for (let i = 0; i < size; i += 1) {
      const equation = equations[i]!
      for (let j = 0; j < size; j += 1) equation[j] = equation[j]! + weight * row[i]! * row[j]!
      equation[size] = equation[size]! + weight * row[i]! * value
    }
  }
  for (let i = 1; i < size; i += 1) equations[i]![i] = equations[i]![i]! + RIDGE * total
  return equations
}

function dot(row: readonly number[], weights: readonly number[]): number {
  let sum = 0
  for (const [index, part] of row.entries()) sum += part * weights[index]!
  return sum
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function basis(time: number, waves: number): readonly number[] {
  const row = [1]
  for (let wave = 1; wave <= waves; wave += 1) {
    const angle = (2 * Math.PI * wave * (time % DAY_MS)) / DAY_MS
    row.push(Math.cos(angle), Math.sin(angle))
  }
  return row
}

/** Solves symmetric positive equations, each row with its right side last (Gauss with pivots); a column of nothing gives 0. */
function solve(rows: readonly Float64Array[]): readonly number[] {
  const size = rows.length
  const order = [...rows]
  for (let column = 0; column < size; column += 1) {
    let pivot = column
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(order[row]![column]!) > Math.abs(order[pivot]![column]!)) pivot = row
    }
    ;[order[column], order[pivot]] = [order[pivot]!, order[column]!]
    const lead = order[column]!
    if (Math.abs(lead[column]!) < 1e-12) continue
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue
      const factor = order[row]![column]! / lead[column]!
      for (let at = column; at <= size; at += 1) order[row]![at] = order[row]![at]! - factor * lead[at]!
    }
  }
  return order.map((row, index) => (Math.abs(row[index]!) < 1e-12 ? 0 : row[size]! / row[index]!))
}

/** How quickly the level follows the newest value; the one that would have predicted best is taken. */
const PACES = [1, 0.6, 0.35, 0.2] as const

/**
 * The course of the day plus what is left of the present departure from it: S(t+h) + ρₕ · level(t). The level is the
 * smoothed departure from the day's course; ρₕ, the share of it that lasts h steps, is learnt from the readings by least
 * squares and kept within 0 and 1, so that a departure fades at the pace at which this device's departures do.
 */
export const seasonal: Predictor = (values, start, stepMs, horizon) => {
  const season = seasonFit(values, start, stepMs)
  const rest = values.map((value, index) => (value === null ? null : value - season(start + index * stepMs)))
  const fits = PACES.map((pace) => fitOf(rest, pace, horizon))
  const best = fits.reduce((a, b) => (b.error < a.error ? b : a))
  const last = start + (values.length - 1) * stepMs
  return (steps) => season(last + steps * stepMs) + (best.lasting[steps - 1] ?? 0) * best.level
}

interface Fit {
  /** Departure from the day's course now. */
  readonly level: number
  /** ρ of each number of steps, from 1. */
  readonly lasting: readonly number[]
  /** Sum of squared errors over the readings learnt from. */
  readonly error: number
}

function fitOf(rest: readonly (number | null)[], pace: number, horizon: number): Fit {
  const levels = smoothed(rest, pace)
  const lasting: number[] = []
  let error = 0
  for (let steps = 1; steps <= horizon; steps += 1) {
    let [cross, square, whole] = [0, 0, 0]
    for (let at = 0; at + steps < rest.length; at += 1) {
      const [level, then] = [levels[at]!, rest[at + steps]!]
      if (rest[at] === null || then === null) continue
      cross += level * then
      square += level * level
      whole += then * then
    }
    const share = square > 0 ? Math.min(1, Math.max(0, cross / square)) : 0
    lasting.push(share)
    error += whole - 2 * share * cross + share * share * square
  }
  return { level: levels.at(-1) ?? 0, lasting, error }
}

/** Exponentially smoothed; a missing value leaves the level as it was. */
function smoothed(rest: readonly (number | null)[], pace: number): readonly number[] {
  let level: number | null = null
  return rest.map((value) => {
    if (value !== null) level = level === null ? value : level + pace * (value - level)
    return level ?? 0
  })
}
