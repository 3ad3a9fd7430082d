import { evaluate } from '../indicators/evaluate'
import { evaluationMemory } from '../indicators/evaluationMemory'
import type { CheapestTask } from './cheapestTask'
import { type ChoiceModel, choiceModel, inputWith } from './choiceModel'
import { ChoiceState } from './choiceState'
import type { Goal } from './costRelaxation'
import { type Flip, flipOrder } from './flipOrder'
import { LeastCost } from './leastCost'
import { MostRows } from './mostRows'
import { needTable } from './needTable'

/** A row that is wanted, before and after. */
interface LiftedRow {
  readonly id: string
  readonly before: number | null
  readonly after: number | null
  /** Some choice makes it stand at the star. */
  readonly reachable: boolean
}

/** What is known of the least it takes. */
export interface CheapestFound {
  readonly rows: readonly LiftedRow[]
  /** Choices of the task by their places, in the order in which they are made. */
  readonly made: readonly number[]
  readonly order: readonly Flip[]
  readonly cost: number
  /** No choice with these rows costs less; null where a budget is given. */
  readonly bound: number | null
  /** No choice within the budget makes more rows stand; null without one. */
  readonly rowsBound: number | null
  readonly proved: boolean
  readonly steps: number
}

/** Where a search has come to. */
export type CheapestStep =
  | { readonly phase: 'reading'; readonly done: number; readonly of: number }
  | {
      readonly phase: 'searching'
      readonly steps: number
      /** Less is spent, more rows stand, or more is proved than a step before. */
      readonly better: boolean
      readonly found: () => CheapestFound
    }

interface Settings {
  /** Null: whatever it takes. */
  readonly budget: number | null
  readonly seed: number
}

/** Nodes after which a row that was not made to stand alone counts as one that cannot. */
const ROW_STEPS = 1500

/**
 * Searches the least total cost at which the wanted rows stand at a star, or with a budget the most rows. It can be stopped after
 * any step; the same task, seed and number of steps give the same.
 */
export function* cheapestSearch(
  task: CheapestTask,
  { budget, seed }: Settings,
): Generator<CheapestStep, CheapestFound> {
  const reading = choiceModel(task)
  let read = reading.next()
  while (!read.done) {
    yield { phase: 'reading', ...read.value }
    read = reading.next()
  }
  const model = read.value
  const table = needTable(model)
  const state = new ChoiceState(model)
  const stood = places(model, ({ before }) => (before.star ?? 0) >= task.want)
  const wanted = places(
    model,
    ({ row, before }) => (before.star ?? 0) < task.want && (task.rows === null || task.rows.includes(row.id)),
  )
  const memory = evaluationMemory()
  const known = new Map<string, ReadonlyMap<string, number | null>>()
  /** Stars as the kernel gives them. */
  const starsWith = (made: readonly number[]): ReadonlyMap<string, number | null> => {
    const key = [...made].sort((a, b) => a - b).join()
    const rows = known.get(key)
    if (rows) return rows
    const fresh = new Map(evaluate(inputWith(task, new Set(made)), memory).indicators.map(({ id, star }) => [id, star]))
    known.set(key, fresh)
    return fresh
  }
  const confirms =
    ({ required, optional, atLeast }: Goal) =>
    (made: readonly number[]): boolean => {
      const stars = starsWith(made)
      const stands = (at: number) => (stars.get(model.rows[at]!.row.id) ?? 0) >= task.want
      return required.every(stands) && optional.filter(stands).length >= atLeast
    }
  /** Only what changes a row of the goal matters to it. */
  const searchFor = (goal: Goal, most: number) => {
    const among = new Set([...goal.required, ...goal.optional].flatMap((row) => [...model.rows[row]!.choices]))
    return new LeastCost({ table, state, goal, most, seed, among: [...among], confirm: confirms(goal) })
  }

  let steps = 0
  let reachProved = true
  const reachable: number[] = []
  const starts: (readonly number[])[] = []
  for (const row of wanted) {
    const start = starts.find((made) => confirms({ required: [...stood, row], optional: [], atLeast: 0 })(made))
    if (start) {
      reachable.push(row)
      continue
    }
    const search = searchFor({ required: stood, optional: [row], atLeast: 1 }, Infinity)
    for (let step = 0; step < ROW_STEPS && !search.done && !search.best; step++) {
      yield { phase: 'reading', done: reachable.length, of: wanted.length }
      search.step()
    }
    if (search.best) {
      reachable.push(row)
      starts.push(search.best)
    } else reachProved &&= search.done
  }
  const most = new MostRows({ model, required: stood, optional: reachable, budget, searchFor })

  const found = (): CheapestFound => {
    const made = most.best ?? []
    const up = starsWith(made)
    const lifted = wanted.filter((at) => (up.get(model.rows[at]!.row.id) ?? 0) >= task.want)
    const { order, flips } = flipOrder({ model, table, state, stood, rows: lifted, made, seed })
    const rows = task.standard.rows.flatMap((row): LiftedRow[] => {
      const at = model.rows.findIndex((each) => each.row.id === row.id)
      const asked = task.rows?.includes(row.id) ?? wanted.includes(at)
      if (!asked) return []
      const before = starsWith([]).get(row.id) ?? null
      const stands = (before ?? 0) >= task.want
      return [{ id: row.id, before, after: up.get(row.id) ?? null, reachable: stands || reachable.includes(at) }]
    })
    return {
      ...{ rows, made: order, order: flips, cost: costOf(task, made), steps },
      bound: budget === null ? most.bound : null,
      rowsBound: budget === null ? null : most.rowsBound + (reachProved ? 0 : wanted.length - reachable.length),
      proved: most.done && reachProved,
    }
  }
  let better = true
  while (!most.done) {
    yield { phase: 'searching', steps, better, found }
    better = most.step()
    steps++
  }
  return found()
}

/** Runs a search for as long as `goesOn`, which is asked after every step. */
export function searchCheapest(
  task: CheapestTask,
  { goesOn, ...settings }: Settings & { readonly goesOn: (steps: number) => boolean },
): CheapestFound {
  const search = cheapestSearch(task, settings)
  for (;;) {
    const step = search.next()
    if (step.done) return step.value
    if (step.value.phase === 'searching' && !goesOn(step.value.steps)) return step.value.found()
  }
}

const places = (model: ChoiceModel, which: (row: ChoiceModel['rows'][number]) => boolean): number[] =>
  model.rows.flatMap((row, at) => (which(row) ? [at] : []))

/** Amounts are added in the order of the task, so that a sum is the same however it came about. */
const costOf = ({ choices }: CheapestTask, made: readonly number[]): number =>
  [...made].sort((a, b) => a - b).reduce((sum, choice) => sum + choices[choice]!.cost, 0)
