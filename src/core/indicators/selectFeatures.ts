import { insideArea } from '../geo/insideArea'
import type { Expression } from '../model/compileExpression'
import type { CityFeature } from '../model/feature'
import { predicateOf } from './cannotMeasure'
import { sortedFeatures } from './canonicalOrder'
import { polygonsOf, subjectOf } from './knownShapes'
import type { MetricContext, ReadableFeed } from './metricOutcome'
import type { ScopeArea } from './scopeArea'
import type { SubjectTally } from './subjectTally'

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
  context: Pick<MetricContext, 'feed'>,
  definition: { readonly by: string; readonly byWhere?: Expression | undefined },
  tally: SubjectTally,
): CityFeature[] {
  return selectFeatures(context.feed(definition.by), { where: definition.byWhere, scope: null }, tally)
}
