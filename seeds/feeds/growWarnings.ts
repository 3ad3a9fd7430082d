import { featureCollection, union } from '@turf/turf'
import type { MultiPolygon, Polygon } from 'geojson'
import type { Town } from '../city/types'
import type { FeedFeature, FeedFile } from './feedFile'
import { feature } from './feedFile'
import { minutesBefore } from './moment'
import type { Survey } from './survey'

interface Notice {
  readonly kind: string
  readonly level: '红' | '橙' | '黄' | '蓝'
  readonly issuer: string
  readonly text: string
  readonly issued: number
  readonly hours: number
  /** Names of the towns it covers. */
  readonly towns: readonly string[]
}

const notices: readonly Notice[] = [
  {
    kind: '暴雨',
    level: '橙',
    issuer: '市气象局',
    text: '东北部山区未来三小时雨量可达五十毫米以上',
    issued: 95,
    hours: 6,
    towns: ['田黄镇', '大束镇'],
  },
  {
    kind: '地质灾害',
    level: '黄',
    issuer: '市自然资源和规划局',
    text: '山区陡坡、切坡建房处注意滑塌',
    issued: 80,
    hours: 12,
    towns: ['城前镇', '张庄镇'],
  },
  {
    kind: '高温',
    level: '蓝',
    issuer: '市气象局',
    text: '西南部最高气温将升至三十五度以上',
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
        kind: notice.kind,
        level: notice.level,
        word: `${notice.level}色`,
        text: notice.text,
        issuer: notice.issuer,
        towns: towns.map((town) => town.zh).join('、'),
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
