import type { Feature } from 'geojson'
import type { LayerGroup } from '#catalog/schema.ts'
import type { IconName } from './icons'
import type { MapLayerSpec } from './ResolvedLayer'

/** What a sketch is drawn from, WGS84. */
export type SketchSource =
  /** A few features made on the page. */
  | { readonly kind: 'features'; readonly features: readonly Feature[] }
  /** GeoJSON by URL: the map's own worker fetches and parses it. */
  | { readonly kind: 'url'; readonly url: string }
  /** The features of a feed as it is now, with a state by numeric map id where the sketch tells them apart. */
  | { readonly kind: 'feed'; readonly feed: string; readonly states?: ReadonlyMap<number, string> }

/**
 * One MapLibre layer without id and source. Colours and patterns are tokens as in the catalog (`$covered`, `$hatch`);
 * `$state` stands for the state that the sketch gives the feature, null where it gives none, and may stand in paint only.
 */
export type SketchLayer = Omit<MapLayerSpec, 'id' | 'source' | 'type'> & {
  readonly type: 'fill' | 'line' | 'circle' | 'symbol'
}

/** One line of a sketch's legend. */
export interface SketchMark {
  /** In the language on show. */
  readonly word: string
  readonly shape: 'area' | 'line' | 'point'
  /** `$role` of the palette or a CSS colour. */
  readonly color: string
  readonly icon?: IconName
  readonly dashed?: boolean
  /** Of an area; plain when absent. */
  readonly fill?: 'hatch' | 'dots' | 'tint'
}

/** What the map shows that belongs to no feed, or says more of a feed's features than the feed: plain data. */
export interface Sketch {
  /** Unique on the map. */
  readonly id: string
  /** In the language on show: for the legend, and where several things lie in one place. */
  readonly title: string
  /** Its place in the drawing order: over the layers of the group. */
  readonly group: LayerGroup
  readonly source: SketchSource
  /** Bottom first. */
  readonly style: readonly SketchLayer[]
  readonly legend: readonly SketchMark[]
  /** Answers to pointer and keyboard: features of a feed as themselves, others with what their owner says of them. */
  readonly pickable: boolean
}
