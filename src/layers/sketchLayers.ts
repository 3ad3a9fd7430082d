import { groupHeight } from './groups'
import { highlightStyle } from './highlightStyle'
import { LABEL_FONT } from './labelLayer'
import type { LegendEntry } from './legend'
import type { PaletteTheme } from './palettes'
import type { MapLayerSpec } from './ResolvedLayer'
import { scaleSizes } from './scaleSizes'
import type { Sketch, SketchLayer } from './sketch'
import { resolveColor, resolveTokens } from './styleTokens'

/** Id of the source a sketch is drawn from: its own, or the unclustered one of its feed. */
export const sketchSource = ({ id, source }: Pick<Sketch, 'id' | 'source'>): string =>
  source.kind === 'feed' ? source.feed : `sketch~${id}`

/** Key of the feature-state that carries the state a sketch gives; one each, so that several may mark one feed. */
export const sketchStateKey = (id: string): string => `sketch~${id}`

/** Layers as drawn, bottom first, and the outlines of what is hovered or selected. */
export interface DrawnSketch {
  readonly layers: readonly { readonly spec: MapLayerSpec; readonly height: number }[]
  readonly highlights: readonly MapLayerSpec[]
}

interface SketchView {
  readonly theme: PaletteTheme
  /** How much larger sizes are than at a desk. */
  readonly scale: number
}

/**
 * How the map draws a sketch: tokens replaced, sizes scaled, each layer with the height of its group. Points lie with the
 * points of the map at least: under areas nobody could aim at them.
 * @throws when a style uses an unknown `$name`; the message names the sketch
 */
export function sketchLayers(sketch: Sketch, view: SketchView): DrawnSketch {
  const source = sketchSource(sketch)
  const layers = sketch.style.map((style, index) => {
    const isPoint = style.type === 'circle' || style.type === 'symbol'
    const group = groupHeight(sketch.group)
    return {
      spec: { ...resolveLayer(sketch, style, view), id: `sketch~${sketch.id}:${index}`, source },
      height: isPoint ? Math.max(group, groupHeight('point')) : group,
    }
  })
  const highlights = layers.flatMap(({ spec }) => (sketch.pickable ? (highlightStyle(spec, view.theme) ?? []) : []))
  return { layers, highlights }
}

function resolveLayer(sketch: Sketch, style: SketchLayer, { theme, scale }: SketchView): Omit<MapLayerSpec, 'id'> {
  const where = `sketch "${sketch.id}"`
  const resolve = (part: unknown): unknown =>
    resolveTokens(withState(part, sketch.id), { theme, classes: undefined, where })
  const sized = (part: Readonly<Record<string, unknown>>) =>
    scaleSizes(Object.fromEntries(Object.entries(part).map(([key, value]) => [key, resolve(value)])), scale)
  const { paint, layout, filter, ...rest } = style
  const font = layout?.['text-field'] === undefined ? {} : { 'text-font': [...LABEL_FONT] }
  return {
    ...rest,
    ...(paint && { paint: sized(paint) }),
    ...(layout && { layout: { ...font, ...sized(layout) } }),
    ...(filter !== undefined && { filter: resolve(filter) }),
  }
}

function withState(value: unknown, id: string): unknown {
  if (value === '$state') return ['feature-state', sketchStateKey(id)]
  return Array.isArray(value) ? value.map((part) => withState(part, id)) : value
}

/**
 * The legend of a sketch in the colours of a theme.
 * @throws when a colour names an unknown role of the palette; the message names the sketch
 */
export const sketchLegend = (
  { id, legend }: Pick<Sketch, 'id' | 'legend'>,
  theme: PaletteTheme,
): readonly LegendEntry[] =>
  legend.map(({ word, shape, color, icon, dashed = false, fill }) => ({
    shape,
    icon: shape === 'point' ? (icon ?? 'circle') : null,
    color: resolveColor(color, theme, `sketch "${id}"`),
    dashed,
    ...(fill && { fill }),
    title: { zh: word },
    value: null,
  }))
