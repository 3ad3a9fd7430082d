import type { LayerGroup } from '#catalog/schema.ts'
import type { DECK_KINDS } from '#catalog/vocabulary.ts'

/** A MapLibre layer object as plain JSON, ready for `addLayer`. MapLibre's own validator checks paint and layout. */
export interface MapLayerSpec {
  readonly id: string
  readonly type: string
  readonly source?: string
  readonly paint?: Readonly<Record<string, unknown>>
  readonly layout?: Readonly<Record<string, unknown>>
  readonly filter?: unknown
  readonly minzoom?: number
  readonly maxzoom?: number
}

/** How a clustered source groups points; part of the source, so a change needs a new source. */
export interface ClusterSpec {
  readonly radius: number
  readonly maxZoom: number
  /** Aggregates by name, as in the style specification's `clusterProperties`. */
  readonly properties: Readonly<Record<string, unknown>>
  readonly filter: unknown
}

/** A source of the map: the admitted features of one feed, clustered or not. */
export interface ResolvedSource {
  /** The feed's id, `feed~layer` for a clustered one, or `feed~names` for the names of whole areas. */
  readonly id: string
  readonly feed: string
  readonly cluster: ClusterSpec | null
  /** Cut so coarsely that a feature lies in one tile, and is named once; see `sourceSpec`. */
  readonly isWhole?: true
}

interface ResolvedCommon {
  /** Unique among drawn layers: `layer:index`, `layer:label`, `layer:cluster`, … */
  readonly id: string
  /** Id of the catalog's layer. */
  readonly layer: string
  readonly feed: string
  readonly group: LayerGroup
  /** Can be hovered and clicked. */
  readonly interactive: boolean
  readonly base: boolean
}

export interface ResolvedMapLayer extends ResolvedCommon {
  readonly drawnBy: 'maplibre'
  readonly source: ResolvedSource
  readonly spec: MapLayerSpec
}

/** Names of the deck.gl kinds that a catalog may use and the map draws. */
export type DeckName = (typeof DECK_KINDS)[number]

/** A deck.gl kind: `deck` names it, the rest of the style object are its settings with colours resolved. */
export interface ResolvedDeckLayer extends ResolvedCommon {
  readonly drawnBy: 'deck'
  readonly deck: string
  readonly settings: Readonly<Record<string, unknown>>
  /** Share of the opacity that its settings or its kind give it. */
  readonly opacity: number
  readonly minzoom: number
  readonly maxzoom: number
}

export type ResolvedLayer = ResolvedMapLayer | ResolvedDeckLayer
