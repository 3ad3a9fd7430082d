import {
  FOOTPRINTS_SOURCE,
  footprintMarks,
  GAPS_SOURCE,
  gapMarks,
  providerMarks,
  subjectMarks,
} from '#layers/coverageMarks.ts'
import { groupHeight } from '#layers/groups.ts'
import { highlightStyle } from '#layers/highlightStyle.ts'
import { overlayMarks, overlaySource } from '#layers/overlayMarks.ts'
import { type PaletteTheme, palettes } from '#layers/palettes.ts'
import { propertiesRead } from '#layers/propertiesRead.ts'
import type { MapLayerSpec, ResolvedLayer, ResolvedMapLayer } from '#layers/ResolvedLayer.ts'
import type { MapMarks } from '#state/marks.ts'
import type { MapOverlays } from '#state/overlays.ts'
import type { FeedSource, StyleContents } from './StyleContents'

export interface MapInput {
  readonly layers: readonly ResolvedLayer[]
  /** Admitted features of each feed by URL; feeds that are not there yet are not drawn yet. */
  readonly sources: Readonly<Record<string, { readonly url: string }>>
  readonly marks: MapMarks | null
  /** Areas that belong to no feed, drawn where marks are. */
  readonly overlays?: MapOverlays
  readonly theme: PaletteTheme
}

export interface ComposedStyle {
  readonly contents: StyleContents
  /** Drawn layers that answer to the pointer: their feed and source. */
  readonly pickable: ReadonlyMap<string, { readonly feed: string; readonly source: string }>
}

const VOID_ID = 'void'

const drawable = (layer: ResolvedLayer, sources: MapInput['sources']): layer is ResolvedMapLayer =>
  layer.drawnBy === 'maplibre' && sources[layer.feed] !== undefined

/**
 * All that the map holds for its props: the void, the layers whose feed has arrived, the marks of the open indicator
 * above areas and under points, and the outlines of what is hovered or selected on top of them.
 */
export function composeStyle({ layers, sources, marks, overlays = {}, theme }: MapInput): ComposedStyle {
  const drawn = layers.filter((layer) => drawable(layer, sources))
  const feeds: Record<string, FeedSource> = {}
  for (const { source } of drawn) {
    feeds[source.id] = { url: sources[source.feed]!.url, cluster: source.cluster, feed: source.feed }
  }

  const marked: MapLayerSpec[] = []
  if (marks?.footprintsUrl) {
    feeds[FOOTPRINTS_SOURCE] = { url: marks.footprintsUrl, cluster: null }
    marked.push(...footprintMarks(theme))
  }
  const provider = marks?.by && marks.by !== marks.feed ? sources[marks.by] : undefined
  if (marks?.by && provider) {
    feeds[marks.by] = { url: provider.url, cluster: null, feed: marks.by }
    marked.push(...providerMarks(marks.by, theme))
  }
  const subjects = marks && sources[marks.feed]
  const subjectLayers = subjects ? subjectMarks(marks.feed, theme, marks.gapsUrl !== null) : []
  if (marks && subjects) feeds[marks.feed] = { url: subjects.url, cluster: null, feed: marks.feed }
  marked.push(...subjectLayers)
  if (marks?.gapsUrl) {
    feeds[GAPS_SOURCE] = { url: marks.gapsUrl, cluster: null }
    marked.push(...gapMarks(theme))
  }
  for (const [name, { look, url }] of Object.entries(overlays)) {
    feeds[overlaySource(name)] = { url, cluster: null }
    marked.push(...overlayMarks(name, look, theme))
  }

  // Standing buildings hide what lies at their feet; flat ones would hide the marks, so they go under them.
  const isStanding = drawn.some(({ spec }) => spec.type === 'fill-extrusion')
  const markHeight = groupHeight(isStanding ? 'gap' : 'building')
  const under = drawn.filter((layer) => groupHeight(layer.group) <= markHeight)
  const over = drawn.filter((layer) => groupHeight(layer.group) > markHeight)
  const labels = over.filter((layer) => layer.group === 'label')
  const things = over.filter((layer) => layer.group !== 'label')
  const markedPoints = marked.filter(({ type }) => type === 'circle' || type === 'symbol')
  const markedAreas = marked.filter((spec) => !markedPoints.includes(spec))
  const highlights = drawn.map((layer) => highlightStyle(layer, theme)).filter((spec) => spec !== null)

  const pickable = new Map(
    drawn
      .filter((layer) => layer.interactive)
      .map((layer) => [layer.id, { feed: layer.feed, source: layer.source.id }]),
  )
  if (marks) for (const { id } of subjectLayers) pickable.set(id, { feed: marks.feed, source: marks.feed })

  const specs = (some: readonly ResolvedMapLayer[]): readonly MapLayerSpec[] => some.map((layer) => layer.spec)
  const background: MapLayerSpec = {
    id: VOID_ID,
    type: 'background',
    paint: { 'background-color': palettes[theme].ground0 },
  }
  const all = [
    background,
    ...specs(under),
    ...markedAreas,
    ...specs(things),
    ...markedPoints,
    ...highlights,
    ...specs(labels),
  ]
  return { contents: { sources: withReads(feeds, all), layers: all }, pickable }
}

/** The feeds' sources with what their layers read of them. */
function withReads(
  sources: Readonly<Record<string, FeedSource>>,
  layers: readonly MapLayerSpec[],
): StyleContents['sources'] {
  return Object.fromEntries(
    Object.entries(sources).map(([id, source]) => {
      if (source.feed === undefined) return [id, source]
      const reads = propertiesRead(source.cluster, ...layers.filter((layer) => layer.source === id))
      return [id, { ...source, reads }]
    }),
  )
}
