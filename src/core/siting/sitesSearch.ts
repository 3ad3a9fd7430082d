import { type BuiltSite, buildingOrder } from './buildingOrder'
import { CoveringSearch } from './coveringSearch'
import { sitingInstance } from './sitingInstance'
import type { SitingTask } from './sitingTask'

/** What is known of where to build. Weights are those of subjects that did not count before. */
export interface SitesFound {
  /** Candidates of the task by their place in it, in the order of building. */
  readonly built: readonly BuiltSite[]
  readonly curve: readonly CurvePoint[]
  /** No choice of so many can be better. */
  readonly proved: boolean
  /** Groups of subjects that the same candidates serve. */
  readonly merged: number
  readonly steps: number
}

/** The most weight that n sites were found to serve, and what none can exceed. */
interface CurvePoint {
  readonly n: number
  readonly value: number
  readonly bound: number
}

/** Where a search has come to. */
export type SearchStep =
  | { readonly phase: 'reading'; readonly done: number; readonly of: number }
  | {
      readonly phase: 'searching'
      readonly steps: number
      /** A value is higher or a bound lower than a step before. */
      readonly better: boolean
      readonly found: () => SitesFound
    }

interface Settings {
  readonly most: number
  readonly seed: number
}

/**
 * Searches where to build at most so many sites, step by step, until nothing can be better. It can be stopped after any step,
 * and the same task, seed and number of steps give the same.
 */
export function* sitesSearch(task: SitingTask, { most, seed }: Settings): Generator<SearchStep, SitesFound> {
  const reading = sitingInstance(task)
  let read = reading.next()
  while (!read.done) {
    yield { phase: 'reading', ...read.value }
    read = reading.next()
  }
  const { instance, together } = read.value
  const search = new CoveringSearch(instance, { most, seed, together })
  const { curve } = search
  const found = (): SitesFound => ({
    built: buildingOrder(search.anotherChoice(), curve.sites(most)),
    curve: Array.from({ length: most }, (_, at) => ({
      n: at + 1,
      value: curve.value(at + 1),
      bound: curve.bound(at + 1),
    })),
    proved: curve.gap(most) === 0,
    merged: instance.demands,
    steps: search.steps,
  })
  let better = false
  while (!search.done) {
    yield { phase: 'searching', steps: search.steps, better, found }
    better = search.step()
  }
  return found()
}

/** Runs a search for as long as `goesOn`, which is asked after every step. */
export function searchSites(
  task: SitingTask,
  { goesOn, ...settings }: Settings & { readonly goesOn: (steps: number) => boolean },
): SitesFound {
  const search = sitesSearch(task, settings)
  for (;;) {
    const step = search.next()
    if (step.done) return step.value
    if (step.value.phase === 'searching' && !goesOn(step.value.steps)) return step.value.found()
  }
}
