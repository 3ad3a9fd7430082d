import { warningLevel } from '#core/warnings/warnings.ts'
import type { CatalogFeed, CatalogLayer, LayerClasses, WrittenLayer } from '../schema'
import type { Marks } from './marks'
import { RECORD_DEFAULTS, type RecordDefault } from './recordDefaults'
import type { SeenFeed, Shape } from './seenFeed'

type Style = CatalogLayer['style'][number]
type Item = LayerClasses['items'][number]

/** More areas or lines than this cannot be told apart by tone, more marks not by shape; the rest is one class. */
const MOST_CLASSES: Readonly<Record<Shape, number>> = { area: 4, line: 4, point: 8 }
/** Properties of a popup and of a table, beside the name. */
const MOST_SHOWN = 6
/** Told apart from what a reader wants to see of a feature. */
const NOT_SHOWN = new Set(['id', 'name', 'name_en', 'time'])

const LEVELS = {
  红: { color: '$red', icon: 'hexagon' },
  橙: { color: '$orange', icon: 'diamond' },
  黄: { color: '$yellow', icon: 'triangle' },
  蓝: { color: '$blue', icon: 'circle' },
} as const

const OTHER = { title: { zh: '其他', en: 'Other' }, color: '$unknown', icon: 'circle' }

const GEOMETRIES: Readonly<Record<Shape, readonly string[]>> = {
  area: ['Polygon', 'MultiPolygon'],
  line: ['LineString', 'MultiLineString'],
  point: ['Point', 'MultiPoint'],
}

/** A layer with everything it leaves out. One that says how it is drawn is as it says; any other is drawn as its feed's record is. */
export function usualLayer(
  layer: WrittenLayer,
  feed: CatalogFeed | undefined,
  seen: SeenFeed | null,
  marks: Marks,
): CatalogLayer {
  const title = layer.title ?? (feed && layer.id === feed.id ? feed.title : { zh: layer.id })
  if (!feed || layer.style) {
    return { ...layer, title, group: layer.group ?? 'area', style: layer.style ?? [], popup: layer.popup ?? [] }
  }
  const record = RECORD_DEFAULTS[feed.record]
  const shapes = seen?.shapes ?? record.shapes
  const classes = layer.classes ?? usualClasses(record, seen, shapes, marks)
  const mark = classes ? { icon: '$class.icon', color: '$class.color' } : singleMark(record, shapes, marks)
  const isNamed = seen === null || seen.properties.includes('name')
  return {
    ...layer,
    title,
    group: layer.group ?? record.group,
    style: shapes.flatMap((shape) => STYLES[shape](mark, shapes.length > 1 ? ofShape(shape) : {})),
    popup: layer.popup ?? shownProperties(seen),
    ...(classes && { classes }),
    ...(layer.label === undefined && isNamed && !layer.base && { label: ['get', 'name'] }),
  }
}

/** A name and what else a reader sees first of a feature. */
function shownProperties(seen: SeenFeed | null): string[] {
  const known = seen?.properties ?? []
  const isEnglish = (name: string) => name.endsWith('_en') && known.includes(name.slice(0, -3))
  return ['name', ...known.filter((name) => !NOT_SHOWN.has(name) && !isEnglish(name)).slice(0, MOST_SHOWN)]
}

function usualClasses(
  record: RecordDefault,
  seen: SeenFeed | null,
  shapes: readonly Shape[],
  marks: Marks,
): LayerClasses | undefined {
  const by = record.classesBy.find((name) => (seen?.values[name]?.length ?? 0) > 0)
  const values = by === undefined ? [] : (seen?.values[by] ?? [])
  const [shape] = shapes
  if (by === undefined || shape === undefined) return undefined
  const levels = record.hasLevels ? values.flatMap((value) => levelItem(value) ?? []) : []
  if (levels.length > 0) return { by: ['get', by], items: levels, other: OTHER }
  const most = MOST_CLASSES[shape]
  const items = values.slice(0, most).map((value): Item => {
    const mark = shape === 'point' ? marks.point(record.icon, record.color) : { color: marks.tone(record.color) }
    return { value, title: { zh: value, en: undefined }, ...mark }
  })
  const isWhole = values.length <= most && !seen?.partly.includes(by)
  return { by: ['get', by], items, ...(!isWhole && { other: OTHER }) }
}

function levelItem(value: string): Item | null {
  const level = warningLevel(value)
  return level && { value, title: { zh: value, en: undefined }, ...LEVELS[level] }
}

function singleMark({ icon, color }: RecordDefault, shapes: readonly Shape[], marks: Marks) {
  if (shapes[0] === 'point' && shapes.length === 1) return marks.point(icon, color)
  return { icon, color: marks.tone(color) }
}

interface Drawn {
  readonly icon: string
  readonly color: string
}

const ofShape = (shape: Shape) => ({ filter: ['in', ['geometry-type'], ['literal', GEOMETRIES[shape]]] })
const byZoom = (...stops: readonly number[]) => ['interpolate', ['linear'], ['zoom'], ...stops]

const STYLES: Readonly<Record<Shape, (drawn: Drawn, filter: Style) => readonly Style[]>> = {
  area: ({ color }, filter) => [
    { type: 'fill', ...filter, paint: { 'fill-color': color, 'fill-opacity': 0.12 } },
    { type: 'line', ...filter, paint: { 'line-color': color, 'line-width': byZoom(8, 0.8, 14, 1.8) } },
  ],
  line: ({ color }, filter) => [
    {
      type: 'line',
      ...filter,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': color, 'line-width': byZoom(8, 0.8, 14, 3) },
    },
  ],
  point: ({ icon, color }, filter) => [
    {
      type: 'symbol',
      ...filter,
      layout: { 'icon-image': icon, 'icon-size': byZoom(9, 0.4, 15, 0.9), 'icon-allow-overlap': true },
      paint: { 'icon-color': color, 'icon-halo-color': '$labelHalo', 'icon-halo-width': 1 },
    },
  ],
}
