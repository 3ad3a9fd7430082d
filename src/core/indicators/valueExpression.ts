import { compileValue, type ExpressionSubject } from '../model/compileExpression'
import type { Expression } from '../model/expression'
import { CannotMeasure } from './cannotMeasure'

/**
 * A value expression of a metric, asked of one feature; undefined where it throws.
 * @throws CannotMeasure `bad-expression` when it does not compile.
 */
export function valueExpression(expression: Expression): (subject: ExpressionSubject) => unknown {
  const compiled = compileValue(expression)
  if (!compiled.ok) throw new CannotMeasure('bad-expression')
  return compiled.evaluate
}
