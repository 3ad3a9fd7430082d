import { compilePredicate, compileValue, type Expression } from '../model/compileExpression'
import type { MetricDefinition } from '../model/metricDefinition'

/** Checks a value for a parameter; the text says what was expected, null when the value will do. */
type ParameterCheck = (value: unknown) => string | null

function isExpression(value: unknown): value is Expression {
  return value === null || Array.isArray(value) || ['string', 'number', 'boolean'].includes(typeof value)
}

const number =
  (least: number, most: number): ParameterCheck =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most
      ? null
      : most === Number.MAX_VALUE
        ? `a number of at least ${least}`
        : `a number from ${least} to ${most}`

const feed: ParameterCheck = (value) => (typeof value === 'string' && value !== '' ? null : 'the id of a feed')

const predicate: ParameterCheck = (value) => {
  if (!isExpression(value)) return 'an expression'
  const compiled = compilePredicate(value)
  return compiled.ok ? null : `a predicate (${compiled.error})`
}

const expression: ParameterCheck = (value) => {
  if (!isExpression(value)) return 'an expression'
  const compiled = compileValue(value)
  return compiled.ok ? null : `an expression (${compiled.error})`
}

const texts: ParameterCheck = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string')
    ? null
    : 'a list of metrics'

const weights: ParameterCheck = (value) =>
  typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'number')
    ? null
    : 'an object of numbers'

const how: ParameterCheck = (value) =>
  value === 'min' || value === 'mean' || value === 'weighted' ? null : 'min, mean or weighted'

function isPart(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'where' in value &&
    predicate(value.where) === null &&
    'weight' in value &&
    typeof value.weight === 'number' &&
    value.weight > 0
  )
}

const parts: ParameterCheck = (value) =>
  Array.isArray(value) && value.length > 0 && value.every(isPart) ? null : 'a list of {id, where, weight}'

const filters = { where: predicate, known: predicate }
const least0 = number(0, Number.MAX_VALUE)

/** The parameters each method has, and what each may be. */
export const PARAMETERS: Readonly<Record<MetricDefinition['method'], Readonly<Record<string, ParameterCheck>>>> = {
  covered: { threshold: number(0, 1), subjects: feed, by: feed, ...filters, byWhere: predicate },
  near: { metres: least0, subjects: feed, by: feed, ...filters, byWhere: predicate },
  share: { of: feed, match: predicate, within: feed, ...filters },
  area: { tolerance: number(0, 1), region: feed, by: feed, ...filters, byWhere: predicate },
  length: { of: feed, match: predicate, parts, ...filters },
  count: { of: feed, match: predicate, ...filters },
  mean: { of: feed, value: expression, groupBy: expression, ...filters },
  ratio: { of: feed, part: expression, whole: expression, ...filters },
  reported: { feed },
  combine: { how, of: texts, weights },
}
