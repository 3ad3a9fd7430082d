import type { MetricResult, SubjectOutcome } from '../model/evaluation'
import type { CityFeature } from '../model/feature'
import { compareIds } from './canonicalOrder'

/** Collects the outcome of each feature behind a metric, and counts what is excluded by reason. */
export interface SubjectTally {
  readonly exclude: (feed: string, feature: CityFeature, reason: string) => void
  readonly record: (feed: string, feature: CityFeature, state: 'covered' | 'uncovered', value: number | null) => void
  readonly exclusions: () => Pick<MetricResult, 'excluded' | 'reasons'>
  /** In canonical order by id. */
  readonly subjects: () => SubjectOutcome[]
}

export function subjectTally(): SubjectTally {
  const outcomes: SubjectOutcome[] = []
  const reasons = new Map<string, number>()
  return {
    exclude: (feed, { id, mapId }, reason) => {
      outcomes.push({ feed, id, mapId, state: 'excluded', value: null, reason })
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    },
    record: (feed, { id, mapId }, state, value) => {
      outcomes.push({ feed, id, mapId, state, value })
    },
    exclusions: () => ({
      excluded: [...reasons.values()].reduce((sum, count) => sum + count, 0),
      reasons: Object.fromEntries([...reasons].sort(([a], [b]) => (a < b ? -1 : 1))),
    }),
    subjects: () => outcomes.toSorted(compareIds),
  }
}
