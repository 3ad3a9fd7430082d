import type { FeatureCollection } from 'geojson'
import { propertiesRead } from '#core/model/propertiesRead.ts'
import { groupHeight } from '#layers/groups.ts'
import { highlightStyle } from '#layers/highlightStyle.ts'
import { type PaletteTheme, palettes } from '#layers/palettes.ts'
import type { MapLayerSpec, ResolvedLayer, ResolvedMapLayer } from '#layers/ResolvedLayer.ts'
import type { Sketch } from '#layers/sketch.ts'
import { sketchLayers, sketchSource } from '#layers/sketchLayers.ts'
import type { Pickable, PickTarget } from '../pick/pickableLayers'
import type { MapSource, StyleContents } from './StyleContents'

export interface MapInput {
  readonly layers: readonly ResolvedLayer[]
  /** Admitted features of each feed by URL; feeds that are not there yet are not drawn yet. */
  readonly sources: Readonly<Record<string, { readonly url: string }>>
  /** In the same group, a later one lies over an earlier one. */
  readonly sketches: readonly Sketch[]
  readonly theme: PaletteTheme
  /** How much larger the sizes of sketches are than at a desk; those of layers are scaled already. */
  readonly scale?: number
}

export interface ComposedStyle {
  readonly contents: StyleContents
  readonly pickable: Pickable
}

const VOID_ID = 'void'

const drawable = (layer: ResolvedLayer, sources: MapInput['sources']): layer is ResolvedMapLayer =>
  layer.drawnBy === 'maplibre' && sources[layer.feed] !== undefined

/** A drawn layer with its place: by height, and at one height layers of the catalog first, then sketches by their group. */
interface Placed {
  readonly spec: MapLayerSpec
  readonly height: number
  readonly over: number
}

/**
 * All that the map holds for its props: the void, the layers whose feed has arrived with the sketches over those of their
 * group, the outlines of what is hovered or selected on top of them, and the names.
 */
export function composeStyle({ layers, sources, sketches, theme, scale = 1 }: MapInput): ComposedStyle {
  const drawn = layers.filter((layer) => drawable(layer, sources))
  const held: Record<string, MapSource> = {}
  for (const { source } of drawn) {
    const { id, feed, cluster, isWhole = false } = source
    held[id] = { data: sources[feed]!.url, cluster, feed, ...(isWhole && { isWhole }) }
  }
  const pickable = new Map<string, PickTarget>()
  for (const { id, interactive, feed, source } of drawn) if (interactive) pickable.set(id, { feed, source: source.id })

  // Standing buildings hide what lies at their feet; flat ones would hide a sketch of the ground, so they go under it.
  const isStanding = drawn.some(({ spec }) => spec.type === 'fill-extrusion')
  const least = isStanding ? 0 : groupHeight('building')
  const placed: Placed[] = drawn.map(({ spec, group }) => ({ spec, height: groupHeight(group), over: -1 }))
  const highlights = drawn.flatMap(({ interactive, spec }) => (interactive ? (highlightStyle(spec, theme) ?? []) : []))
  for (const sketch of sketches) {
    const source = sourceOf(sketch, sources)
    if (!source) continue
    const id = sketchSource(sketch)
    held[id] = source
    const resolved = sketchLayers(sketch, { theme, scale })
    for (const { spec, height } of resolved.layers) {
      placed.push({ spec, height: Math.max(least, height), over: height })
      if (!sketch.pickable) continue
      pickable.set(
        spec.id,
        source.feed === undefined ? { sketch: sketch.id, source: id } : { feed: source.feed, source: id },
      )
    }
    highlights.push(...resolved.highlights)
  }

  const background: MapLayerSpec = {
    id: VOID_ID,
    type: 'background',
    paint: { 'background-color': palettes[theme].ground0 },
  }
  const names = groupHeight('label')
  const specs = placed.toSorted((a, b) => a.height - b.height || a.over - b.over)
  const all = [
    background,
    ...specs.filter(({ height }) => height < names).map(({ spec }) => spec),
    ...highlights,
    ...specs.filter(({ height }) => height >= names).map(({ spec }) => spec),
  ]
  return { contents: { sources: withReads(held, all), layers: all }, pickable }
}

/** What a sketch is drawn from; null while its feed has not arrived. */
function sourceOf({ source }: Sketch, sources: MapInput['sources']): MapSource | null {
  if (source.kind === 'url') return { data: source.url, cluster: null }
  if (source.kind === 'features') return { data: collectionOf(source.features), cluster: null }
  const feed = sources[source.feed]
  return feed ? { data: feed.url, cluster: null, feed: source.feed } : null
}

/** One object for the same features, so that the map sees that they are the same. */
const collections = new WeakMap<readonly unknown[], FeatureCollection>()
function collectionOf(features: Extract<Sketch['source'], { kind: 'features' }>['features']): FeatureCollection {
  const known = collections.get(features) ?? { type: 'FeatureCollection' as const, features: [...features] }
  collections.set(features, known)
  return known
}

/** The feeds' sources with what their layers read of them. */
function withReads(
  sources: Readonly<Record<string, MapSource>>,
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
