import { insideArea } from '../geo/inside'
import {
  compilePredicate,
  compileValue,
  type Expression,
  type ExpressionSubject,
  type PredicateResult,
} from '../model/compileExpression'
import type { CityFeature } from '../model/feature'
import { CannotMeasure, type MetricContext, type ReadableFeed } from './metricOutcome'
import { polygonsOf } from './polygonsOf'
import type { ScopeArea } from './scopeArea'
import { type SubjectTally, subjectOf } from './subjectTally'

/** Canonical order: by id, in plain code-unit order, the same on every machine and in every language. */
export function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

const made = new WeakMap<readonly CityFeature[], readonly CityFeature[]>()

/** Features in canonical order by id, sorted once for the same list: many metrics ask about the same feed. */
export function sortedFeatures(features: readonly CityFeature[]): readonly CityFeature[] {
  const known = made.get(features)
  if (known) return known
  const sorted = features.toSorted(compareIds)
  made.set(features, sorted)
  return sorted
}

/**
 * A predicate of a metric; true for everything when there is none.
 * @throws CannotMeasure `bad-expression` when it does not compile.
 */
export function predicateOf(expression: Expression | undefined): (subject: ExpressionSubject) => PredicateResult {
  if (expression === undefined) return () => true
  const compiled = compilePredicate(expression)
  if (!compiled.ok) throw new CannotMeasure('bad-expression')
  return compiled.evaluate
}

/**
 * A value expression of a metric, asked of one feature; undefined where it throws.
 * @throws CannotMeasure `bad-expression` when it does not compile.
 */
export function valueExpression(expression: Expression): (subject: ExpressionSubject) => unknown {
  const compiled = compileValue(expression)
  if (!compiled.ok) throw new CannotMeasure('bad-expression')
  return compiled.evaluate
}

export interface Selection {
  readonly where?: Expression | undefined
  readonly known?: Expression | undefined
  /** Feed of polygons, never filtered by scope; a feature outside all of them is not selected. */
  readonly within?: ReadableFeed | undefined
  /** Null: not filtered by scope. */
  readonly scope: ScopeArea | null
}

/**
 * The features a metric counts, in canonical order: in scope, within, and with `where` true. Those for which `where` is
 * unknown (`unknown:where`) or `known` is not true (`unknown:known`) are excluded and tallied.
 * @throws CannotMeasure `bad-expression`.
 */
export function selectFeatures(feed: ReadableFeed, selection: Selection, tally: SubjectTally): CityFeature[] {
  const where = predicateOf(selection.where)
  const known = predicateOf(selection.known)
  const within = selection.within && polygonsOf(selection.within.features)
  return sortedFeatures(feed.features).filter((feature) => {
    const chosen = where(feature)
    if (chosen === false) return false
    if (selection.scope && !selection.scope.contains(feature)) return false
    if (within && !(feature.geometry && insideArea(feature.geometry, within, subjectOf))) return false
    if (chosen === 'unknown') tally.exclude(feed.id, feature, 'unknown:where')
    else if (known(feature) !== true) tally.exclude(feed.id, feature, 'unknown:known')
    else return true
    return false
  })
}

/** The features of `by` that `byWhere` selects, never filtered by scope. */
export function selectBy(
  context: MetricContext,
  definition: { readonly by: string; readonly byWhere?: Expression | undefined },
  tally: SubjectTally,
): CityFeature[] {
  return selectFeatures(context.feed(definition.by), { where: definition.byWhere, scope: null }, tally)
}
