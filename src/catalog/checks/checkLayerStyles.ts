import { type LayerSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { isObject } from '#core/model/values.ts'
import type { Path } from '../fault'
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
    const filter = layer.value.filter
    if (filter !== undefined) checkOne(layer, { type: 'circle', filter }, report)
  }
}

function checkDeck(entry: Entry, kind: unknown, report: Report): void {
  if (typeof kind !== 'string' || !Object.hasOwn(MAPLIBRE_OWN, kind)) return
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
