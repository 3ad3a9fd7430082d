import { coverShapes } from '../geo/coverShape'
import { predicateOf } from '../indicators/cannotMeasure'
import { evaluationMemory } from '../indicators/evaluationMemory'
import { feedOfRole } from '../indicators/methods/parameters'
import { methodOf, numberOf } from '../indicators/metricFacts'
import type { MetricContext } from '../indicators/metricOutcome'
import type { Expression } from '../model/compileExpression'
import type { MetricDefinition } from '../model/metricDefinition'
import { feedsWith } from './changedFeeds'
import type { ChangedFeature, CheapestTask } from './cheapestTask'

/** How far a union can grow. */
export interface UnionSum {
  readonly numerator: number
  readonly denominator: number
  /** What each choice adds at most, whatever else is made. */
  readonly gains: ReadonlyMap<number, number>
  /** They add up: nothing that is built overlaps anything else. */
  readonly exact: boolean
  /** From 1 less this on, the ratio counts as 1. */
  readonly tolerance: number
}

/**
 * The metric as a union that only grows; null where it is none. What one adds to what stands is the most it can add to more, and
 * where all together add what they add one by one, so does every set of them.
 */
export function* unionSum(
  definition: MetricDefinition,
  context: MetricContext,
  task: Pick<CheapestTask, 'feeds'>,
  changed: readonly ChangedFeature[],
): Generator<void, UnionSum | null> {
  const method = methodOf(definition)
  const by = feedOfRole(method.parameters, definition, 'by')
  const passes = predicateOf(definition.byWhere as Expression | undefined)
  const grows = changed.every(
    ({ feed, before, states, choices }) =>
      feed === by &&
      choices.length === 1 &&
      (before === null || passes(before) !== true) &&
      states.every((state) => passes(state) !== true || coverShapes(state.geometry, state.footprint) !== null),
  )
  if (!method.union || !grows || context.scopeFeed()?.id === by) return null
  if (feedOfRole(method.parameters, definition, 'subjects') === by) return null
  const memory = evaluationMemory()
  const measured = (features: readonly ChangedFeature[]) => {
    const feeds = feedsWith({ feeds: task.feeds, features }, { has: () => true })
    const feed: MetricContext['feed'] = (id) => {
      const found = feeds.get(id)
      return found && 'features' in found ? found : context.feed(id)
    }
    return method.evaluate(definition, { ...context, feed, memory, detail: 'none' }).result
  }
  const { numerator, denominator } = measured([])
  if (numerator === null || denominator === null || !(denominator > 0)) return null
  const gains = new Map<number, number>()
  for (const each of changed) {
    yield
    // Rounded to 1e-3 at both ends.
    const gain = (measured([each]).numerator ?? 0) - numerator
    if (gain > 1e-3) for (const choice of each.choices) gains.set(choice, gain)
  }
  const all = (measured(changed).numerator ?? 0) - numerator
  const sum = [...gains.values()].reduce((total, gain) => total + gain, 0)
  const exact = Math.abs(sum - all) <= 2e-3 * (changed.length + 1) + 1e-9 * denominator
  return { numerator, denominator, gains, exact, tolerance: numberOf(definition, 'tolerance') ?? 0 }
}
