import { useEffect } from 'react'
import { useCity } from '#city/CityContext.ts'
import type { MetricDefinition } from '#core/model/metricDefinition.ts'
import type { ExplainedMetric } from '#engine/engineApi.ts'
import { setMarks } from '#state/marks.ts'

/** Feed of the features a metric counts, or null when it counts none of its own. */
export function subjectFeed(definition: MetricDefinition | undefined): string | null {
  switch (definition?.method) {
    case 'covered':
    case 'near':
      return definition.subjects
    case 'area':
      return definition.region
    case 'share':
    case 'length':
    case 'count':
    case 'mean':
    case 'ratio':
      return definition.of
    case 'reported':
    case 'combine':
    case undefined:
      return null
  }
}

/** Says what the map must mark for the explained metric, and takes it back when it changes or the inspector closes. */
export function usePublishedMarks(explanation: ExplainedMetric | null): void {
  const { catalog } = useCity()
  useEffect(() => {
    if (!explanation) return
    const { indicator, metric, subjects, gapCount, gapsUrl, footprintsUrl } = explanation
    const definition = catalog.indicators.find(({ id }) => id === indicator)?.metrics[metric]
    // A combined metric has the subjects of its parts: the feed of the first stands for it.
    const feed = subjectFeed(definition) ?? (definition?.method === 'combine' ? subjects[0]?.feed : null)
    if (!feed) return
    const by = definition && 'by' in definition ? definition.by : null
    const own = subjects.filter((subject) => subject.feed === feed)
    setMarks({
      feed,
      states: new Map(own.map(({ mapId, state }) => [mapId, state])),
      gapsUrl: gapCount > 0 ? gapsUrl : null,
      footprintsUrl,
      by,
    })
    return () => setMarks(null)
  }, [catalog, explanation])
}
