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
