import { compileValue, type Expression } from '#core/model/compileExpression.ts'
import { type Check, entriesOf } from './catalogView'

const ONE = { zh: 'patch 与 add 二者之一', en: 'one of `patch` and `add`' }
const COST = { zh: '不小于 0 的金额', en: 'an amount of at least 0' }

/** Measures that change nothing or do two things at once, and amounts below 0. */
export const checkMeasures: Check = (catalog, report) => {
  for (const { path, value } of entriesOf(catalog, 'measures')) {
    const { patch, add, cost } = value
    if (patch !== undefined && add !== undefined) report(path, ['patch', 'add'], ONE)
    if (patch === undefined && add === undefined) report([...path, 'patch'], undefined, ONE)
    if (cost !== undefined && isConstant(cost) && !isAmount(constantOf(cost))) report([...path, 'cost'], cost, COST)
  }
}

const isAmount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0

/** Whether it asks nothing of a feature: what does may be an amount for each. */
const isConstant = (expression: unknown): boolean =>
  !Array.isArray(expression) ||
  (expression[0] !== 'get' && expression[0] !== 'has' && expression[0] !== 'properties' && expression.every(isConstant))

/** What it gives of anything; of what does not compile, which is another fault, an amount. */
function constantOf(expression: unknown): unknown {
  if (!Array.isArray(expression)) return expression
  const compiled = compileValue(expression as Expression)
  return compiled.ok ? compiled.evaluate({ geometry: null, properties: {} }) : 0
}
