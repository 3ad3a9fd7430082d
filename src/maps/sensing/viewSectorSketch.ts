import type { Words } from '#i18n/useWords.ts'
import type { SketchLayer } from '#layers/sketch.ts'
import type { ClassWords } from '#views/facts/classWords.ts'
import { sayValue } from '#views/facts/sayValue.ts'
import type { Describe, OwnSketch } from '#views/sketches/useSketches.ts'

/** Statuses of a camera, as the data have them. */
const WORKS = '完好'
const FAILS = ['故障', '离线'] as const

const COLOR = ['match', ['get', 'status'], WORKS, '$covered', [...FAILS], '$gap', '$unknown']
const isWorking = ['==', ['get', 'status'], WORKS]
const WIDTH = ['interpolate', ['linear'], ['zoom'], 12, 0.5, 16, 1.4]

/** Cameras that work solid, those that do not dashed. */
const STYLE: readonly SketchLayer[] = [
  { type: 'fill', paint: { 'fill-color': COLOR, 'fill-opacity': 0.14 } },
  { type: 'line', filter: isWorking, paint: { 'line-color': COLOR, 'line-width': WIDTH, 'line-opacity': 0.8 } },
  {
    type: 'line',
    filter: ['!', isWorking],
    paint: { 'line-color': COLOR, 'line-width': WIDTH, 'line-dasharray': [3, 2] },
  },
]

/** What the cameras of a feed see, from the URL of their sectors. `classes`: the words of the feed's legend. */
export const viewSectorSketch = (
  feed: string,
  url: string,
  classes: ClassWords,
  { t }: Pick<Words, 't'>,
): OwnSketch => ({
  id: 'view-sectors',
  title: t('sensing.cameras.sectors'),
  group: 'coverage',
  source: { kind: 'url', url },
  style: STYLE,
  legend: [
    { word: t('sensing.cameras.works'), shape: 'area', color: '$covered', fill: 'tint' },
    { word: t('sensing.cameras.fails'), shape: 'area', color: '$gap', fill: 'tint', dashed: true },
    { word: t('sensing.cameras.unknown'), shape: 'area', color: '$unknown', fill: 'tint', dashed: true },
  ],
  pickable: true,
  describe: describeSector(feed, classes),
})

/** Which camera it is, and how it is. */
const describeSector =
  (feed: string, classes: ClassWords): Describe =>
  ({ id, name, status }, { t, language }) => ({
    title: String(name ?? id),
    lines: [typeof status === 'string' ? sayValue('status', status, language, classes) : t('sensing.cameras.unknown')],
    about: { feed, id: String(id) },
  })
