import type { ChoiceModel } from './choiceModel'
import type { ChoiceState } from './choiceState'
import { LeastCost } from './leastCost'
import type { NeedTable } from './needTable'

/** A row that stands at the star once so many choices are made, and what they cost. */
export interface Flip {
  readonly row: string
  readonly after: number
  readonly spent: number
}

interface Parts {
  readonly model: ChoiceModel
  readonly table: NeedTable
  readonly state: ChoiceState
  /** Rows that stood at the star, and those that stand with all choices made, by their places. */
  readonly stood: readonly number[]
  readonly rows: readonly number[]
  readonly made: readonly number[]
  readonly seed: number
}

/** Steps for one row: the order is that of least spending where they suffice. */
const STEPS = 60

/**
 * The order of choices that spends least before the first row stands, then before the second, and so on; ties in the standard's
 * order. Rows that stand already keep standing meanwhile. Choices that no row waits for come last.
 */
export function flipOrder({ model, table, state, stood, rows, made, seed }: Parts): {
  readonly order: readonly number[]
  readonly flips: readonly Flip[]
} {
  const { choices } = model.task
  const order: number[] = []
  const flips: Flip[] = []
  const left = new Set(rows)
  const up: number[] = [...stood]
  const costOf = (of: readonly number[]) =>
    [...of].sort((a, b) => a - b).reduce((sum, choice) => sum + choices[choice]!.cost, 0)
  const note = (): void => {
    state.set(order)
    for (const row of rows) {
      if (!left.has(row) || !state.standsAt(row)) continue
      left.delete(row)
      up.push(row)
      flips.push({ row: model.rows[row]!.row.id, after: order.length, spent: costOf(order) })
    }
  }
  note()
  while (left.size > 0) {
    let best: { readonly made: readonly number[]; readonly cost: number } | null = null
    for (const row of rows) {
      if (!left.has(row)) continue
      const search: LeastCost = new LeastCost({
        ...{ table, state, seed, made: order, among: made, most: best ? best.cost : Infinity, from: made },
        ...{ goal: { required: [...up, row], optional: [], atLeast: 0 }, confirm: () => true },
      })
      for (let step = 0; step < STEPS && !search.done; step++) search.step()
      if (search.best && search.bestCost < (best?.cost ?? Infinity) - 1e-9)
        best = { made: search.best, cost: search.bestCost }
    }
    const next = (best?.made ?? made).filter((choice) => !order.includes(choice))
    if (next.length === 0) break
    order.push(...next.sort((a, b) => a - b))
    note()
  }
  order.push(...made.filter((choice) => !order.includes(choice)).sort((a, b) => a - b))
  note()
  return { order, flips }
}
