import type { CatalogLayer } from '#catalog/schema.ts'
import type { LocalText } from '#core/model/feature.ts'
import { type IconName, isIconName } from './icons'
import { type PaletteTheme, palettes } from './palettes'
import { neutralColor, resolveColor, resolveTokens } from './styleTokens'

/** One line of a legend: a mark as it is drawn, and what it means. */
export interface LegendEntry {
  /** `area` a swatch, `line` a stroke, `point` an icon. */
  readonly shape: 'area' | 'line' | 'point'
  /** Pictogram of a point; `circle` when the layer draws plain circles. */
  readonly icon: IconName | null
  readonly color: string
  readonly dashed: boolean
  /** How an area is filled; plain when absent. */
  readonly fill?: 'hatch' | 'dots' | 'tint'
  readonly title: LocalText
  /** The class's value, to match table cells; null for the layer's only symbol and for `other`. */
  readonly value: string | number | boolean | null
}

type Style = CatalogLayer['style'][number]

const COLOR_KEYS = [
  'icon-color',
  'circle-color',
  'line-color',
  'fill-color',
  'fill-extrusion-color',
  'fill-outline-color',
  'text-color',
]

/** The style that says most about a layer: points before areas before lines. */
function tellingStyle(layer: CatalogLayer): Style | undefined {
  const ranks = ['symbol', 'circle', 'heatmap', 'fill-extrusion', 'fill', 'line']
  return [...layer.style].sort((a, b) => ranks.indexOf(String(a.type)) - ranks.indexOf(String(b.type)))[0]
}

function shapeOf(style: Style | undefined): LegendEntry['shape'] {
  if (style?.type === 'line') return 'line'
  if (style?.type === 'symbol' || style?.type === 'circle') return 'point'
  return 'area'
}

const valueAt = (part: unknown, key: string): unknown =>
  typeof part === 'object' && part !== null ? Object.entries(part).find(([name]) => name === key)?.[1] : undefined

const isColor = (value: unknown): value is string =>
  typeof value === 'string' && (value.startsWith('#') || value.startsWith('rgb') || value.startsWith('hsl'))

/** First colour written in a paint value; expressions are searched from the outside in. */
function firstColor(value: unknown): string | null {
  if (isColor(value)) return value
  if (!Array.isArray(value)) return null
  for (const part of value) {
    const color = firstColor(part)
    if (color) return color
  }
  return null
}

/** Stops of a colour ramp over a data value, as `[lower bound, colour]`; none when the paint is no ramp. */
function rampStops(paint: unknown): readonly (readonly [number | null, string])[] {
  if (!Array.isArray(paint)) return []
  const first = paint[0] === 'interpolate' ? 3 : paint[0] === 'step' ? 1 : 0
  const over = paint[0] === 'interpolate' ? paint[2] : paint[1]
  if (!first || (Array.isArray(over) && over[0] === 'zoom')) return []
  const pairs = paint[0] === 'step' ? [null, ...paint.slice(2)] : paint.slice(first)
  const stops: (readonly [number | null, string])[] = []
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const bound: unknown = pairs[index]
    const color: unknown = pairs[index + 1]
    if ((typeof bound === 'number' || bound === null) && isColor(color)) stops.push([bound, color])
  }
  return stops
}

/**
 * What a layer's legend says: its classes (and `other`), the steps of its colour ramp, or its single symbol; nothing of a
 * layer that nothing is drawn of.
 * `neutral`: as the map draws it while nothing but covered and gap has a hue.
 * @throws when a colour names an unknown role of the palette
 */
export function legend(layer: CatalogLayer, theme: PaletteTheme, neutral = false): readonly LegendEntry[] {
  const where = `layer "${layer.id}"`
  const style = tellingStyle(layer)
  if (!style) return []
  const shape = shapeOf(style)
  const dashed = valueAt(style.paint, 'line-dasharray') !== undefined
  const ownIcon = valueAt(style.layout, 'icon-image')
  const pick = (name: unknown): IconName | null => {
    if (shape !== 'point') return null
    return typeof name === 'string' && isIconName(name) ? name : 'circle'
  }
  const { title } = layer
  const colorOf = neutral ? neutralColor : resolveColor
  if (layer.classes) {
    const { items, other } = layer.classes
    const entry = (item: (typeof items)[number] | NonNullable<typeof other>): LegendEntry => ({
      shape,
      icon: pick(item.icon ?? ownIcon),
      color: colorOf(item.color, theme, where),
      dashed,
      title: item.title,
      value: 'value' in item ? item.value : null,
    })
    return [...items.map(entry), ...(other ? [entry(other)] : [])]
  }
  const resolved = resolveTokens(style.paint ?? {}, { theme, classes: layer.classes, where, neutral })
  const paints = COLOR_KEYS.map((key) => valueAt(resolved, key)).filter((paint) => paint !== undefined)
  const stops = paints.map(rampStops).find((found) => found.length > 1)
  if (stops) {
    return stops.map(([bound, color], index) => {
      const upper = stops[index + 1]?.[0]
      const words = bound === null ? `< ${upper}` : `≥ ${bound}`
      return { shape, icon: pick(ownIcon), color, dashed, title: { zh: words }, value: null }
    })
  }
  const color = paints.map(firstColor).find((found) => found !== null) ?? palettes[theme].text2
  return [{ shape, icon: pick(ownIcon), color, dashed, title, value: null }]
}
