import { definitionOf, type MeasuredCity, methodOf } from '#city/methodOf.ts'
import { type NumberParameter, parametersOf } from '#core/indicators/methods/parameters.ts'
import type { LocalText } from '#core/model/feature.ts'

/** A number of a row that can be tried at other values. */
export interface OpenNumber {
  readonly key: string
  /** Metric and parameter that an override sets; null: the radius of what covers, as a factor. */
  readonly sets: { readonly metric: string; readonly parameter: string } | null
  readonly words: LocalText | null
  readonly as: NumberParameter['as'] | 'factor'
  readonly published: number
  /** Of a radius that is one number of the feed, metres. */
  readonly metres: number | null
  readonly min: number
  readonly max: number
  readonly step: number
}

/** Thresholds and distances of a metric and of those it is made of, and the radius of what covers. */
export function openNumbers(city: MeasuredCity, indicator: string, metric: string): readonly OpenNumber[] {
  const metrics = [metric, ...madeOf(city, indicator, metric)]
  const parameters = metrics.flatMap((id) => {
    const definition = definitionOf(city, indicator, id)
    const method = methodOf(city, indicator, id)
    if (!definition || !method) return []
    return parametersOf(method.parameters, 'number').flatMap(([name, parameter]): OpenNumber[] => {
      const published = definition[name] ?? parameter.otherwise
      if (typeof published !== 'number' || parameter.as === 'forgiven' || !parameter.sweep) return []
      return [
        {
          key: `${id}.${name}`,
          sets: { metric: id, parameter: name },
          words: parameter.sweep.words ?? parameter.words,
          as: parameter.as,
          published,
          metres: null,
          ...rangeOf(parameter, published),
        },
      ]
    })
  })
  const covering = new Set(
    metrics.flatMap((id) => {
      const definition = definitionOf(city, indicator, id)
      const method = methodOf(city, indicator, id)
      if (!definition || !method) return []
      return parametersOf(method.parameters, 'feed').flatMap(([name, { covers }]) =>
        covers && typeof definition[name] === 'string' ? [definition[name]] : [],
      )
    }),
  )
  const footprints = city.catalog.feeds.flatMap(({ id, footprint }) =>
    footprint && covering.has(id) ? [footprint.radius] : [],
  )
  if (footprints.length === 0) return parameters
  const [first] = footprints
  const metres = footprints.length === 1 && typeof first === 'number' ? first : null
  return [
    ...parameters,
    { key: 'radius', sets: null, words: null, as: 'factor', published: 1, metres, min: 0.2, max: 3, step: 0.05 },
  ]
}

function madeOf(city: MeasuredCity, indicator: string, metric: string): readonly string[] {
  const definition = definitionOf(city, indicator, metric)
  const method = methodOf(city, indicator, metric)
  if (!definition || !method) return []
  return parametersOf(method.parameters, 'metrics').flatMap(([name]) => {
    const named = definition[name]
    return Array.isArray(named) ? named.filter((each): each is string => typeof each === 'string') : []
  })
}

/** A share runs in steps of a percent, other numbers from their least to thrice the published value in round steps. */
function rangeOf({ as, least, most }: NumberParameter, published: number): Pick<OpenNumber, 'min' | 'max' | 'step'> {
  if (as === 'share') return { min: least, max: most ?? 1, step: 0.01 }
  const step = published > 0 ? 10 ** Math.floor(Math.log10(published) - 1) : 1
  return { min: least, max: Math.min(most ?? Number.POSITIVE_INFINITY, Math.max(published * 3, step * 10)), step }
}
