import { describe, expect, it } from 'vitest'
import { type CheapestFound, searchCheapest } from '#core/cheapest/cheapestSearch.ts'
import type { CheapestTask } from '#core/cheapest/cheapestTask.ts'
import { inputWith } from '#core/cheapest/choiceModel.ts'
import { evaluate } from '#core/indicators/evaluate.ts'
import { highsCheapest } from './cheapest/highsCheapest'
import { madeUpTask } from './cheapest/madeUpTask'
import { manyRows } from './cheapest/manyRows'

const WANT = 4

/** Rows at the star with each set of choices, and its cost: by the kernel alone. */
function everySet(task: CheapestTask) {
  return Array.from({ length: 1 << task.choices.length }, (_, set) => {
    const made = new Set([...task.choices.keys()].filter((choice) => set & (1 << choice)))
    const rows = evaluate(inputWith(task, made)).indicators
    return {
      set: [...made],
      cost: [...made].reduce((sum, choice) => sum + task.choices[choice]!.cost, 0),
      up: new Set(rows.flatMap(({ id, star }) => ((star ?? 0) >= WANT ? [id] : []))),
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
      const task = madeUpTask(seed, 8)
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
      const task = madeUpTask(seed + 1000, 8)
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

  it('is that of HiGHS where there are too many to try', { timeout: 120_000 }, async () => {
    for (let seed = 1; seed <= 8; seed++) {
      const task = manyRows({ seed, choices: 60 + 10 * seed, rows: 6 })
      const found = search(task, null, 4000)
      const { cost, optimal } = await highsCheapest(task)
      expect(optimal).toBe(true)
      expect({ seed, cost: found.cost, proved: found.proved }).toEqual({ seed, cost, proved: true })
      expect(lifted(found)).toHaveLength(found.rows.length)
    }
  })

  it('is never below its bound, however early it ends, and more budget never lifts fewer rows', {
    timeout: 120_000,
  }, async () => {
    for (let seed = 1; seed <= 2; seed++) {
      const task = manyRows({ seed: 50 + seed, choices: 80, rows: 6 })
      const { cost: least } = await highsCheapest(task)
      for (const steps of [0, 1, 3, 20]) {
        const { cost, bound, order } = search(task, null, steps)
        expect(bound).toBeLessThanOrEqual(Math.min(least, steps === 0 ? least : cost))
        const spent = order.map((flip) => flip.spent)
        expect(spent).toEqual(spent.toSorted((a, b) => a - b))
      }
      let before = 0
      for (let part = 0; part <= 10; part++) {
        const budget = (least * part) / 10
        const found = search(task, budget, 1500)
        const rows = lifted(found).length
        expect([rows >= before, found.cost <= budget, rows <= (found.rowsBound ?? 0)]).toEqual([true, true, true])
        before = rows
      }
      expect(before).toBe(lifted(search(task, null)).length)
    }
  })

  it('is the same for the same seed and steps', () => {
    const task = manyRows({ seed: 9, choices: 90, rows: 6 })
    expect(search(task, null, 30)).toEqual(search(task, null, 30))
  })

  it('spends least before the first row stands, and no more than the whole for the last', () => {
    for (let seed = 2000; seed < 2030; seed++) {
      const task = madeUpTask(seed, 7)
      const found = search(task, null)
      if (found.order.length === 0) continue
      const before = everySet(task)[0]!.up
      const costs = everySet(task).flatMap(({ set, cost, up }) => {
        const within = set.every((choice) => found.made.includes(choice))
        const fair = [...before].every((id) => up.has(id))
        return within && fair && [...up].some((id) => !before.has(id)) ? [cost] : []
      })
      expect(found.order[0]?.spent).toBeCloseTo(Math.min(...costs), 9)
      expect(found.order.at(-1)?.spent).toBeCloseTo(found.cost, 9)
      expect(found.order.map(({ row }) => row).toSorted()).toEqual(
        lifted(found)
          .map(({ id }) => id)
          .toSorted(),
      )
    }
  })
})
