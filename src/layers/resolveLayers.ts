import { isSeenThrough } from '#catalog/lenses.ts'
import type { Catalog, CatalogLayer } from '#catalog/schema.ts'
import { clusterSpec, clusterStyles } from './clusterStyle'
import { inGroupOrder } from './groups'
import { LABEL_FONT, labelledShape, labelStyle } from './labelLayer'
import { withOpacity } from './layerOpacity'
import { type PaletteTheme, palettes } from './palettes'
import type { MapLayerSpec, ResolvedDeckLayer, ResolvedLayer, ResolvedMapLayer, ResolvedSource } from './ResolvedLayer'
import { scaleSizes } from './scaleSizes'
import { localizeText, resolveTokens } from './styleTokens'

export interface LayerView {
  /** Id of the catalog's map on show. */
  readonly map: string
  readonly theme: PaletteTheme
  readonly language: 'zh-CN' | 'en'
  /** Choices of the user that differ from the catalog's `visible`, by layer id. */
  readonly visibility: Readonly<Record<string, boolean>>
  /** Per cent of the catalog's opacity, by layer id; absent: all of it. */
  readonly opacity?: Readonly<Record<string, number>>
  /** Only layers of this lens, and those of no lens; null: all. */
  readonly lens: string | null
  readonly buildings3d: boolean
  /** Themed layers without any hue: something else on the map is told by colour alone. */
  readonly neutral?: boolean
  /** Factor on every text, icon and line size: 1 at a desk, more on a wall. */
  readonly scale: number
}

/** Whether a layer is drawn: base layers always, the others where their map, the user and the lens agree. */
export function isLayerShown(catalog: Pick<Catalog, 'maps' | 'lenses'>, layer: CatalogLayer, view: LayerView): boolean {
  if (layer.base) return true
  const map = catalog.maps.find((candidate) => candidate.id === view.map)
  if (!map?.layers.includes(layer.id)) return false
  if (!(view.visibility[layer.id] ?? layer.visible)) return false
  return isSeenThrough(catalog, layer, view.lens)
}

type Style = CatalogLayer['style'][number]

/** Buildings stand up only when asked to; else their walls become a flat fill. */
function flattened(styles: readonly Style[], buildings3d: boolean): readonly Style[] {
  if (!styles.some((style) => style.type === 'fill-extrusion')) return styles
  if (buildings3d) return styles.filter((style) => style.type !== 'fill')
  const flat = styles.filter((style) => style.type !== 'fill-extrusion')
  if (flat.some((style) => style.type === 'fill')) return flat
  return styles.map((style) => {
    if (style.type !== 'fill-extrusion') return style
    const { paint, ...rest } = style
    const walls: Record<string, unknown> = typeof paint === 'object' && paint !== null ? { ...paint } : {}
    const color = walls['fill-extrusion-color']
    return { ...rest, type: 'fill', paint: color === undefined ? {} : { 'fill-color': color } }
  })
}

/** A style of words without a mark, each at one place: what it names may well be an area. */
function isNameAlone({ type, layout }: Style): boolean {
  const { 'text-field': words, 'icon-image': icon, 'symbol-placement': placement } = recordOf(layout)
  return type === 'symbol' && words !== undefined && icon === undefined && (placement ?? 'point') === 'point'
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

const tokensOf = ({ classes, base }: CatalogLayer, { theme, neutral = false }: LayerView, where: string) => ({
  theme,
  classes,
  where,
  neutral: neutral && !base,
})

const numberOr = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback)

function allOf(...filters: readonly unknown[]): unknown {
  const given = filters.filter((filter) => filter !== undefined && filter !== null)
  return given.length > 1 ? ['all', ...given] : given[0]
}

/** One MapLibre layer of a catalog layer: tokens replaced, sizes scaled, filter and zoom range of the layer merged in. */
function mapSpec(layer: CatalogLayer, id: string, source: ResolvedSource, style: Style, view: LayerView): MapLayerSpec {
  const where = `layer "${layer.id}"`
  const resolved = recordOf(resolveTokens(style, tokensOf(layer, view, where)))
  const { type } = resolved
  if (typeof type !== 'string') throw new Error(`${where}: a style has neither "type" nor "deck"`)
  const layout = recordOf(resolved.layout)
  if (layout['text-field'] !== undefined) {
    layout['text-field'] = localizeText(layout['text-field'], view.language)
    layout['text-font'] = [...LABEL_FONT]
    // Names along lines lie in the tilted plane unless told otherwise, where nobody can read them.
    if (layout['symbol-placement'] === 'line') layout['text-pitch-alignment'] ??= 'viewport'
  }
  const filter = source.cluster
    ? allOf(['!', ['has', 'point_count']], resolved.filter)
    : allOf(layer.filter, resolved.filter)
  return {
    id,
    type,
    source: source.id,
    paint: scaleSizes(recordOf(resolved.paint), view.scale),
    layout: scaleSizes(layout, view.scale),
    minzoom: Math.max(layer.minzoom ?? 0, numberOr(resolved.minzoom, 0)),
    maxzoom: Math.min(layer.maxzoom ?? 24, numberOr(resolved.maxzoom, 24)),
    ...(filter !== undefined && { filter }),
  }
}

function deckLayer(layer: CatalogLayer, id: string, style: Style, view: LayerView): ResolvedDeckLayer {
  const where = `layer "${layer.id}"`
  const { deck, ...rest } = style
  if (typeof deck !== 'string') throw new Error(`${where}: "deck" must name a kind`)
  const settings = recordOf(resolveTokens(rest, tokensOf(layer, view, where)))
  const { id: catalogLayer, feed, group, base } = layer
  const minzoom = Math.max(layer.minzoom ?? 0, numberOr(rest.minzoom, 0))
  const maxzoom = Math.min(layer.maxzoom ?? 24, numberOr(rest.maxzoom, 24))
  return {
    drawnBy: 'deck',
    id,
    layer: catalogLayer,
    feed,
    group,
    base,
    interactive: false,
    deck,
    settings,
    opacity: 1,
    minzoom,
    maxzoom,
  }
}

function resolveLayer(layer: CatalogLayer, view: LayerView): readonly ResolvedLayer[] {
  const { id, feed, group, base } = layer
  const source: ResolvedSource = layer.cluster
    ? { id: `${feed}~${id}`, feed, cluster: clusterSpec(layer, view.language, view.scale) }
    : { id: feed, feed, cluster: null }
  const common = { drawnBy: 'maplibre', layer: id, feed, base, source } as const
  const names: ResolvedSource = layer.cluster ? source : { id: `${feed}~names`, feed, cluster: null, isWhole: true }
  const drawn = flattened(layer.style, view.buildings3d).map((style, index): ResolvedLayer => {
    const drawnId = `${id}:${index}`
    if ('deck' in style) return deckLayer(layer, drawnId, style, view)
    const from = isNameAlone(style) ? names : source
    const spec = mapSpec(layer, drawnId, from, style, view)
    // Density belongs to no single feature.
    const interactive = spec.type !== 'heatmap' && (!base || layer.popup.length > 0)
    return { ...common, source: from, id: drawnId, group, spec, interactive }
  })
  const clusters = source.cluster
    ? clusterStyles(layer, view.theme, view.language, view.neutral).map((style, index): ResolvedMapLayer => {
        const drawnId = `${id}:cluster${index}`
        const { paint = {}, layout = {}, ...rest } = style
        const sized = { paint: scaleSizes(paint, view.scale), layout: scaleSizes(layout, view.scale) }
        const spec = { ...rest, ...sized, id: drawnId, source: source.id, minzoom: layer.minzoom ?? 0 }
        // Counts stand above all other words and are placed before them, so that no name covers a count.
        const clusterGroup = style.type === 'symbol' ? 'label' : group
        return { ...common, id: drawnId, group: clusterGroup, spec, interactive: index === 0 }
      })
    : []
  if (layer.label === undefined || layer.label === null) return [...drawn, ...clusters]
  const style = labelStyle(layer, palettes[view.theme])
  const shape = labelledShape(layer)
  const from = shape === 'area' || shape === 'ground' ? names : source
  const spec = mapSpec(layer, `${id}:label`, from, style, view)
  const label = { ...common, source: from, id: `${id}:label`, group: 'label', spec, interactive: false } as const
  return [...drawn, ...clusters, label]
}

/**
 * What the map draws for a view of the catalog, bottom first: base layers under the themed ones of the same group, the
 * themed ones in the order of their map.
 * @throws when a style uses an unknown `$name`, or names neither a type nor a deck kind; the message names the layer
 */
export function resolveLayers(
  catalog: Pick<Catalog, 'layers' | 'maps' | 'lenses'>,
  view: LayerView,
): readonly ResolvedLayer[] {
  const order = catalog.maps.find((map) => map.id === view.map)?.layers ?? []
  const shown = catalog.layers.filter((layer) => isLayerShown(catalog, layer, view))
  const base = shown.filter((layer) => layer.base)
  const themed = shown.filter((layer) => !layer.base).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  const resolved = [...base, ...themed].flatMap((layer) => {
    const percent = view.opacity?.[layer.id]
    const drawn = resolveLayer(layer, view)
    return percent === undefined ? drawn : drawn.map((part) => withOpacity(part, percent / 100))
  })
  const isCount = (layer: ResolvedLayer): boolean => layer.group === 'label' && layer.id.includes(':cluster')
  return inGroupOrder([...resolved.filter((layer) => !isCount(layer)), ...resolved.filter(isCount)])
}
