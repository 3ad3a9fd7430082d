import type { Feature, Geometry } from 'geojson'
import { NOW as START } from '../city/InCity'
import { SMALL_CITY } from '../city/smallCity'
import { SMALL_FEEDS } from '../city/smallFeatures'

/** The small city grown by what the cards are about that it has none of: devices, grids, warnings, past cases, rows. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const WEEK = 7 * 24 * HOUR

/** Within the working hours of the small city's day: 10:00. */
export const NOW = START + 2 * HOUR

/** Every feed is late after six hours and stale after twelve. */
const CYCLE = { refreshSeconds: 6 * 3600, staleSeconds: 12 * 3600 }
/** The row in the catalog's words, so that the gallery shows figures; the other rows of the standard stay unknown. */
const COVERAGE = {
  id: '5g-key-area-coverage',
  metrics: { value: { method: 'covered', subjects: 'grids', by: 'sites', threshold: 0.8 } },
}
const CAMPUSES = {
  id: 'smart-campus-coverage',
  metrics: {
    value: { method: 'share', of: 'schools', match: ['>', ['get', 'pupils'], 500], known: ['has', 'pupils'] },
  },
}

const feed = (id: string, record: string, zh: string, en: string, more: object = {}) => ({
  id,
  title: { zh, en },
  record,
  source: { type: 'geojson', url: `${id}.geojson` },
  ...CYCLE,
  ...more,
})

export const GALLERY_CITY = {
  ...SMALL_CITY,
  feeds: [
    ...SMALL_CITY.feeds
      .filter(({ id }) => id !== 'gone')
      .map((known) => ({ ...known, ...CYCLE, ...(known.id === 'cases' && { archive: 'cases-past' }) })),
    feed('cases-past', 'case', '往期案件', 'Past cases'),
    feed('grids', 'zone', '网格', 'Grids'),
    feed('devices', 'device', '物联设备', 'IoT devices', {
      fields: { time: 'lastSeen' },
      reporting: { cycle: 600 },
      rules: [
        {
          kind: 'threshold',
          id: 'high-water',
          title: { zh: '水位超警戒', en: 'Water above its warning level' },
          level: '橙',
          above: ['get', 'high'],
          margin: 0.2,
        },
        { kind: 'silence', id: 'silent', title: { zh: '设备静默', en: 'Device silent' }, level: '蓝' },
      ],
    }),
    feed('warnings', 'warning', '生效预警', 'Warnings in force'),
  ],
  indicators: [COVERAGE, CAMPUSES],
}

const iso = (time: number): string => new Date(time).toISOString()

const at = (id: string, geometry: Geometry, properties: object): Feature => ({
  type: 'Feature',
  id,
  geometry,
  properties: { ...properties },
})
const point = (id: string, longitude: number, latitude: number, properties: object): Feature =>
  at(id, { type: 'Point', coordinates: [longitude, latitude] }, properties)

/** A square of 0.004° with its middle at the place. */
function square(id: string, longitude: number, latitude: number, properties: object): Feature {
  const [west, south, east, north] = [longitude - 0.002, latitude - 0.002, longitude + 0.002, latitude + 0.002]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return at(id, { type: 'Polygon', coordinates: [ring] }, properties)
}

const DEVICES: readonly Feature[] = [
  { id: 'W-1', name: '白马河水位', name_en: 'Baima River, gauge', kind: '水位', value: 3.82, unit: 'm', high: 3.5 },
  { id: 'W-2', name: '大沙河水位', name_en: 'Dasha River, gauge', kind: '水位', value: 3.41, unit: 'm', high: 3.5 },
  { id: 'N-1', name: '中心街噪声', name_en: 'Centre Street, noise', kind: '噪声', value: 61, unit: 'dB', ago: 300 },
].map(({ id, ago = 4, ...properties }, index) =>
  point(id, 117.5 + 0.01 * index, 35.5, { ...properties, lastSeen: iso(NOW - ago * MINUTE) }),
)

/** Eight reports in one cell, where in the same hours of each of the six weeks before there was one. */
const REPORTS: readonly Feature[] = [1, 2, 3, 4, 5, 6, 7, 8].map((nth) =>
  point(`AJ1${nth}`, 117.53 + 0.0002 * nth, 35.53, {
    name: `铁山路占道经营 ${nth} 号`,
    name_en: `Street trading on Tieshan Road, no. ${nth}`,
    class: '街面秩序',
    unit: '市综合执法局',
    stage: '受理',
    time: iso(NOW - nth * 12 * MINUTE),
    reported: iso(NOW - nth * 12 * MINUTE),
    history: [{ at: iso(NOW - nth * 12 * MINUTE), verb: 'report', stage: '上报', by: '采集员' }],
  }),
)

const PAST: readonly Feature[] = [1, 2, 3, 4, 5, 6].flatMap((week) =>
  [1, 30].map((hours) => {
    const reported = NOW - week * WEEK - hours * HOUR
    return point(`P${week}-${hours}`, 117.5302, 35.53, {
      name: '占道经营',
      class: '街面秩序',
      unit: hours === 1 ? '市综合执法局' : '市城乡水务局',
      stage: '结案',
      reported: iso(reported),
      closed: iso(reported + (hours === 1 ? 2 : 9) * HOUR),
      time: iso(week === 1 ? NOW - HOUR : reported + 9 * HOUR),
    })
  }),
)

const WARNINGS: readonly Feature[] = [
  square('Y1', 117.5, 35.5, {
    name: '暴雨橙色预警',
    name_en: 'Rainstorm, orange warning',
    kind: '暴雨',
    kind_en: 'Rainstorm',
    level: '橙',
    issuer: '市气象局',
    issuer_en: 'Meteorological Bureau',
    towns: '大束镇、田黄镇',
    towns_en: 'Dashu Town, Tianhuang Town',
    time: iso(NOW - HOUR),
    until: iso(NOW + 48 * HOUR),
  }),
  square('Y2', 117.52, 35.5, {
    name: '大风蓝色预警',
    name_en: 'Gale, blue warning',
    kind: '大风',
    kind_en: 'Gale',
    level: '蓝',
    towns: '全市',
    towns_en: 'Whole city',
    time: iso(NOW - 10 * MINUTE),
    onset: iso(NOW + 30 * HOUR),
    until: iso(NOW + 60 * HOUR),
  }),
]

/** Those of the small city, and one over three of the four grids each: from middle to corner a grid is 287 m. */
const SITES: readonly Feature[] = [
  ...SMALL_FEEDS['sites.geojson'].map((site) => ({
    ...site,
    properties: { ...site.properties, updated: iso(NOW - HOUR) },
  })),
  ...[0, 1, 2].map((nth) =>
    point(`b${3 + nth}`, 117.5 + 0.01 * nth, 35.5 + 0.01 * (nth % 2), {
      operator: 'CM',
      range_m: 400,
      updated: iso(NOW - HOUR),
    }),
  ),
]

const GRIDS: readonly Feature[] = [0, 1, 2, 3].map((nth) =>
  square(`G${nth}`, 117.5 + 0.01 * nth, 35.5 + 0.01 * (nth % 2), {
    name: `第${nth + 1}网格`,
    name_en: `Grid ${nth + 1}`,
    time: iso(NOW - HOUR),
  }),
)

/** The features of each feed by its id, the newest of each within the two hours before `NOW`. */
export const GALLERY_FEEDS: Readonly<Record<string, readonly Feature[]>> = {
  schools: SMALL_FEEDS['schools.geojson'],
  sites: SITES,
  cases: [...SMALL_FEEDS['cases.geojson'], ...REPORTS],
  'cases-past': PAST,
  grids: GRIDS,
  devices: DEVICES,
  warnings: WARNINGS,
}

const TIMES: ReadonlySet<string> = new Set(['time', 'updated', 'lastSeen'])

/** The same feature without a time of its own; a case keeps it, for the door lets in none without. */
export function timeless(feature: Feature): Feature {
  const properties = feature.properties ?? {}
  if (typeof properties.stage === 'string') return feature
  const rest = Object.entries(properties).filter(([name]) => !TIMES.has(name))
  return { ...feature, properties: Object.fromEntries(rest) }
}
