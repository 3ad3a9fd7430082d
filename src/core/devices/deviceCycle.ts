import { compileValue, type ExpressionSubject } from '../model/compileExpression'
import type { ReportingDefinition } from '../model/reportingDefinition'

/**
 * Seconds between two reports of a device, by the feed's definition; null where it gives no positive number.
 * @throws Error when the expression does not compile; the catalog's checks name it before.
 */
export function deviceCycle({ cycle }: ReportingDefinition): (subject: ExpressionSubject) => number | null {
  const compiled = compileValue(cycle)
  if (!compiled.ok) throw new Error(compiled.error)
  return (subject) => {
    const value = compiled.evaluate(subject)
    return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : null
  }
}
