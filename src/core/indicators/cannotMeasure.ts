import {
  compilePredicate,
  compileValue,
  type Expression,
  type ExpressionSubject,
  type PredicateResult,
} from '../model/compileExpression'

/** Why a metric has no value; `why` is a code such as `feed-unreadable:sites-5g`. Caught by `evaluateMetric`. */
export class CannotMeasure extends Error {
  constructor(readonly why: string) {
    super(why)
  }
}

/**
 * A predicate of a metric; true for everything when there is none.
 * @throws CannotMeasure `bad-expression` when it does not compile.
 */
export function predicateOf(expression: Expression | undefined): (subject: ExpressionSubject) => PredicateResult {
  if (expression === undefined) return () => true
  const known = typeof expression === 'object' && expression !== null ? compiledOf.get(expression) : undefined
  if (known) return known
  const compiled = compilePredicate(expression)
  if (!compiled.ok) throw new CannotMeasure('bad-expression')
  if (typeof expression === 'object' && expression !== null) compiledOf.set(expression, compiled.evaluate)
  return compiled.evaluate
}

/** Predicates by their expressions: one that is asked of many features one by one is compiled once. */
const compiledOf = new WeakMap<object, (subject: ExpressionSubject) => PredicateResult>()

/**
 * A value expression of a metric, asked of one feature; undefined where it throws.
 * @throws CannotMeasure `bad-expression` when it does not compile.
 */
export function valueExpression(expression: Expression): (subject: ExpressionSubject) => unknown {
  const compiled = compileValue(expression)
  if (!compiled.ok) throw new CannotMeasure('bad-expression')
  return compiled.evaluate
}
