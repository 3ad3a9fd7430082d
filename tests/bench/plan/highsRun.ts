import { coverInstance } from '#core/siting/coverInstance.ts'
import { highsCovering } from '../../fuzz/siting/highsCovering'
import { clusters } from '../inputs/clusters'
import type { SearchWanted } from './searchRun'

export interface HighsRun {
  readonly value: number
  readonly optimal: boolean
  readonly cpuMs: number
}

/** A process of its own: HiGHS on the same demand, merged like ours; its answer as JSON on standard output. */
const { plan, most, seconds }: SearchWanted = JSON.parse(process.argv[2] ?? '')
const instance = coverInstance(clusters(plan))
const started = process.cpuUsage()
const answer = await highsCovering({ ...instance, share: null }, most, seconds)
const { user, system } = process.cpuUsage(started)
// Weights are whole, and so is what they add up to.
const run: HighsRun = { ...answer, value: Math.round(answer.value), cpuMs: (user + system) / 1000 }
console.log(JSON.stringify(run))
