import { type CardKind, type CardOf, card } from '#catalog/cards/cards.ts'

/** What each kind of card is asked for in the gallery; a kind without a line here is a type error. */
const ASKED: { readonly [K in CardKind]: object } = {
  'star-summary': {},
  indicator: { indicator: '5g-key-area-coverage', also: ['smart-campus-coverage', 'video-surveillance-networking'] },
  breakdown: { feed: 'schools', by: 'kind', title: { zh: '学校是哪一类?', en: 'What kinds of school?' } },
  total: {
    feed: 'schools',
    sum: 'pupils',
    title: { zh: '有多少学生?', en: 'How many pupils?' },
    unit: { zh: '人', en: 'pupils' },
  },
  'blind-grids': {
    feed: 'grids',
    devices: ['devices'],
    title: { zh: '哪里感知不到?', en: 'Where does nothing sense?' },
  },
  'case-kpis': { feed: 'cases', title: { zh: '按期办结了吗?', en: 'Are cases closed in time?' } },
  attention: {
    feed: 'schools',
    title: { zh: '哪些学校最大?', en: 'Which schools are the largest?' },
    sort: 'pupils',
    descending: true,
    show: ['name', 'kind', 'pupils'],
  },
  warnings: {
    feed: 'warnings',
    title: { zh: '现在有哪些预警?', en: 'Which warnings are in force?' },
    inside: [{ feed: 'schools', title: { zh: '学校', en: 'Schools' } }],
  },
  reminders: { feed: 'cases', title: { zh: '先办哪几件?', en: 'Which come first?' } },
  duplicates: { feed: 'cases', title: { zh: '哪些可能是同一件?', en: 'Which may be one matter?' } },
  'hot-spots': { feed: 'cases', title: { zh: '哪里突然多了?', en: 'Where is there suddenly more?' } },
  alarms: { feed: 'devices', title: { zh: '哪些设备在告警?', en: 'Which devices are in alarm?' } },
  feeds: {},
  'star-ribbon': {},
}

export const CARD_KINDS = Object.keys(ASKED) as readonly CardKind[]

/** The card of a kind with every default. */
export const cardOf = <K extends CardKind>(kind: K): CardOf<K> => card.parse({ kind, ...ASKED[kind] }) as CardOf<K>
