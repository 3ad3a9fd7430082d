import { formatNumber } from '#i18n/formatNumber.ts'
import type { Words } from '#i18n/useWords.ts'
import type { SketchLayer } from '#layers/sketch.ts'
import type { ClassWords } from '#views/facts/classWords.ts'
import { sayValue } from '#views/facts/sayValue.ts'
import type { Describe, OwnSketch } from '#views/sketches/useSketches.ts'
import { usualWords } from './hotSpotWords'

/** A thick plain edge: warning colours are for warnings, the accent for selection. */
const STYLE: readonly SketchLayer[] = [
  { type: 'fill', paint: { 'fill-color': '$text1', 'fill-opacity': 0.08 } },
  {
    type: 'line',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': '$text1', 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1.6, 15, 3.2] },
  },
]

/** Cells in which more is reported than usual, from the URL of the emerging ones. `classes`: words of what is reported. */
export function hotSpotSketch(feed: string, url: string, classes: ClassWords, { t }: Pick<Words, 't'>): OwnSketch {
  const title = t('events.hotSpots.cells')
  return {
    id: `hot-spots ${feed}`,
    title,
    group: 'line',
    source: { kind: 'url', url },
    style: STYLE,
    legend: [{ word: title, shape: 'area', color: '$text1', fill: 'tint' }],
    pickable: true,
    describe: describeCell(classes),
  }
}

/** How many now and of what, how many usually, and how rare that is. */
const describeCell =
  (classes: ClassWords): Describe =>
  ({ now, usual, score, class: topClass }, words) => {
    const { t, language } = words
    const count = formatNumber(Number(now), language)
    const chance = typeof score === 'number' ? 10 ** -score : null
    return {
      title:
        typeof topClass === 'string'
          ? t('events.hotSpots.cell', { count, class: sayValue('class', topClass, language, classes) })
          : t('events.hotSpots.count', { count }),
      lines: usualWords({ usual: typeof usual === 'number' ? usual : null, chance }, words),
    }
  }
