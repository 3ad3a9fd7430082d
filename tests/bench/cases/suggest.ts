import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { percentile } from '../alternate'
import type { BenchCase, BenchFinding } from '../benchCase'
import type { ClusterPlan } from '../inputs/clusters'
import type { HighsRun } from '../plan/highsRun'
import type { SearchRun, SearchWanted } from '../plan/searchRun'

interface SuggestPlan extends ClusterPlan {
  readonly most: number
  /** Processor seconds that ours may take, and HiGHS; 0: it is not asked. */
  readonly seconds: number
  readonly highsSeconds: number
  readonly runs: number
}

const cases: readonly SuggestPlan[] = [
  { name: 'suggest-10', sites: 2000, demand: 5000, radius: 1, most: 10, seconds: 5, highsSeconds: 60, runs: 5 },
  { name: 'suggest-50', sites: 2000, demand: 5000, radius: 1, most: 50, seconds: 5, highsSeconds: 90, runs: 1 },
  {
    name: 'suggest-50-20000',
    sites: 2000,
    demand: 20_000,
    radius: 0.6,
    most: 50,
    seconds: 5,
    highsSeconds: 90,
    runs: 1,
  },
  {
    name: 'suggest-100',
    sites: 10_000,
    demand: 200_000,
    radius: 0.6,
    most: 100,
    seconds: 60,
    highsSeconds: 0,
    runs: 1,
  },
]

/** Where to build, beside HiGHS where it comes to an end. Processor time of fresh processes, nothing warmed up. */
export const suggestCases = (): readonly BenchCase[] =>
  cases.map((plan) => ({ name: plan.name, run: () => suggestCase(plan) }))

async function suggestCase(plan: SuggestPlan): Promise<BenchFinding> {
  const { name, most, seconds, highsSeconds, runs } = plan
  const searches: SearchRun[] = []
  for (let seed = 1; seed <= runs; seed++) {
    searches.push(await runApart<SearchRun>('searchRun', { plan, most, seed, seconds }))
  }
  const highs =
    highsSeconds > 0 ? await runApart<HighsRun>('highsRun', { plan, most, seed: 1, seconds: highsSeconds }) : null
  const ends = searches.map(({ answers }) => answers.at(-1)!)
  const best = Math.max(highs?.value ?? 0, ...ends.map(({ value }) => value))
  const when = (reached: (answer: SearchRun['answers'][number]) => boolean) =>
    percentile(
      searches.map(({ answers }) => answers.find(reached)?.cpuMs ?? Number.POSITIVE_INFINITY),
      0.5,
    )
  const found = when(({ value }) => value >= best)
  const near = when(({ value }) => value >= best * 0.999)
  const proved = when(({ value, bound }) => value === bound)
  const [first] = searches[0]!.answers
  const worst = Math.max(...ends.map(({ value }) => (best - value) / best))
  const gap = Math.max(...ends.map(({ value, bound }) => (bound - value) / bound))
  const agree =
    searches.every(({ counted, answers }) => counted === answers.at(-1)?.value) &&
    ends.every(({ value, bound }) => value <= bound && bound >= best) &&
    (!highs?.optimal || best === highs.value)
  // Like for like: HiGHS ends with a proof. Where ours has none, it is the time to a thousandth of the best.
  const ours = Number.isFinite(proved) ? proved : near
  return {
    name,
    ours,
    peers: { highs: highs?.optimal && Number.isFinite(proved) ? highs.cpuMs : null },
    gate: null,
    agree,
    worst,
    note:
      `${count(plan.sites)} sites × ${count(plan.demand)} (merged ${count(searches[0]!.merged)}), ${most} chosen, CPU ms, ` +
      `${runs > 1 ? `median of ${runs} seeds` : 'one run'}, cold process: ` +
      `${Number.isFinite(proved) ? `optimum found ${ms(found)} and proved ${ms(proved)}` : `no proof; within 0.1 % of the best known after ${ms(near)}, best found ${ms(found)}`}; ` +
      `first answer ${ms(first!.cpuMs)}; after ${(ends[0]!.cpuMs / 1000).toFixed(1)} s value ${count(ends[0]!.value)}, ` +
      `bound ${count(ends[0]!.bound)}, gap ${percent(gap)}, widest of the curve ${percent(searches[0]!.widest)}; ` +
      `${searches[0]!.memory.toFixed(0)} MB; ${highsWords(highs, highsSeconds)}`,
  }
}

function highsWords(highs: HighsRun | null, limit: number): string {
  if (!highs) return 'HiGHS not asked: too large for it'
  if (highs.optimal) return `HiGHS optimal ${count(highs.value)} in ${ms(highs.cpuMs)}, one run`
  return `HiGHS not done in ${limit} s, its best ${Number.isFinite(highs.value) ? count(highs.value) : 'none'}`
}

const count = (value: number) => value.toLocaleString('en')
const ms = (value: number) => `${value.toFixed(0)} ms`
const percent = (share: number) => `${(100 * share).toFixed(2)} %`

const ROOT = join(import.meta.dirname, '../../..')
const TSX = join(ROOT, 'node_modules/.bin/tsx')

async function runApart<Run>(script: string, wanted: SearchWanted): Promise<Run> {
  const path = join(ROOT, `tests/bench/plan/${script}.ts`)
  const { stdout } = await promisify(execFile)(TSX, [path, JSON.stringify(wanted)], { cwd: ROOT, maxBuffer: 2 ** 26 })
  return JSON.parse(stdout)
}
