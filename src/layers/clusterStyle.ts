import type { CatalogLayer, LayerClasses } from '#catalog/schema.ts'
import type { LocalText } from '#core/model/feature.ts'
import { LABEL_FONT } from './labelLayer'
import { type PaletteTheme, palettes } from './palettes'
import type { ClusterSpec, MapLayerSpec } from './ResolvedLayer'
import { neutralColor, resolveColor } from './styleTokens'

/** Warning colours, worst first: only these say that something is bad. */
const SEVERITIES: readonly string[] = ['$red', '$orange', '$yellow', '$blue']

interface CountedClass {
  /** Name of the aggregate in the cluster's properties. */
  readonly property: string
  readonly value: string
  readonly color: string
  readonly title: LocalText
}

const TEXT_SIZE = 13
/** Size of the second line, as a share of the first. */
const SECOND_LINE = 0.72

/** About the width of a second line with a count of two digits, pixels: a letter is half as wide as a Chinese character. */
const widthOf = (words: string): number =>
  [...`${words} 00`].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.52), 0) * TEXT_SIZE * SECOND_LINE

/** The classes that say how bad a point is, worst first; none when the classes carry no warning colour. */
function severeClasses(classes: LayerClasses | undefined): readonly CountedClass[] {
  if (!classes) return []
  return classes.items
    .map((item, index) => ({
      property: `class${index}`,
      value: String(item.value),
      color: item.color,
      title: item.title,
      rank: SEVERITIES.indexOf(item.color),
    }))
    .filter((item) => item.rank >= 0)
    .sort((a, b) => a.rank - b.rank)
}

const wordsOf = (item: CountedClass, language: 'zh-CN' | 'en'): string =>
  language === 'en' ? (item.title.en ?? item.title.zh) : item.title.zh

/** Radius, at a desk, of a ring that holds the words of the severe classes. */
const roomFor = (severe: readonly CountedClass[], language: 'zh-CN' | 'en'): number =>
  Math.ceil(Math.max(0, ...severe.map((item) => widthOf(wordsOf(item, language)))) / 2)

/** Radius of the circles of most clusters, and the gap between two: groups stand where their points do on average. */
const USUAL = 22
const APART = 16

/**
 * How the layer's points are grouped: so far apart that circles drawn `scale` times as large do not lie on each other. The
 * aggregates count the points of each severe class.
 */
export function clusterSpec(layer: CatalogLayer, language: 'zh-CN' | 'en', scale: number): ClusterSpec {
  const radius = Math.round((2 * Math.max(USUAL, roomFor(severeClasses(layer.classes), language)) + APART) * scale)
  const by = layer.classes?.by ?? null
  const properties = Object.fromEntries(
    severeClasses(layer.classes).map(({ property, value }) => [
      property,
      ['+', ['case', ['==', ['to-string', by], value], 1, 0]],
    ]),
  )
  return { radius, maxZoom: 14, properties, filter: layer.filter ?? null }
}

/**
 * Circles that say how many points they stand for and how bad the worst are: the ring takes the worst colour present,
 * and a second line counts that class in words.
 */
export function clusterStyles(
  layer: CatalogLayer,
  theme: PaletteTheme,
  language: 'zh-CN' | 'en',
  neutral = false,
): readonly Pick<MapLayerSpec, 'type' | 'paint' | 'layout' | 'filter'>[] {
  const palette = palettes[theme]
  const severe = severeClasses(layer.classes)
  const present = (item: CountedClass): unknown => ['>', ['get', item.property], 0]
  const colorOf = neutral ? neutralColor : resolveColor
  const ring = severe.length
    ? ['case', ...severe.flatMap((item) => [present(item), colorOf(item.color, theme, layer.id)]), palette.text3]
    : palette.text3
  const worst = severe.length
    ? [
        'case',
        ...severe.flatMap((item) => [
          present(item),
          ['concat', '\n', wordsOf(item, language), ' ', ['get', item.property]],
        ]),
        '',
      ]
    : ''
  const filter = ['has', 'point_count']
  const size = ['step', ['get', 'point_count'], 15, 10, 18, 50, 22, 200, 27]
  const room = roomFor(severe, language)
  return [
    {
      type: 'circle',
      filter,
      paint: {
        'circle-color': palette.ground2,
        'circle-opacity': 0.94,
        // A ring holds its words: English ones are longer.
        'circle-radius': severe.length ? ['case', ['any', ...severe.map(present)], ['max', room, size], size] : size,
        'circle-stroke-color': ring,
        'circle-stroke-width': 2,
      },
    },
    {
      type: 'symbol',
      filter,
      layout: {
        'text-field': ['format', ['get', 'point_count_abbreviated'], {}, worst, { 'font-scale': SECOND_LINE }],
        'text-font': [...LABEL_FONT],
        'text-size': TEXT_SIZE,
        'text-line-height': 1.05,
        'text-allow-overlap': true,
        'text-padding': 8,
      },
      paint: { 'text-color': palette.text1 },
    },
  ]
}
