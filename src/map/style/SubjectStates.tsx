import type { Map as MapLibreMap, Source } from 'maplibre-gl'
import { useEffect } from 'react'
import { MARK_STATE, type Mark } from '#layers/coverageMarks.ts'
import type { MapMarks } from '#state/marks.ts'
import { useLivingMap } from '../MapContext'
import { type StateChange, subjectStateChanges } from './subjectStateChanges'

/** Written in one frame at most: the map passes each on to every drawn tile, and thousands at once would hold up the page. */
const PER_FRAME = 400

/** The states that stand in a source of a map. Another source under the same id begins without any. */
interface Standing {
  readonly id: string
  readonly source: Source
  readonly states: Map<number, Mark>
}

/** By source id, for each map. */
const held = new WeakMap<MapLibreMap, Map<string, Standing>>()
const NO_STATES: ReadonlyMap<number, Mark> = new Map()

interface SubjectStatesProps {
  readonly marks: MapMarks | null
  /** Whether the marked feed has a source yet. */
  readonly present: boolean
}

/** Keeps the outcome of every marked subject in its feature-state: what changes is written, a frame's worth at a time. */
export function SubjectStates({ marks, present }: SubjectStatesProps) {
  const { map, epoch } = useLivingMap()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a style made anew has lost its states
  useEffect(() => {
    const queue = changesTo(map, present ? marks : null)
    let frame = 0
    const write = (from: number): void => {
      if (!map.style) return
      for (const [standing, change] of queue.slice(from, from + PER_FRAME)) writeState(map, standing, change)
      const next = from + PER_FRAME
      if (next < queue.length) frame = requestAnimationFrame(() => write(next))
    }
    write(0)
    return () => cancelAnimationFrame(frame)
  }, [map, epoch, marks, present])
  return null
}

/** All that is to be written so that the map shows these marks and no others. */
function changesTo(map: MapLibreMap, marks: MapMarks | null): readonly (readonly [Standing, StateChange])[] {
  const sources = held.get(map) ?? new Map<string, Standing>()
  held.set(map, sources)
  for (const [id, { source, states }] of sources) {
    if (map.getSource(id) !== source || states.size === 0) sources.delete(id)
  }
  const source = marks && map.getSource(marks.feed)
  if (marks && source && !sources.has(marks.feed)) {
    sources.set(marks.feed, { id: marks.feed, source, states: new Map() })
  }
  return [...sources.values()].flatMap((standing) => {
    const wanted = marks?.feed === standing.id ? marks.states : NO_STATES
    return subjectStateChanges(standing.states, wanted).map((change) => [standing, change] as const)
  })
}

function writeState(map: MapLibreMap, { id: source, source: known, states }: Standing, [id, mark]: StateChange): void {
  if (map.getSource(source) !== known) return
  if (mark === null) {
    map.removeFeatureState({ source, id }, MARK_STATE)
    states.delete(id)
  } else {
    map.setFeatureState({ source, id }, { [MARK_STATE]: mark })
    states.set(id, mark)
  }
}
