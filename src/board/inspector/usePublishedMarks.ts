import { useEffect } from 'react'
import { useCity } from '#city/CityContext.ts'
import { definitionOf, methodOf } from '#city/methodOf.ts'
import { feedOfRole, parametersOf } from '#core/indicators/methods/parameters.ts'
import type { ExplainedMetric } from '#engine/engineApi.ts'
import { setMarks } from '#state/marks.ts'

/** Says what the map must mark for the explained metric, and takes it back when it changes or the inspector closes. */
export function usePublishedMarks(explanation: ExplainedMetric | null): void {
  const city = useCity()
  useEffect(() => {
    if (!explanation) return
    const { indicator, metric, subjects, gapCount, gapsUrl, footprintsUrl } = explanation
    const definition = definitionOf(city, indicator, metric)
    const parameters = methodOf(city, indicator, metric)?.parameters
    if (!definition || !parameters) return
    // A metric made of others has the subjects of its parts: the feed of the first stands for it.
    const combined = parametersOf(parameters, 'metrics').length > 0
    const feed = feedOfRole(parameters, definition, 'subjects') ?? (combined ? subjects[0]?.feed : null)
    if (!feed) return
    const by = feedOfRole(parameters, definition, 'by')
    const own = subjects.filter((subject) => subject.feed === feed)
    setMarks({
      feed,
      states: new Map(own.map(({ mapId, state }) => [mapId, state])),
      gapsUrl: gapCount > 0 ? gapsUrl : null,
      footprintsUrl,
      by,
    })
    return () => setMarks(null)
  }, [city, explanation])
}
