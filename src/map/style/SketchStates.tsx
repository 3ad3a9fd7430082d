import type { Map as MapLibreMap, Source } from 'maplibre-gl'
import { useEffect } from 'react'
import type { Sketch } from '#layers/sketch.ts'
import { sketchStateKey } from '#layers/sketchLayers.ts'
import { useLivingMap } from '../MapContext'
import { type StateChange, stateChanges } from './stateChanges'

/** Written in one frame at most: the map passes each on to every drawn tile, and thousands at once would hold up the page. */
const PER_FRAME = 400

/** The states of a sketch that stand in the source of a feed. Another source under the same id begins without any. */
interface Standing {
  readonly feed: string
  readonly key: string
  readonly source: Source
  readonly states: Map<number, string>
}

/** By feed and key, for each map. */
const held = new WeakMap<MapLibreMap, Map<string, Standing>>()
const NO_STATES: ReadonlyMap<number, string> = new Map()

interface Wanted {
  readonly feed: string
  readonly key: string
  readonly states: ReadonlyMap<number, string>
}

interface SketchStatesProps {
  readonly sketches: readonly Sketch[]
  /** Sources by id: a feed that has none yet is marked when it comes. */
  readonly sources: Readonly<Record<string, unknown>>
}

/** Keeps the state that a sketch gives a feed's feature in its feature-state: what changes is written, a frame's worth at a time. */
export function SketchStates({ sketches, sources }: SketchStatesProps) {
  const { map, epoch } = useLivingMap()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a style made anew has lost its states
  useEffect(() => {
    const queue = changesTo(map, wantedBy(sketches, sources))
    let frame = 0
    const write = (from: number): void => {
      if (!map.style) return
      for (const [standing, change] of queue.slice(from, from + PER_FRAME)) writeState(map, standing, change)
      const next = from + PER_FRAME
      if (next < queue.length) frame = requestAnimationFrame(() => write(next))
    }
    write(0)
    return () => cancelAnimationFrame(frame)
  }, [map, epoch, sketches, sources])
  return null
}

const wantedBy = (sketches: readonly Sketch[], sources: SketchStatesProps['sources']): ReadonlyMap<string, Wanted> =>
  new Map(
    sketches.flatMap(({ id, source }) => {
      if (source.kind !== 'feed' || !source.states || !(source.feed in sources)) return []
      const wanted = { feed: source.feed, key: sketchStateKey(id), states: source.states }
      return [[nameOf(wanted), wanted] as const]
    }),
  )

const nameOf = ({ feed, key }: Pick<Wanted, 'feed' | 'key'>): string => `${feed}\n${key}`

/** All that is to be written so that the map shows these states and no others. */
function changesTo(
  map: MapLibreMap,
  wanted: ReadonlyMap<string, Wanted>,
): readonly (readonly [Standing, StateChange])[] {
  const standings = held.get(map) ?? new Map<string, Standing>()
  held.set(map, standings)
  for (const [name, { feed, source, states }] of standings) {
    if (map.getSource(feed) !== source || states.size === 0) standings.delete(name)
  }
  for (const [name, { feed, key }] of wanted) {
    const source = map.getSource(feed)
    if (source && !standings.has(name)) standings.set(name, { feed, key, source, states: new Map() })
  }
  return [...standings].flatMap(([name, standing]) =>
    stateChanges(standing.states, wanted.get(name)?.states ?? NO_STATES).map((change) => [standing, change] as const),
  )
}

function writeState(map: MapLibreMap, { feed, key, source, states }: Standing, [id, state]: StateChange): void {
  if (map.getSource(feed) !== source) return
  if (state === null) {
    map.removeFeatureState({ source: feed, id }, key)
    states.delete(id)
  } else {
    map.setFeatureState({ source: feed, id }, { [key]: state })
    states.set(id, state)
  }
}
