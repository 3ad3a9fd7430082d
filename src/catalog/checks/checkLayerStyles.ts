import { Color, type LayerSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { expressionExcess } from '#core/model/expressionBounds.ts'
import { isObject } from '#core/model/values.ts'
import type { Expected, Path } from '../fault'
import { DECK_KINDS, DECK_KINDS_TO_COME, PALETTE_ROLES } from '../vocabulary'
import { valueAt } from '../zodFaults'
import { type Check, type Entry, entriesOf, type Report } from './catalogView'

/** Kinds that once were deck.gl's and are layers of MapLibre. */
const MAPLIBRE_OWN: Readonly<Record<string, string>> = { heatmap: 'heatmap', scatter: 'circle' }

/** Layer styles and filters that MapLibre would refuse. Entries with a `deck` kind are not MapLibre's. */
export const checkLayerStyles: Check = (catalog, report) => {
  for (const layer of entriesOf(catalog, 'layers')) {
    entriesOf(layer, 'style').forEach((style) => {
      if (style.value.deck === undefined) checkOne(style, style.value, report)
      else checkDeck(style, style.value.deck, report)
    })
    checkClasses(layer, report)
    const filter = layer.value.filter
    if (filter !== undefined) checkOne(layer, { type: 'circle', filter }, report)
  }
}

const COLOR: Expected = {
  zh: `颜色:$ 开头的色板名($covered、$gap、$cat1 等)或 CSS 颜色`,
  en: 'a colour: a name of the palette behind $ ($covered, $gap, $cat1, …) or a colour of CSS',
}

const isColor = (text: string): boolean =>
  text.startsWith('$') ? ROLES.has(text.slice(1)) : Color.parse(text) !== undefined

const ROLES: ReadonlySet<string> = new Set(PALETTE_ROLES)
/** Strings behind `$` in a style that are no colour of the palette. */
const TOKENS: ReadonlySet<string> = new Set(['$class.color', '$class.icon', '$hatch', '$dots'])

/** Colours of classes, and of the palette in styles: one that is not known would stop the map when it is drawn. */
function checkClasses(layer: Entry, report: Report): void {
  const { classes, style } = layer.value
  if (isObject(classes)) {
    const entry: Entry = { path: [...layer.path, 'classes'], value: classes }
    const other = isObject(classes.other) ? [{ path: [...entry.path, 'other'], value: classes.other }] : []
    for (const { path, value } of [...entriesOf(entry, 'items'), ...other]) {
      if (typeof value.color === 'string' && !isColor(value.color)) report([...path, 'color'], value.color, COLOR)
    }
  }
  const look = (value: unknown, path: Path): void => {
    if (typeof value === 'string') {
      if (value.startsWith('$') && !TOKENS.has(value) && !isColor(value)) report(path, value, COLOR)
      return
    }
    if (Array.isArray(value)) {
      for (const [at, inner] of value.entries()) look(inner, [...path, at])
    } else if (isObject(value)) for (const [key, inner] of Object.entries(value)) look(inner, [...path, key])
  }
  look(style, [...layer.path, 'style'])
}

function checkDeck(entry: Entry, kind: unknown, report: Report): void {
  const known: readonly unknown[] = [...DECK_KINDS, ...DECK_KINDS_TO_COME]
  if (known.includes(kind)) return
  if (typeof kind !== 'string' || !Object.hasOwn(MAPLIBRE_OWN, kind)) {
    const kinds = known.join(', ')
    report([...entry.path, 'deck'], kind, { zh: `其中之一: ${kinds}`, en: `one of ${kinds}` })
    return
  }
  report([...entry.path, 'deck'], kind, {
    zh: `MapLibre 图层("type": "${MAPLIBRE_OWN[kind]}")`,
    en: `a MapLibre layer ("type": "${MAPLIBRE_OWN[kind]}")`,
  })
}

function checkOne(entry: Entry, style: Readonly<Record<string, unknown>>, report: Report): void {
  for (const own of ['id', 'source']) {
    if (style[own] !== undefined)
      report([...entry.path, own], style[own], { zh: '不写(由应用给出)', en: 'nothing (the app gives it)' })
  }
  if (typeof style.type !== 'string') {
    report([...entry.path, 'type'], style.type, { zh: 'MapLibre 图层类型', en: 'a MapLibre layer type' })
    return
  }
  const excess = excessIn(style, entry.path)
  if (excess) {
    report(excess.path, excess.found, excess.expected)
    return
  }
  const plain = withoutPalette({ ...style, id: 'layer', source: 'feed' })
  const errors = validateStyleMin({
    version: 8,
    // Named only so that layers with text or icons pass; nothing is loaded.
    glyphs: 'https://glyphs.invalid/{fontstack}/{range}.pbf',
    sprite: 'https://sprite.invalid/sprite',
    sources: { feed: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
    // The validator's whole purpose is to be given what may not be a layer.
    layers: [plain as LayerSpecification],
  })
  for (const { message } of errors) {
    const split = /^layers\[0\]\.?([^:]*): ?(.*)$/s.exec(message)
    const path: Path = [...entry.path, ...pathOf(split?.[1] ?? '')]
    const words = split?.[2] ?? message
    report(path, valueAt(style, pathOf(split?.[1] ?? '')), {
      zh: `MapLibre 认可的样式(${words})`,
      en: `a style that MapLibre accepts (${words})`,
    })
  }
}

/** The first expression of a style, under `paint`, `layout` or as its filter, that is too much for any library to read. */
function excessIn(
  style: Readonly<Record<string, unknown>>,
  path: Path,
): { readonly path: Path; readonly found: unknown; readonly expected: Expected } | null {
  for (const [key, value] of Object.entries(style)) {
    const found = isObject(value) ? excessIn(value, [...path, key]) : null
    if (found) return found
    const expected = expressionExcess(value)
    if (expected) return { path: [...path, key], found: value, expected }
  }
  return null
}

function pathOf(text: string): Path {
  return [...text.matchAll(/([^.[\]]+)/g)].map(([part]) => (/^\d+$/.test(part) ? Number(part) : part))
}

/** `$class.icon` stands for a name, any other `$…` for a colour. */
function withoutPalette(value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith('$')) return value.endsWith('.icon') ? 'circle' : '#808080'
  if (Array.isArray(value)) return value.map(withoutPalette)
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutPalette(inner)]))
  return value
}
