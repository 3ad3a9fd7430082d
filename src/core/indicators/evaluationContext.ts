import type { EvaluableFeed, EvaluateInput } from '../model/evaluation'
import { CannotMeasure } from './cannotMeasure'
import { compareIds } from './canonicalOrder'
import type { EvaluationMemory } from './evaluationMemory'
import { METHODS } from './methods/methods'
import type { Methods } from './methods/metricMethod'
import type { ReadableFeed } from './metricOutcome'
import { type ScopeArea, scopeArea } from './scopeArea'

/** What all metrics of one evaluation share: feeds as readable or not, and the wanted scope made once. */
export interface EvaluationContext {
  readonly feed: (id: string) => ReadableFeed
  readonly reportedFeeds: readonly EvaluableFeed[]
  readonly scope: () => ScopeArea | null
  readonly scopeId: string | null
  readonly scopeFeed: () => ReadableFeed | null
  readonly bounds: EvaluateInput['bounds']
  readonly memory: EvaluationMemory | null
  readonly methods: Methods
}

/**
 * @throws CannotMeasure from `feed`, `scope` and `scopeFeed`: `feed-unreadable:<id>`, `unknown-scope:<id>`, and
 * `empty-scope:<id>` when it selects no polygon, for a filter by nothing would answer about a place that is not there.
 */
export function evaluationContext(
  input: Pick<EvaluateInput, 'feeds' | 'scopes' | 'scope' | 'bounds'>,
  memory: EvaluationMemory | null = null,
  methods: Methods = METHODS,
): EvaluationContext {
  const feed = (id: string): ReadableFeed => {
    const found = input.feeds.get(id)
    if (!found || 'error' in found) throw new CannotMeasure(`feed-unreadable:${id}`)
    return found
  }
  const definition = input.scopes.find((scope) => scope.id === input.scope)
  const wanted = () => {
    if (input.scope === null) return null
    if (!definition) throw new CannotMeasure(`unknown-scope:${input.scope}`)
    return definition
  }
  const scopeFeed = () => {
    const scope = wanted()
    return scope && feed(scope.feed)
  }
  return {
    feed,
    reportedFeeds: [...input.feeds.values()].filter((each) => each.record === 'reported').sort(compareIds),
    scopeId: input.scope,
    bounds: input.bounds,
    memory,
    methods,
    scopeFeed,
    scope: () => {
      const scope = wanted()
      const area = scope && scopeArea(scope, feed(scope.feed))
      if (area?.empty) throw new CannotMeasure(`empty-scope:${area.id}`)
      return area
    },
  }
}
