import { create } from 'zustand'

/** How a subject stands: counted and met, counted and not met, or left out with a reason. */
export type MarkState = 'covered' | 'uncovered' | 'excluded'

/** What the map must mark for the metric that is open. */
export interface MapMarks {
  /** Feed of the marked subjects. */
  readonly feed: string
  /** State by numeric map id; subjects not listed are not part of the metric. */
  readonly states: ReadonlyMap<number, MarkState>
  /** GeoJSON of the uncovered parts, WGS84; null when there are none. */
  readonly gapsUrl: string | null
  /** GeoJSON of the edge of the union of the footprints that cover the subjects, WGS84; null when there are none. */
  readonly footprintsUrl: string | null
  /** Feed whose footprints cover the subjects, or null. */
  readonly by: string | null
}

export interface MarksState {
  readonly marks: MapMarks | null
}

export const useMarks = create<MarksState>(() => ({ marks: null }))
export const setMarks = (marks: MapMarks | null): void => useMarks.setState({ marks })
