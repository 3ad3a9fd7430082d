import { type CheapestFound, cheapestSearch } from '#core/cheapest/cheapestSearch.ts'
import { highsCheapest } from '../../fuzz/cheapest/highsCheapest'
import { manyRows } from '../../fuzz/cheapest/manyRows'
import { percentile } from '../alternate'
import type { BenchCase } from '../benchCase'

const SEEDS = [1, 2, 3, 4, 5]
const SECONDS = 10

const cpuSince = (started: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}

/** 300 measures, each for up to three of ten rows, some of which harm others: the least total cost of all ten. */
export function cheapestCase(): BenchCase {
  const name = 'cheapest-300x10'
  return {
    name,
    async run() {
      const ours: number[] = []
      const highs: number[] = []
      let differ = 0
      let unproved = 0
      let widest = 0
      for (const seed of SEEDS) {
        const task = manyRows({ seed, choices: 300, rows: 10 })
        const begun = process.cpuUsage()
        const found = search(task, () => cpuSince(begun) < SECONDS * 1000)
        ours.push(cpuSince(begun))
        const asked = process.cpuUsage()
        const { cost, optimal } = await highsCheapest(task, 60)
        highs.push(cpuSince(asked))
        if (!found.proved) unproved++
        widest = Math.max(widest, found.cost > 0 ? (found.cost - (found.bound ?? 0)) / found.cost : 0)
        const lifted = found.rows.every(({ after }) => (after ?? 0) >= task.want)
        if (!lifted || (optimal && (found.cost !== cost || (found.bound ?? 0) > cost))) differ++
      }
      return {
        name,
        ours: percentile(ours, 0.5),
        peers: { highs: percentile(highs, 0.5) },
        gate: null,
        agree: differ === 0,
        worst: 0,
        note:
          `300 measures × 10 rows, ${SEEDS.length} seeds, CPU ms, median; ours from features to the optimum, every row measured by the kernel, ` +
          `slowest ${Math.max(...ours).toFixed(0)} ms; ${unproved} not proved, widest gap ${(100 * widest).toFixed(2)} %; ` +
          `HiGHS is given the finished program; ${differ} differ`,
      }
    },
  }
}

function search(task: Parameters<typeof cheapestSearch>[0], goesOn: () => boolean): CheapestFound {
  const steps = cheapestSearch(task, { budget: null, seed: 1 })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (step.value.phase === 'searching' && step.value.steps > 0 && !goesOn()) return step.value.found()
  }
}
