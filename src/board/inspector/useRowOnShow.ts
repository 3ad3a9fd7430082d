import { useEffect } from 'react'
import { useCity } from '#city/CityContext.ts'
import { definitionOf, methodOf } from '#city/methodOf.ts'
import { parametersOf } from '#core/indicators/methods/parameters.ts'
import type { Expression } from '#core/model/compileExpression.ts'
import type { StandardMetric } from '#core/model/standard.ts'
import type { ExplainedMetric } from '#engine/engineApi.ts'
import { flyTo } from '#map/camera/cameraOf.ts'
import { openList, rowShown, useRowToShow } from '#state/lists.ts'

/** Brings the map and the desk's table to what a row that was just opened is about: its subjects in the scope on show. */
export function useRowOnShow(explanation: ExplainedMetric | null, metric: StandardMetric | null): void {
  const city = useCity()
  const wanted = useRowToShow(({ indicator }) => indicator)
  useEffect(() => {
    if (!explanation || !metric || wanted !== explanation.indicator || metric.id !== explanation.metric) return
    rowShown()
    if (explanation.bounds) flyTo(explanation.bounds)
    const feed = explanation.subjects[0]?.feed
    if (feed === undefined) return
    const where = subjectsOf(city, explanation)
    openList({ feed, ...(where !== null && { part: { where, title: metric.name } }) })
  }, [city, explanation, metric, wanted])
}

/** The predicate that chooses the subjects of a metric from their feed; null: all of it. */
function subjectsOf(
  city: Parameters<typeof definitionOf>[0],
  { indicator, metric }: ExplainedMetric,
): Expression | null {
  const definition = definitionOf(city, indicator, metric)
  const parameters = methodOf(city, indicator, metric)?.parameters
  const chooses = parameters && parametersOf(parameters, 'predicate').some(([name]) => name === 'where')
  const where: unknown = chooses ? definition?.where : undefined
  return Array.isArray(where) ? where : null
}
