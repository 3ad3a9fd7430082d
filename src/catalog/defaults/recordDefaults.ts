import type { RecordKind } from '#core/model/feature.ts'
import type { WrittenCard } from '../cards/cards'
import type { CatalogFeed, LayerGroup } from '../schema'
import type { SeenFeed, Shape } from './seenFeed'

/** The five maps of a city-operations centre, in their order. */
export const USUAL_MAPS = {
  panorama: { zh: '城市运行全景图', en: 'City panorama' },
  events: { zh: '事件态势图', en: 'Events' },
  sensing: { zh: '感知态势图', en: 'Sensing' },
  hazards: { zh: '隐患一张图', en: 'Hazards' },
  resources: { zh: '应急资源一张图', en: 'Emergency resources' },
} as const
export type UsualMap = keyof typeof USUAL_MAPS

/** A feed as its cards see it: `seen` null until it has been read. */
interface CardFeed {
  readonly feed: CatalogFeed
  readonly seen: SeenFeed | null
}

/** How a city shows a kind of record about which its catalog says nothing more. */
export interface RecordDefault {
  /** Maps it is a subject of. */
  readonly maps: readonly UsualMap[]
  /** It also lies under the subjects of every other map. */
  readonly isGround?: true
  readonly group: LayerGroup
  /** What it can be; a reading says which of them it is. */
  readonly shapes: readonly Shape[]
  /** Pictogram of its points. */
  readonly icon: string
  /** Colour while it has no classes, and of its first class: neutral, for hues say how something is, not what it is. */
  readonly color: string
  /** Properties that tell classes apart, the better one first. */
  readonly classesBy: readonly string[]
  /** The values of `classesBy` are levels 红 橙 黄 蓝 and have their colours. */
  readonly hasLevels?: true
  readonly cards: (feed: CardFeed) => readonly WrittenCard[]
}

const ANY: readonly Shape[] = ['area', 'line', 'point']
const POINT: readonly Shape[] = ['point']
const AREA: readonly Shape[] = ['area']

/** How many there are, by the first property that tells classes apart. */
function counted({ feed, seen }: CardFeed): readonly WrittenCard[] {
  const by = RECORD_DEFAULTS[feed.record].classesBy.find((name) => (seen?.values[name]?.length ?? 0) > 0)
  if (by === undefined) return [{ kind: 'total', feed: feed.id, title: feed.title }]
  const { zh, en } = feed.title
  const title = { zh: `${zh} · 分类`, en: `${en ?? zh} by class` }
  return [{ kind: 'breakdown', feed: feed.id, by, order: [], title }]
}

/** Of the ground under a city only what it is made of is worth a card. */
const classed = (card: CardFeed): readonly WrittenCard[] => counted(card).filter(({ kind }) => kind === 'breakdown')

function caseCards(card: CardFeed): readonly WrittenCard[] {
  const { feed } = card
  const { id, title } = feed
  const { zh, en } = title
  const named = (word: string, english: string) => ({ zh: `${zh} · ${word}`, en: `${en ?? zh}: ${english}` })
  return [
    { kind: 'total', feed: id, title },
    ...classed(card),
    // Without limits nothing can be due, and an empty list would read as if nothing were.
    ...(feed.clock
      ? ([
          { kind: 'case-kpis', feed: id, title: named('按期情况', 'kept in time'), days: 30, by: 'unit', limit: 5 },
          { kind: 'reminders', feed: id, title: named('临期与超期', 'due soon and overdue'), limit: 5 },
        ] as const)
      : []),
  ]
}

const deviceCards = (card: CardFeed): readonly WrittenCard[] => {
  const { feed } = card
  const { zh, en } = feed.title
  const title = { zh: `${zh} · 告警`, en: `${en ?? zh}: alarms` }
  return [...counted(card), ...(feed.rules ? [{ kind: 'alarms', feed: feed.id, title, limit: 5 } as const] : [])]
}

const warningCards = ({ feed }: CardFeed): readonly WrittenCard[] => [
  { kind: 'warnings', feed: feed.id, title: feed.title, inside: [], limit: 4 },
]

const resource = (icon: string): RecordDefault => ({
  maps: ['resources'],
  group: 'point',
  shapes: ANY,
  icon,
  color: '$text1',
  classesBy: ['kind'],
  cards: counted,
})

/** One entry a kind of record: its maps, its mark, its classes and its cards. */
export const RECORD_DEFAULTS: Readonly<Record<RecordKind, RecordDefault>> = {
  place: {
    maps: ['panorama'],
    group: 'area',
    shapes: ANY,
    icon: 'circle',
    color: '$text2',
    classesBy: ['kind'],
    cards: counted,
  },
  site: {
    maps: ['panorama', 'sensing'],
    group: 'point',
    shapes: POINT,
    icon: 'antenna',
    color: '$text1',
    classesBy: ['kind', 'operator'],
    cards: counted,
  },
  camera: {
    maps: ['sensing'],
    group: 'point',
    shapes: POINT,
    icon: 'camera',
    color: '$text1',
    classesBy: ['kind', 'status'],
    cards: counted,
  },
  junction: {
    maps: ['sensing'],
    group: 'point',
    shapes: POINT,
    icon: 'cross',
    color: '$text2',
    classesBy: ['kind'],
    cards: counted,
  },
  sheet: {
    maps: ['panorama'],
    group: 'area',
    shapes: AREA,
    icon: 'square',
    color: '$text3',
    classesBy: ['kind'],
    cards: classed,
  },
  device: {
    maps: ['sensing'],
    group: 'live',
    shapes: ANY,
    icon: 'ring',
    color: '$text1',
    classesBy: ['kind'],
    cards: deviceCards,
  },
  reading: {
    maps: ['sensing'],
    group: 'point',
    shapes: ANY,
    icon: 'circle',
    color: '$text2',
    classesBy: ['kind'],
    cards: counted,
  },
  case: {
    maps: ['events'],
    group: 'live',
    shapes: ANY,
    icon: 'flag',
    color: '$text1',
    classesBy: ['kind', 'stage'],
    cards: caseCards,
  },
  hazard: {
    maps: ['hazards'],
    group: 'alarm',
    shapes: ANY,
    icon: 'triangle',
    color: '$text1',
    classesBy: ['risk', 'kind'],
    hasLevels: true,
    cards: counted,
  },
  warning: {
    maps: ['panorama', 'hazards'],
    group: 'alarm',
    shapes: AREA,
    icon: 'triangle-down',
    color: '$text1',
    classesBy: ['level'],
    hasLevels: true,
    cards: warningCards,
  },
  team: resource('shield'),
  store: resource('square'),
  shelter: resource('house'),
  hospital: resource('plus'),
  vehicle: { ...resource('truck'), group: 'live' },
  road: {
    maps: ['panorama'],
    isGround: true,
    group: 'line',
    shapes: ['line'],
    icon: 'circle',
    color: '$text3',
    classesBy: ['kind'],
    cards: classed,
  },
  zone: {
    maps: ['panorama'],
    isGround: true,
    group: 'ground',
    shapes: AREA,
    icon: 'square',
    color: '$text3',
    classesBy: ['kind'],
    cards: classed,
  },
  // Figures without a place: rows of the standard say them.
  reported: { maps: [], group: 'point', shapes: [], icon: 'circle', color: '$text2', classesBy: [], cards: () => [] },
  generic: {
    maps: ['panorama'],
    group: 'area',
    shapes: ANY,
    icon: 'diamond',
    color: '$text2',
    classesBy: ['kind'],
    cards: counted,
  },
}
