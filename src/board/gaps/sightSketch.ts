import { formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import type { Words } from '#i18n/useWords.ts'
import type { SketchLayer } from '#layers/sketch.ts'
import type { Describe, OwnSketch } from '#views/sketches/useSketches.ts'

const CONFIRMED = ['==', ['get', 'confirmed'], true]
const WIDTH = ['interpolate', ['linear'], ['zoom'], 12, 0.5, 16, 1.4]

/** What was checked in the field solid, what is only worked out dashed and fainter. */
const STYLE: readonly SketchLayer[] = [
  { type: 'fill', paint: { 'fill-color': '$covered', 'fill-opacity': ['case', CONFIRMED, 0.3, 0.12] } },
  { type: 'line', filter: CONFIRMED, paint: { 'line-color': '$covered', 'line-width': WIDTH, 'line-opacity': 0.9 } },
  {
    type: 'line',
    filter: ['!', CONFIRMED],
    paint: { 'line-color': '$covered', 'line-width': WIDTH, 'line-opacity': 0.8, 'line-dasharray': [3, 2] },
  },
]

/** What the cameras of a feed see among buildings, from the URL of its polygons. `confirmed`: whether any is known to be checked. */
export const sightSketch = (feed: string, url: string, confirmed: boolean, { t }: Pick<Words, 't'>): OwnSketch => ({
  id: 'seen-ground',
  title: t('gaps.sight.sketch'),
  group: 'coverage',
  source: { kind: 'url', url },
  style: STYLE,
  legend: [
    ...(confirmed ? [{ word: t('gaps.sight.sketchConfirmed'), shape: 'area', color: '$covered' } as const] : []),
    { word: t('gaps.sight.sketchAssumed'), shape: 'area', color: '$covered', fill: 'tint', dashed: true },
  ],
  pickable: true,
  describe: describeSeen(feed),
})

const describeSeen =
  (feed: string): Describe =>
  ({ id, name, confirmed, by, at, share }, { t, language }) => ({
    title: String(name ?? id),
    lines: [
      ...(typeof share === 'number'
        ? [t('gaps.sight.share', { share: joinFigure(formatQuantity(share, 'ratio', language)) })]
        : []),
      confirmed === true ? t('gaps.sight.checkedBy', { by: said(by), at: said(at) }) : t('gaps.sight.notChecked'),
    ],
    about: { feed, id: String(id) },
  })

const said = (value: unknown): string =>
  value === null || value === undefined || value === 'null' ? '—' : String(value)
