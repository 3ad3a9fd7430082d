import { compilePredicate, compileValue, type Expression, type ExpressionSubject } from '../../model/compileExpression'
import type { AlarmLevel, AlarmRule } from '../../model/feedDefinitions'

/** Which way a reading breaks its rule. */
export type BreachSide = 'above' | 'below' | 'rise' | 'fall' | 'silence'

/** A rule that fires on a device: the alarm cites it with the value and the limit it was held against. */
export interface Firing {
  /** Id of the rule. */
  readonly rule: string
  readonly level: AlarmLevel
  readonly side: BreachSide
  /** The reading, or for a rate its change over the rule's minutes, in the unit of the reading; null for silence. */
  readonly value: number | null
  readonly limit: number | null
  /** Epoch milliseconds: the first reading beyond the limit in this run, or the last report before the silence. */
  readonly since: number
}

/** One value of a device. Time in epoch milliseconds. */
interface Sample {
  readonly time: number
  readonly value: number
}

/** What a rule remembers of a device between two looks. */
export interface RuleState {
  /** The rule fires, and since when. */
  readonly firing: Firing | null
  /** Threshold: the first reading of the present run beyond the limit, epoch milliseconds; null: inside. */
  readonly beyondSince: number | null
  /** Rate: readings of the last minutes, oldest first. */
  readonly window: readonly Sample[]
}

export const CALM: RuleState = Object.freeze({ firing: null, beyondSince: null, window: Object.freeze([]) })

type NumberOf = (subject: ExpressionSubject) => number | null

interface CompiledParts {
  readonly applies: (subject: ExpressionSubject) => boolean
  readonly value: NumberOf
  /** Limit above which (or of a rise), and below which (or of a fall), the rule fires; null: none for this device. */
  readonly upper: NumberOf
  readonly lower: NumberOf
}

/** A rule ready to run. */
export type CompiledRule = CompiledParts & { readonly rule: AlarmRule }

const READING: Expression = ['get', 'value']
const none: NumberOf = () => null

/**
 * Compiles the expressions of a rule. A value or limit that is no finite number is null; a `where` that fails on a device
 * leaves the device out.
 * @throws Error when an expression does not compile; the catalog's checks name those before.
 */
export function compileRule(rule: AlarmRule): CompiledRule {
  const applies = rule.where === undefined ? () => true : holds(rule.where)
  switch (rule.kind) {
    case 'threshold':
      return { rule, applies, value: numberOf(rule.value ?? READING), ...limits(rule.above, rule.below) }
    case 'rate':
      return { rule, applies, value: numberOf(rule.value ?? READING), ...limits(rule.rise, rule.fall) }
    case 'silence':
      return { rule, applies, value: none, upper: none, lower: none }
  }
}

function limits(upper: Expression | undefined, lower: Expression | undefined): Pick<CompiledParts, 'upper' | 'lower'> {
  return { upper: upper === undefined ? none : numberOf(upper), lower: lower === undefined ? none : numberOf(lower) }
}

function holds(where: Expression): CompiledParts['applies'] {
  const predicate = compilePredicate(where)
  if (!predicate.ok) throw new Error(predicate.error)
  return (subject) => predicate.evaluate(subject) === true
}

function numberOf(expression: Expression): NumberOf {
  const compiled = compileValue(expression)
  if (!compiled.ok) throw new Error(compiled.error)
  return (subject) => {
    const value = compiled.evaluate(subject)
    return typeof value === 'number' && Number.isFinite(value) ? value : null
  }
}
