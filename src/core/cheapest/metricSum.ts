import { boundsOf } from '../geo/boundsOf'
import { coverShapes } from '../geo/coverShape'
import { predicateOf } from '../indicators/cannotMeasure'
import { feedOfRole } from '../indicators/methods/parameters'
import { methodOf, numberOf } from '../indicators/metricFacts'
import type { MetricContext } from '../indicators/metricOutcome'
import type { Expression } from '../model/compileExpression'
import type { CityFeature } from '../model/feature'
import type { MetricDefinition } from '../model/metricDefinition'
import { type Made, reachIndex, stateOf } from './changedFeeds'
import type { ChangedFeature } from './cheapestTask'

/** What one subject brings to its metric. */
interface Brought {
  readonly numerator: number
  readonly denominator: number
  /** Of a subject that is measured, where its method says one. */
  readonly value: number | null
}

/** A subject that some choices matter to: what it brings follows from those alone. */
export interface SubjectPart {
  readonly choices: readonly number[]
  readonly brought: (made: Made) => Brought
  /** One choice more never brings less. */
  readonly growing: boolean
  /** It counts as soon as any one of its choices counts alone. */
  readonly anyOne: boolean
  /** Covered share that it must reach, where it is counted by one. */
  readonly threshold: number | null
}

/** Numerator and denominator of a metric as sums over its subjects. */
export interface MetricSum {
  /** Of the subjects that no choice matters to. */
  readonly rest: { readonly numerator: number; readonly denominator: number }
  readonly parts: readonly SubjectPart[]
}

const NONE: Made = { has: () => false }

/**
 * The metric by its subjects, each measured by the method itself; null where it is no such sum, or a choice changes more than
 * subjects and what they are held against.
 */
export function metricSum(
  definition: MetricDefinition,
  context: MetricContext,
  changed: readonly ChangedFeature[],
): MetricSum | null {
  const method = methodOf(definition)
  if (!method.sums || method.sums.some((parameter) => definition[parameter] !== undefined)) return null
  const subjectsId = feedOfRole(method.parameters, definition, 'subjects')
  const byId = feedOfRole(method.parameters, definition, 'by')
  const others = Object.entries(method.parameters).flatMap(([name, { kind }]) =>
    kind === 'feed' && definition[name] !== subjectsId && definition[name] !== byId ? [definition[name]] : [],
  )
  const feeds = new Set(changed.map(({ feed }) => feed))
  const scope = context.scopeFeed()?.id
  if (subjectsId === null || subjectsId === byId || others.some((id) => feeds.has(String(id)))) return null
  if (scope !== undefined && feeds.has(scope)) return null

  const subjects = context.feed(subjectsId)
  const by = byId === null ? null : context.feed(byId)
  const own = changed.filter(({ feed }) => feed === subjectsId)
  const built = byId === null ? [] : changed.filter(({ feed }) => feed === byId)
  const covers = by !== null && 'by' in method.parameters && 'covers' in method.parameters.by!
  const metres = by === null || covers ? null : numberOf(definition, 'metres')
  if (by !== null && !covers && metres === null) return null
  if (built.length > 0 && covers && !allCover(built, definition)) return null

  const measured = (feature: CityFeature | null, standing: readonly CityFeature[]): Brought => {
    if (!feature) return NOTHING
    const own: MetricContext = {
      ...context,
      feed: (id) =>
        id === subjectsId
          ? { ...subjects, features: [feature] }
          : by !== null && id === byId
            ? { ...by, features: standing }
            : context.feed(id),
      detail: 'subjects',
      memory: null,
    }
    const { result, subjects: told } = method.evaluate(definition, own)
    const { numerator, denominator } = result
    return { numerator: numerator ?? 0, denominator: denominator ?? 0, value: told[0]?.value ?? null }
  }

  const whole = method.evaluate(definition, { ...context, memory: null }).result
  const changedBy = new Set(built.flatMap(({ before }) => (before ? [before.id] : [])))
  const standing = by?.features.filter(({ id }) => !changedBy.has(id)) ?? []
  const near = reachIndex(
    standing.map((feature) => ({ of: feature, features: [feature] })),
    metres,
  )
  const nearBuilt = reachIndex(
    built.map((each) => ({ of: each, features: [...each.states, ...(each.before ? [each.before] : [])] })),
    metres,
  )
  const onlyAdds = grows(built, definition)
  const ownById = new Map(own.map((each) => [each.before?.id ?? each.states[0]!.id, each]))
  const looked = [
    ...(built.length > 0
      ? subjects.features.map((feature) => ({ feature, change: ownById.get(feature.id) ?? null }))
      : own.flatMap((change) => (change.before ? [{ feature: change.before, change }] : []))),
    ...own.flatMap((change) => (change.before ? [] : [{ feature: change.states[0]!, change }])),
  ]
  let numerator = whole.numerator ?? 0
  let denominator = whole.denominator ?? 0
  const parts: SubjectPart[] = []
  for (const { feature, change } of looked) {
    const { geometry } = feature
    const bounds = geometry && boundsOf(geometry)
    const reaching = bounds ? nearBuilt(bounds) : []
    const choices = [...new Set([...(change?.choices ?? []), ...reaching.flatMap((each) => each.choices)])]
    if (choices.length === 0) continue
    const around = bounds ? near(bounds) : []
    const brought = (made: Made): Brought =>
      measured(change ? stateOf(change, made) : feature, [
        ...around,
        ...reaching.flatMap((each) => stateOf(each, made) ?? []),
      ])
    const base = brought(NONE)
    numerator -= base.numerator
    denominator -= base.denominator
    const anyOne = !change && onlyAdds && (!covers || geometry?.type === 'Point')
    parts.push({
      choices: choices.sort((a, b) => a - b),
      brought,
      growing: !change && onlyAdds,
      anyOne,
      threshold: covers && !change ? numberOf(definition, 'threshold') : null,
    })
  }
  return { rest: { numerator, denominator }, parts }
}

const NOTHING: Brought = { numerator: 0, denominator: 0, value: null }

function passing(definition: MetricDefinition) {
  return predicateOf(definition.byWhere as Expression | undefined)
}

/** Without a footprint somewhere the whole metric is unknown. */
function allCover(built: readonly ChangedFeature[], definition: MetricDefinition): boolean {
  const passes = passing(definition)
  return built.every(({ states }) =>
    states.every((state) => passes(state) !== true || coverShapes(state.geometry, state.footprint) !== null),
  )
}

/** Whether what is built only adds: nothing that stood and counted is another with it. */
function grows(built: readonly ChangedFeature[], definition: MetricDefinition): boolean {
  const passes = passing(definition)
  return built.every(({ before, choices }) => (before === null || passes(before) !== true) && choices.length === 1)
}
