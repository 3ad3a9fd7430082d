import { type Compiled, compilePredicate, compileValue, type Expression } from '../../model/compileExpression'
import type { MetricDefinition } from '../../model/metricDefinition'
import type { NumberParameter, Parameter, Parameters } from './parameters'

/** A definition with the numbers it leaves out. */
export function withDefaults(parameters: Parameters, definition: MetricDefinition): MetricDefinition {
  const filled: Record<string, unknown> = {}
  for (const [name, parameter] of Object.entries(parameters)) {
    if (parameter.kind === 'number' && definition[name] === undefined) filled[name] = parameter.otherwise
  }
  return { ...definition, ...filled }
}

/**
 * Effective numbers and choices of a metric, defaults included; feeds and expressions are not among them. Weights are
 * there where they count, those of the standard where the definition has none.
 */
export function effectiveParameters(
  parameters: Parameters,
  definition: MetricDefinition,
  standardWeights: Readonly<Record<string, number>> | undefined,
): Readonly<Record<string, unknown>> {
  const effective: Record<string, unknown> = {}
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = effectiveValue(parameter, definition[name], definition, standardWeights)
    if (value !== undefined) effective[name] = value
  }
  return effective
}

function effectiveValue(
  parameter: Parameter,
  value: unknown,
  definition: MetricDefinition,
  standardWeights: Readonly<Record<string, number>> | undefined,
): unknown {
  switch (parameter.kind) {
    case 'number':
      return value ?? parameter.otherwise
    case 'choice':
    case 'metrics':
      return value
    case 'weights': {
      const [choice, wanted] = parameter.when
      return definition[choice] === wanted ? (value ?? standardWeights) : undefined
    }
    case 'parts':
      return Array.isArray(value) ? value.map(({ id, weight }) => ({ id, weight })) : undefined
    case 'feed':
    case 'predicate':
    case 'value':
      return undefined
  }
}

/** What a parameter expected, in words, English; null when the value will do. */
export function expectedInstead(parameter: Parameter, value: unknown): string | null {
  switch (parameter.kind) {
    case 'feed':
      return typeof value === 'string' && value !== '' ? null : 'the id of a feed'
    case 'predicate':
      return notCompiled(value, compilePredicate, 'a predicate')
    case 'value':
      return notCompiled(value, compileValue, 'an expression')
    case 'number':
      return outOfRange(value, parameter)
    case 'choice': {
      const names = Object.keys(parameter.choices)
      if (typeof value === 'string' && names.includes(value)) return null
      return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join()
    }
    case 'metrics':
      return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string')
        ? null
        : 'a list of metrics'
    case 'weights':
      return hasMembers(value) && Object.values(value).every((each) => typeof each === 'number')
        ? null
        : 'an object of numbers'
    case 'parts':
      return Array.isArray(value) && value.length > 0 && value.every(isPart) ? null : 'a list of {id, where, weight}'
  }
}

function outOfRange(value: unknown, { least, most = Number.MAX_VALUE }: NumberParameter): string | null {
  if (typeof value === 'number' && value >= least && value <= most) return null
  return most === Number.MAX_VALUE ? `a number of at least ${least}` : `a number from ${least} to ${most}`
}

function notCompiled(
  value: unknown,
  compile: (expression: Expression) => Compiled<unknown>,
  what: string,
): string | null {
  if (!isExpression(value)) return 'an expression'
  const compiled = compile(value)
  return compiled.ok ? null : `${what} (${compiled.error})`
}

function isExpression(value: unknown): value is Expression {
  return value === null || Array.isArray(value) || ['string', 'number', 'boolean'].includes(typeof value)
}

/** An object or a list. */
function hasMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isPart(value: unknown): boolean {
  if (!hasMembers(value) || typeof value.id !== 'string' || !('where' in value)) return false
  const { where, weight } = value
  return notCompiled(where, compilePredicate, '') === null && typeof weight === 'number' && weight > 0
}
