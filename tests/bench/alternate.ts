import { now } from './clock'

/** One contestant of a timed case. */
export interface Contestant {
  readonly name: string
  /** Does the work once; its answers are checked elsewhere. */
  run(): unknown
  /** Untimed, before every run: to give it inputs that nothing is remembered of. */
  before?(): void
  /** Runs to a turn, each timed: the quicker the work, the more it takes to outweigh a busy machine. Default 1. */
  readonly repeats?: number
  /** Untimed runs before the first turn. Default 1. */
  readonly warmUps?: number
  /** Sits out after so many turns. Default: takes all. */
  readonly turns?: number
}

/** Median milliseconds of each contestant over its runs, from turns taken one after another (A B A B …) after a warm-up. */
export function alternate(contestants: readonly Contestant[], turns = 5): Record<string, number> {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]))
  for (const { run, before, warmUps = 1 } of contestants) {
    for (let i = 0; i < warmUps; i++) {
      before?.()
      run()
    }
  }
  for (let turn = 0; turn < turns; turn++) {
    for (const { name, run, before, repeats = 1, turns: own = turns } of contestants) {
      if (turn >= own) continue
      for (let i = 0; i < repeats; i++) {
        before?.()
        const started = now()
        run()
        times.get(name)?.push(now() - started)
      }
    }
  }
  return Object.fromEntries([...times].map(([name, taken]) => [name, percentile(taken, 0.5)]))
}

/** The value below which that share lies, by nearest rank; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
