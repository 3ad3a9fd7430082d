import { compilePredicate, type ExpressionSubject, type PredicateResult } from '../model/compileExpression'
import type { Expression } from '../model/expression'
import { CannotMeasure } from './cannotMeasure'

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
