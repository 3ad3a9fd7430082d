import { percentile } from '../alternate'
import { type BenchResult, benchResult } from '../benchCase'
import { KINDS, type Kind } from './partOf'
import type { PageTask } from './readTasks'
import type { CaseRound } from './visitPage'

/** A case of the page over all rounds: `ours` is the longest task without WebGL. Milliseconds, medians of the rounds. */
export interface PageResult extends BenchResult {
  /** Longest processor time of a task without WebGL: what `ours` would be at most on a machine with nothing else to do. */
  readonly oursCpu: number
  /** Longest task with everything in it. */
  readonly longest: number
  /** Tasks of 50 ms and more without WebGL, and with it. */
  readonly over50: number
  readonly over50WithGl: number
  /** `ours` of every round. */
  readonly rounds: readonly number[]
  /** The longest task the page itself observed. */
  readonly observed: number
  /** The task behind `ours` in the round of the median. */
  readonly task: PageTask
  /** Every task of 50 ms and more in that round. */
  readonly long: readonly PageTask[]
}

const LIMIT = 50

export function combineRounds(rounds: readonly CaseRound[]): readonly PageResult[] {
  const names = [...new Set(rounds.map(({ name }) => name))]
  return names.map((name) => {
    const mine = rounds.filter((round) => round.name === name)
    const longestOwn = mine.map(({ tasks }) => tasks.reduce((most, task) => (task.own > most.own ? task : most), NONE))
    const byOwn = [...longestOwn].sort((a, b) => a.own - b.own)
    const middle = byOwn[Math.ceil(byOwn.length / 2) - 1] ?? NONE
    const longest = mine.map(({ tasks }) => tasks[0] ?? NONE)
    const median = (values: readonly number[]): number => percentile(values, 0.5)
    const over = (of: (task: PageTask) => number): number =>
      median(mine.map(({ tasks }) => tasks.filter((task) => of(task) >= LIMIT).length))
    return {
      ...benchResult({
        name,
        ours: middle.own,
        peers: {},
        gate: null,
        agree: true,
        worst: 0,
        note: mine[0]?.note ?? '',
      }),
      oursCpu: median(mine.map(({ tasks }) => Math.max(0, ...tasks.map(({ ownCpu }) => ownCpu)))),
      longest: median(longest.map(({ ms }) => ms)),
      over50: over(({ own }) => own),
      over50WithGl: over(({ ms }) => ms),
      rounds: longestOwn.map(({ own }) => own),
      observed: median(mine.map(({ observed }) => observed)),
      task: middle,
      long: (mine.find(({ tasks }) => tasks.includes(middle))?.tasks ?? []).filter(({ ms }) => ms >= LIMIT),
    }
  })
}

const NONE: PageTask = {
  at: 0,
  ms: 0,
  cpu: null,
  kinds: Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>,
  own: 0,
  ownCpu: 0,
  top: [],
}
