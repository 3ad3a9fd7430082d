import { featureCollection, union } from '@turf/turf'
import type { MultiPolygon, Polygon } from 'geojson'
import type { Town } from '../city/types'
import type { FeedFeature, FeedFile } from './feedFile'
import { feature } from './feedFile'
import { minutesBefore } from './moment'
import type { Survey } from './survey'

interface Notice {
  readonly kind: string
  readonly kindEn: string
  readonly level: '红' | '橙' | '黄' | '蓝'
  readonly issuer: string
  readonly issuerEn: string
  readonly text: string
  readonly textEn: string
  readonly issued: number
  readonly hours: number
  /** Names of the towns it covers. */
  readonly towns: readonly string[]
}

const colours = { 红: 'red', 橙: 'orange', 黄: 'yellow', 蓝: 'blue' } as const

const notices: readonly Notice[] = [
  {
    kind: '暴雨',
    kindEn: 'Rainstorm',
    level: '橙',
    issuer: '市气象局',
    issuerEn: 'Meteorological Bureau',
    text: '东北部山区未来三小时雨量可达五十毫米以上',
    textEn: 'More than 50 mm of rain may fall in the north-eastern hills within three hours.',
    issued: 95,
    hours: 6,
    towns: ['田黄镇', '大束镇'],
  },
  {
    kind: '地质灾害',
    kindEn: 'Geological disaster',
    level: '黄',
    issuer: '市自然资源和规划局',
    issuerEn: 'Natural Resources Bureau',
    text: '山区陡坡、切坡建房处注意滑塌',
    textEn: 'Watch for landslips on steep slopes and at houses built into cut slopes in the hills.',
    issued: 80,
    hours: 12,
    towns: ['城前镇', '张庄镇'],
  },
  {
    kind: '高温',
    kindEn: 'Heat',
    level: '蓝',
    issuer: '市气象局',
    issuerEn: 'Meteorological Bureau',
    text: '西南部最高气温将升至三十五度以上',
    textEn: 'The temperature in the south-west will rise above 35 °C.',
    issued: 60,
    hours: 10,
    towns: ['郭里镇', '石墙镇'],
  },
]

/** Warnings in force at the demonstration clock's start, over the towns they name. */
export function growWarnings(facts: Survey): FeedFile {
  const features = notices.flatMap((notice, index): FeedFeature[] => {
    const towns = facts.city.towns.filter((town) => notice.towns.includes(town.zh))
    if (towns.length === 0) return []
    const stamp = minutesBefore(notice.issued).slice(0, 19).replace(/[-:T]/g, '')
    return [
      feature(`37088341600000_${stamp}_${index + 1}`, together(towns), {
        name: `${notice.kind}${notice.level}色预警`,
        name_en: `${notice.kindEn}, ${colours[notice.level]} warning`,
        kind: notice.kind,
        kind_en: notice.kindEn,
        level: notice.level,
        word: `${notice.level}色`,
        text: notice.text,
        text_en: notice.textEn,
        issuer: notice.issuer,
        issuer_en: notice.issuerEn,
        towns: towns.map((town) => town.zh).join('、'),
        towns_en: towns.map((town) => town.en).join(', '),
        time: minutesBefore(notice.issued),
        until: minutesBefore(notice.issued - notice.hours * 60),
      }),
    ]
  })
  return { id: 'warnings', asOf: null, features }
}

/** The towns' outline without the borders between them. */
function together(towns: readonly Town[]): Polygon | MultiPolygon {
  const outlines = towns.map((town) => ({ type: 'Feature' as const, properties: {}, geometry: town.polygon }))
  return (towns.length > 1 ? union(featureCollection(outlines))?.geometry : undefined) ?? towns[0]!.polygon
}
