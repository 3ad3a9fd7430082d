import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { percentile } from '../alternate'
import type { BenchCase } from '../benchCase'
import { provincePlan } from '../inputs/planeCity'
import type { Half } from '../measureHalf'

/** A thread does not inherit the loader of TypeScript, so each one begins by taking it on. */
const START = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${JSON.stringify(new URL('../measureHalf.ts', import.meta.url).href)}, ${JSON.stringify(import.meta.url)}))`
const WARM_UPS = 6
const TURNS = 7

/** The province by two threads, a western and an eastern half, against the same code on one. */
export function provinceWorkers(): BenchCase {
  const name = 'province-workers'
  return {
    name,
    async run() {
      const { areas } = provincePlan
      const one = await startThreads([{ from: 0, to: areas }])
      const two = await startThreads([
        { from: 0, to: areas / 2 },
        { from: areas / 2, to: areas },
      ])
      for (let i = 0; i < WARM_UPS; i++) {
        await measure(one)
        await measure(two)
      }
      const single: number[] = []
      const double: number[] = []
      let worst = 0
      for (let turn = 0; turn < TURNS; turn++) {
        const alone = await measure(one)
        const both = await measure(two)
        single.push(alone.time)
        double.push(both.time)
        both.covered.forEach((covered, area) => {
          const whole = alone.covered[area]!
          if (covered !== whole) worst = Math.max(worst, Math.abs(covered - whole) / (whole || 1))
        })
      }
      await Promise.all([...one, ...two].map((thread) => thread.terminate()))
      const ours = percentile(double, 0.5)
      const alone = percentile(single, 0.5)
      return {
        name,
        ours,
        peers: { 'one worker': alone },
        gate: alone / ours,
        agree: worst === 0,
        worst,
        note: `two worker_threads against one, the same code; each thread has its areas and the covers that reach them; timed: from the message to the last answer, startup not; the gate is one over two; answers identical bit for bit`,
      }
    },
  }
}

async function startThreads(halves: readonly Half[]): Promise<Worker[]> {
  return await Promise.all(
    halves.map(async (workerData) => {
      const thread = new Worker(START, { eval: true, workerData })
      await once(thread, 'message')
      return thread
    }),
  )
}

async function measure(threads: readonly Worker[]): Promise<{ time: number; covered: number[] }> {
  const started = performance.now()
  const answers = await Promise.all(
    threads.map(async (thread) => {
      thread.postMessage('measure')
      const [covered] = (await once(thread, 'message')) as [Float64Array]
      return covered
    }),
  )
  return { time: performance.now() - started, covered: answers.flatMap((covered) => [...covered]) }
}
