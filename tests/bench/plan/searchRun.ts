import { coverInstance } from '#core/siting/coverInstance.ts'
import { CoveringSearch } from '#core/siting/coveringSearch.ts'
import { type ClusterPlan, clusters } from '../inputs/clusters'

/** What a run is asked for. */
export interface SearchWanted {
  readonly plan: ClusterPlan
  readonly most: number
  readonly seed: number
  /** Of processor time. */
  readonly seconds: number
}

export interface SearchRun {
  /** Every better answer for the most sites, and when it was had: processor milliseconds from the rows of demand on. */
  readonly answers: readonly { readonly cpuMs: number; readonly value: number; readonly bound: number }[]
  readonly merged: number
  readonly steps: number
  /** The value counted again from the rows. */
  readonly counted: number
  /** Widest gap of all n at the end. */
  readonly widest: number
  /** Resident, MB: above the idle process at its highest, with the rows that it was given. */
  readonly memory: number
}

/** A process of its own: one search, its answers as JSON on standard output. */
const { plan, most, seed, seconds }: SearchWanted = JSON.parse(process.argv[2] ?? '')
const idle = process.memoryUsage().rss
const rows = clusters(plan)
const cpu = () => {
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}
const started = process.cpuUsage()
const search = new CoveringSearch(coverInstance(rows), { most, seed })
const { curve } = search
const answers: { cpuMs: number; value: number; bound: number }[] = []
while (!search.done && cpu() < seconds * 1000) {
  if (!search.step()) continue
  const [value, bound] = [curve.value(most), curve.bound(most)]
  const last = answers.at(-1)
  if (last?.value !== value || last.bound !== bound) answers.push({ cpuMs: cpu(), value, bound })
  if (value === bound) break
}
const chosen = new Set(curve.sites(most))
let counted = 0
for (let d = 0; d < rows.weight.length; d++) {
  for (let k = rows.siteFrom[d]!; k < rows.siteFrom[d + 1]!; k++) {
    if (!chosen.has(rows.siteOf[k]!)) continue
    counted += rows.weight[d]!
    break
  }
}
const run: SearchRun = {
  answers,
  merged: coverInstance(rows).demands,
  steps: search.steps,
  counted,
  widest: Math.max(...Array.from({ length: most }, (_, at) => curve.gap(at + 1))),
  memory: (process.resourceUsage().maxRSS * 1024 - idle) / 1e6,
}
console.log(JSON.stringify(run))
