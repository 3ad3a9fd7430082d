import { z } from 'zod'
import type { MethodFacts, Methods } from '#core/indicators/methods/metricMethod.ts'
import { isOptional, type NumberParameter, type Parameter } from '#core/indicators/methods/parameters.ts'
import type { MetricDefinition } from '#core/model/metricDefinition.ts'
import { expression, id } from './terms'

/** The shapes of a metric, one for each method, made of the methods' own parameters. */
export function metricSchema(methods: Methods): z.ZodType<MetricDefinition> {
  const [first, ...others] = Object.values(methods).map(shapeOf)
  if (!first) throw new Error('no methods')
  return z.discriminatedUnion('method', [first, ...others])
}

function shapeOf({ name, parameters }: MethodFacts) {
  const members = Object.entries(parameters).map(([key, parameter]): [string, z.ZodType] => {
    const schema = schemaOf(parameter)
    return [key, isOptional(parameter) ? schema.optional() : schema]
  })
  return z.strictObject({ method: z.literal(name), ...Object.fromEntries(members) })
}

function schemaOf(parameter: Parameter): z.ZodType {
  switch (parameter.kind) {
    case 'feed':
      return id
    case 'predicate':
    case 'value':
      return expression
    case 'number':
      return numberSchema(parameter)
    case 'choice':
      return z.enum(Object.keys(parameter.choices))
    case 'metrics':
      return z.array(id).min(1)
    case 'weights':
      return z.record(z.string(), z.number())
    case 'parts':
      return z.array(z.strictObject({ id, where: expression, weight: z.number().positive() })).min(1)
  }
}

function numberSchema({ least, most }: NumberParameter): z.ZodType {
  const from = z.number().min(least)
  return most === undefined ? from : from.max(most)
}
