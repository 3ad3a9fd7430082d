import { describe, expect, it } from 'vitest'
import { evaluate } from '../indicators/evaluate'
import { madeUpTask } from './cheapestFixture'
import { type CheapestFound, searchCheapest } from './cheapestSearch'
import type { CheapestTask } from './cheapestTask'
import { inputWith } from './choiceModel'

const WANT = 4

/** Rows at the star with each set of choices, and its cost: by the kernel alone. */
function everySet(task: CheapestTask) {
  return Array.from({ length: 1 << task.choices.length }, (_, set) => {
    const made = new Set([...task.choices.keys()].filter((choice) => set & (1 << choice)))
    const rows = evaluate(inputWith(task, made)).indicators
    return {
      cost: [...made].reduce((sum, choice) => sum + task.choices[choice]!.cost, 0),
      up: new Set(rows.flatMap(({ id, star }) => ((star ?? 0) >= WANT ? [id] : []))),
      results: JSON.stringify(rows),
    }
  })
}

/** What is best of all sets: the rows that one can lift, the most that stand within the budget, and their least cost. */
function bruteForce(task: CheapestTask, budget: number | null) {
  const all = everySet(task)
  const before = all[0]!.up
  const fair = all.filter(({ up }) => [...before].every((id) => up.has(id)))
  const below = task.standard.rows.map(({ id }) => id).filter((id) => !before.has(id))
  const reachable = below.filter((id) => fair.some(({ up }) => up.has(id)))
  const within = fair.filter(({ cost }) => budget === null || cost <= budget + 1e-9)
  const lifted = (up: ReadonlySet<string>) => reachable.filter((id) => up.has(id)).length
  const rows = Math.max(...within.map(({ up }) => lifted(up)))
  const cost = Math.min(...within.filter(({ up }) => lifted(up) === rows).map((each) => each.cost))
  return { reachable, rows, cost, before }
}

const lifted = ({ rows }: CheapestFound) => rows.filter(({ after }) => (after ?? 0) >= WANT)
const search = (task: CheapestTask, budget: number | null, steps = 3000) =>
  searchCheapest(task, { budget, seed: 1, goesOn: (done) => done < steps })

describe('the least it takes', () => {
  it('is that of every choice there is, over made-up rows of all methods', { timeout: 120_000 }, () => {
    for (let seed = 1; seed <= 100; seed++) {
      const task = madeUpTask(seed)
      const best = bruteForce(task, null)
      const found = search(task, null)
      const seen = {
        reachable: found.rows.flatMap(({ id, reachable }) => (reachable ? [id] : [])),
        rows: lifted(found).length,
        cost: Math.round(found.cost * 1e6) / 1e6,
      }
      const { reachable, rows, cost } = best
      expect({ seed, ...seen, proved: found.proved }).toEqual({
        ...{ seed, reachable, rows, cost: Math.round(cost * 1e6) / 1e6 },
        proved: true,
      })
      expect(found.bound).toBeLessThanOrEqual(cost + 1e-6)
    }
  })

  it('and with a budget the most rows, then the least cost', { timeout: 120_000 }, () => {
    for (let seed = 1; seed <= 100; seed++) {
      const task = madeUpTask(seed + 1000)
      const budget = 60 * (seed % 7)
      const best = bruteForce(task, budget)
      const found = search(task, budget)
      expect({
        ...{ seed, rows: lifted(found).length, cost: Math.round(found.cost * 1e6) / 1e6 },
        ...{ rowsBound: found.rowsBound, bound: found.bound, proved: found.proved },
      }).toEqual({
        ...{ seed, rows: best.rows, cost: Math.round(best.cost * 1e6) / 1e6 },
        ...{ rowsBound: best.rows, bound: null, proved: true },
      })
    }
  })
})
