import { useEffect } from 'react'
import type { BlindGrids } from '#engine/devices/gridVerbs.ts'
import { setMarks } from '#state/marks.ts'

/** Marks blind grids on the map, hatched, beside those that are sensed, for as long as it is wanted. */
export function useMarkedGrids(feed: string, answer: BlindGrids | undefined, wanted: boolean): void {
  useEffect(() => {
    if (!answer || !wanted) return
    setMarks({
      feed,
      states: new Map([
        ...answer.sensed.map((mapId) => [mapId, 'covered'] as const),
        ...answer.blind.map(({ mapId }) => [mapId, 'uncovered'] as const),
      ]),
      gapsUrl: null,
      footprintsUrl: null,
      by: null,
    })
    return () => setMarks(null)
  }, [feed, answer, wanted])
}
