import { CannotMeasure } from '../indicators/cannotMeasure'
import { evaluate } from '../indicators/evaluate'
import { metricIds } from '../indicators/evaluateRow'
import { evaluationContext } from '../indicators/evaluationContext'
import { combinedMetrics, feedsOfMetric, methodOf, needsReported, usesScope } from '../indicators/metricFacts'
import type { MetricContext } from '../indicators/metricOutcome'
import { overriddenIndicators } from '../indicators/overrides'
import type { EvaluateInput, IndicatorResult } from '../model/evaluation'
import type { IndicatorDefinition, MetricDefinition } from '../model/metricDefinition'
import type { StandardRow } from '../model/standard'
import { feedsWith, type Made } from './changedFeeds'
import type { CheapestTask } from './cheapestTask'
import { metricSum, type SubjectPart } from './metricSum'
import { unionSum } from './unionSum'

/** A metric as a sum that choices change. */
export interface Sum {
  readonly id: number
  readonly numerator: number
  readonly denominator: number
  /** The value is the numerator, not the ratio. */
  readonly counts: boolean
  readonly tolerance: number
  /** What single choices bring, whatever else is made. */
  readonly single: readonly {
    readonly choice: number
    readonly numerator: number
    readonly denominator: number
    /** At most: what it adds depends on the others. */
  }[]
  /** Subjects that several choices matter to. */
  readonly parts: readonly SubjectPart[]
  /** The sum is what it says; else it is above every value there can be, and the method itself is asked. */
  readonly exact: boolean
  /** Numbers in it are rounded by no more than this in all. */
  readonly slack: number
}

/** How one metric of a row follows from the choices. */
export type ModelMetric =
  | { readonly kind: 'known'; readonly value: number | boolean | null }
  | { readonly kind: 'sum'; readonly sum: Sum }
  /** Asked of the kernel each time. */
  | { readonly kind: 'asked'; readonly above: Sum | null; readonly choices: readonly number[] }
  | { readonly kind: 'combined'; readonly definition: MetricDefinition }

export interface ModelRow {
  readonly row: StandardRow
  readonly definition: IndicatorDefinition | undefined
  readonly before: IndicatorResult
  readonly metrics: ReadonlyMap<string, ModelMetric>
  /** Its items or reported values change: the kernel is asked for the whole row. */
  readonly asked: boolean
  /** Choices that change something about it. */
  readonly choices: ReadonlySet<number>
}

export interface ChoiceModel {
  readonly task: CheapestTask
  readonly input: EvaluateInput
  readonly rows: readonly ModelRow[]
  readonly sums: readonly Sum[]
}

const NONE: Made = { has: () => false }

export const inputWith = (task: CheapestTask, made: Made): EvaluateInput => ({
  ...{ standard: task.standard, indicators: task.indicators, scopes: task.scopes, scope: task.scope },
  ...{ bounds: task.bounds, overrides: task.overrides },
  feeds: feedsWith(task, made),
})

/** The rows that choices change, each metric as a sum where it is one. */
export function* choiceModel(task: CheapestTask): Generator<{ done: number; of: number }, ChoiceModel> {
  const input = inputWith(task, NONE)
  const definitions = overriddenIndicators(task)
  const base = new Map(evaluate(input).indicators.map((row) => [row.id, row]))
  const changedFeeds = new Set(task.features.map(({ feed }) => feed))
  const reportedChange = task.feeds.some(({ id, record }) => record === 'reported' && changedFeeds.has(id))
  const sums: Sum[] = []
  const rows: ModelRow[] = []
  const of = task.standard.rows.length
  for (const [done, row] of task.standard.rows.entries()) {
    yield { done, of }
    const before = base.get(row.id)
    if (!before || row.kind === 'deduction') continue
    const definition = definitions.get(row.id)
    const asked = reportedChange && needsReported(row, definition)
    const choices = new Set<number>(asked ? task.choices.keys() : [])
    const metrics = new Map<string, ModelMetric>()
    for (const id of metricIds(row, definition)) {
      const measured = definition?.metrics[id]
      const steps = modelOf(task, input, row, id, measured, changedFeeds, before, sums)
      let step = steps.next()
      while (!step.done) {
        yield { done, of }
        step = steps.next()
      }
      metrics.set(id, step.value)
      for (const choice of choicesOf(step.value)) choices.add(choice)
    }
    if (choices.size > 0) rows.push({ row, definition, before, metrics, asked, choices })
  }
  return { task, input, rows, sums }
}

function choicesOf(metric: ModelMetric): readonly number[] {
  if (metric.kind === 'asked') return metric.choices
  if (metric.kind !== 'sum') return []
  const { single, parts } = metric.sum
  return [...single.map(({ choice }) => choice), ...parts.flatMap((part) => part.choices)]
}

function* modelOf(
  task: CheapestTask,
  input: EvaluateInput,
  row: StandardRow,
  id: string,
  definition: MetricDefinition | undefined,
  changedFeeds: ReadonlySet<string>,
  before: IndicatorResult,
  sums: Sum[],
): Generator<void, ModelMetric> {
  const known: ModelMetric = { kind: 'known', value: before.metrics[id]?.value ?? null }
  if (!definition) return known
  if (combinedMetrics(definition).length > 0) return { kind: 'combined', definition }
  const scope = usesScope(definition) ? task.scopes.find((each) => each.id === task.scope)?.feed : undefined
  const used = new Set([...feedsOfMetric(definition), ...(scope === undefined ? [] : [scope])])
  const changed = task.features.filter(({ feed }) => changedFeeds.has(feed) && used.has(feed))
  if (changed.length === 0) return known
  const context: MetricContext = {
    ...evaluationContext(input),
    ...{ indicator: row.id, metric: id, standardWeights: row.weights, detail: 'none' },
    other: (other) => before.metrics[other]!,
  }
  const every = [...new Set(changed.flatMap(({ choices }) => choices))].sort((a, b) => a - b)
  try {
    const sum = metricSum(definition, context, changed)
    if (sum) {
      const made = settled(sum.parts, sum.rest, methodOf(definition).featureAdds === 'value', sums.length)
      sums.push(made)
      return made.single.length + made.parts.length > 0 ? { kind: 'sum', sum: made } : known
    }
    const union = yield* unionSum(definition, context, task, changed)
    if (union) {
      const { numerator, denominator, gains, exact, tolerance } = union
      const made: Sum = {
        ...{ id: sums.length, numerator, denominator, tolerance, exact, counts: false, parts: [] },
        single: [...gains].map(([choice, gain]) => ({ choice, numerator: gain, denominator: 0 })),
        slack: 2e-3 * (changed.length + 1),
      }
      sums.push(made)
      if (gains.size === 0) return known
      return exact ? { kind: 'sum', sum: made } : { kind: 'asked', above: made, choices: [...gains.keys()] }
    }
  } catch (error) {
    if (!(error instanceof CannotMeasure)) throw error
  }
  return { kind: 'asked', above: null, choices: every }
}

/** Subjects of one choice become what it brings; those that none changes go to the rest. */
function settled(
  parts: readonly SubjectPart[],
  rest: { readonly numerator: number; readonly denominator: number },
  counts: boolean,
  id: number,
): Sum {
  let { numerator, denominator } = rest
  const single = new Map<number, { numerator: number; denominator: number }>()
  const joint: SubjectPart[] = []
  for (const part of parts) {
    const base = part.brought(NONE)
    const alone = (choice: number) => part.brought({ has: (each) => each === choice })
    const same = (choice: number) => {
      const { numerator, denominator } = alone(choice)
      return numerator === base.numerator && denominator === base.denominator
    }
    const among = new Set(part.choices)
    const all = part.growing ? part.brought({ has: (choice) => among.has(choice) }) : null
    const fixed = all && all.numerator === base.numerator && all.denominator === base.denominator
    const choices = fixed ? [] : part.anyOne ? part.choices.filter((choice) => !same(choice)) : part.choices
    const [only] = choices
    if (choices.length > 1) {
      joint.push({ ...part, choices })
      continue
    }
    numerator += base.numerator
    denominator += base.denominator
    if (only === undefined || same(only)) continue
    const with1 = alone(only)
    const sum = single.get(only) ?? { numerator: 0, denominator: 0 }
    sum.numerator += with1.numerator - base.numerator
    sum.denominator += with1.denominator - base.denominator
    single.set(only, sum)
  }
  return {
    ...{ id, numerator, denominator, counts, tolerance: 0, exact: true, parts: joint },
    single: [...single].map(([choice, brought]) => ({ choice, ...brought })),
    slack: [...single.values()].every((each) => Number.isInteger(each.numerator)) ? 0 : 2e-3 * parts.length,
  }
}
