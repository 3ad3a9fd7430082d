import { type Bounds, boundsOf } from '../geo/boundsOf'
import { type CoverSet, coverSet } from '../geo/coverSet'
import type { CoverShape } from '../geo/coverShape'
import type { LocalPlane } from '../geo/localPlane'
import type { CityFeature } from '../model/feature'
import { newestFirst } from '../model/newestFirst'
import { type Coverage, coverageOf } from './coverageOf'

/**
 * What evaluations found, kept for the next one. A feature and a list of features are known by their objects: what has
 * changed must be another object, what has not should be the same. Results are those of a full run, bit for bit.
 */
export interface EvaluationMemory {
  /**
   * The covers of some features. A few that changed are worked into a set there is, which then forgets only the subjects
   * whose boxes they meet.
   * @param by what names the features, such as a feed and its filter.
   */
  covers(
    by: string,
    features: readonly CityFeature[],
    shapesOf: (feature: CityFeature) => readonly CoverShape[],
    plane: LocalPlane,
  ): CoverSet
  /** How much of a subject of a feed a set of this memory covers. */
  coverage(covers: CoverSet, feed: string, subject: CityFeature): Coverage
  /** Whether `once` would give an earlier result. */
  knows(question: string, from: readonly unknown[]): boolean
  /** The result of `compute`, or the earlier one of the same question from the very same things. */
  once<T>(question: string, from: readonly unknown[], compute: () => T): T
}

interface KnownCovers {
  readonly plane: LocalPlane
  readonly set: CoverSet
  features: ReadonlySet<CityFeature>
  /** By feed and id. */
  readonly subjects: Map<string, { readonly subject: CityFeature; readonly coverage: Coverage }>
}

/** So large a share of changed covers is not worth working in. */
const REBUILD = 0.25
/** Sets of covers kept for one `by`: a sweep asks for several in turn. */
const MOST_SETS = 8
const MOST_ANSWERS = 256

export function evaluationMemory(): EvaluationMemory {
  const known = new Map<string, KnownCovers[]>()
  const bySet = new WeakMap<CoverSet, KnownCovers>()
  const answers = newestFirst<{ readonly from: readonly unknown[]; readonly result: unknown }>(MOST_ANSWERS)

  const answerTo = (question: string, from: readonly unknown[]) => {
    const before = answers.get(question)
    const same = before?.from.length === from.length && before.from.every((each, index) => each === from[index])
    return same ? before : null
  }

  return {
    covers(by, features, shapesOf, plane) {
      const now = new Set(features)
      const kept = known.get(by) ?? []
      known.set(by, kept)
      const least = kept
        .filter((each) => each.plane === plane)
        .map((each) => ({ each, removed: missing(each.features, now), added: missing(now, each.features) }))
        .sort((a, b) => a.removed.length + a.added.length - b.removed.length - b.added.length)[0]
      const changes = least ? least.removed.length + least.added.length : Infinity
      if (least && changes <= REBUILD * features.length) {
        if (changes > 0)
          workIn(least.each, now, least.removed.flatMap(shapesOf), least.added.flatMap(shapesOf), shapesOf)
        return least.each.set
      }
      const made = { plane, set: coverSet(features.flatMap(shapesOf), plane), features: now, subjects: new Map() }
      bySet.set(made.set, made)
      kept.push(made)
      if (kept.length > MOST_SETS) kept.shift()
      return made.set
    },

    coverage(covers, feed, subject) {
      const subjects = bySet.get(covers)?.subjects
      const key = `${feed}\n${subject.id}`
      const before = subjects?.get(key)
      if (before?.subject === subject) return before.coverage
      const coverage = coverageOf(subject, covers)
      subjects?.set(key, { subject, coverage })
      return coverage
    },

    knows: (question, from) => answerTo(question, from) !== null,

    once<T>(question: string, from: readonly unknown[], compute: () => T): T {
      const before = answerTo(question, from)
      if (before) return before.result as T
      const result = compute()
      answers.set(question, { from, result })
      return result
    },
  }
}

function missing(of: ReadonlySet<CityFeature>, from: ReadonlySet<CityFeature>): CityFeature[] {
  return [...of].filter((feature) => !from.has(feature))
}

function workIn(
  known: KnownCovers,
  now: ReadonlySet<CityFeature>,
  gone: readonly CoverShape[],
  come: readonly CoverShape[],
  shapesOf: (feature: CityFeature) => readonly CoverShape[],
): void {
  known.set.change(gone, [...now].flatMap(shapesOf), come)
  known.features = now
  for (const [key, { subject }] of known.subjects) {
    if (!subject.geometry) continue
    const bounds = boundsOf(subject.geometry)
    if (gone.some((cover) => meet(bounds, cover.bounds)) || come.some((cover) => meet(bounds, cover.bounds))) {
      known.subjects.delete(key)
    }
  }
}

function meet(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]
}
