import type { Random } from '../random'

/** A fair choice of `count` of the items, as a set. */
export function chosen<T>(items: readonly T[], count: number, dice: Random): ReadonlySet<T> {
  return new Set(dice.shuffle(items).slice(0, Math.max(0, count)))
}

/** The whole number that is `short` below what the ratio asks for. */
export function shortOf(ratio: number, total: number, short: number): number {
  return Math.max(0, Math.ceil(ratio * total - 1e-9) - short)
}
