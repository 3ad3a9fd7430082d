import type { Polygon } from 'geojson'
import { between, ringArea, ringCentre } from '../city/measure'
import { toPolygon } from '../city/plane'
import type { Block, LandUse } from '../city/types'
import { apart } from '../geometry/apart'
import { centreOf } from '../geometry/centreOf'
import { outerRing } from '../geometry/outline'
import type { Random } from '../random'
import type { FeedFeature, FeedFile } from './feedFile'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

/** The seven kinds of key public area, as the standard's row on 5G names them. */
const keyAreaKinds = ['车站', '旅游景点', '公园广场', '图书馆', '医院', '学校', '政务服务中心'] as const
type KeyAreaKind = (typeof keyAreaKinds)[number]

export interface KeyArea {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly kind: KeyAreaKind
  readonly polygon: Polygon
}

const fromUse: readonly (readonly [KeyAreaKind, LandUse, number])[] = [
  ['车站', 'station', 6],
  ['旅游景点', 'scenic', 4],
  ['公园广场', 'park', 30],
  ['公园广场', 'square', 12],
  ['医院', 'hospital', 14],
  ['学校', 'school', 52],
]

const english: Readonly<Record<KeyAreaKind, string>> = {
  车站: 'station',
  旅游景点: 'sight',
  公园广场: 'park',
  图书馆: 'library',
  医院: 'hospital',
  学校: 'school',
  政务服务中心: 'service centre',
}

/** About 130 key public areas: whole blocks, or the middle of one where a library or a service centre stands. */
export function growKeyAreas(facts: Survey, dice: Random): KeyArea[] {
  const taken: Omit<KeyArea, 'id'>[] = fromUse.flatMap(([kind, use, most]) => {
    const sorted = [...facts.blocks(use)].sort((a, b) => worth(b) - worth(a))
    const blocks = use === 'park' ? apart(sorted, (block) => centreOf(block.polygon), 260) : sorted
    return blocks.slice(0, most).map((block, index) => ({
      kind,
      name: block.zh ?? nameless(facts, block, kind, index),
      nameEn: block.en ?? `${facts.townOf(block.polygon.coordinates[0]![0]!).en} ${english[kind]} ${index + 1}`,
      polygon: block.polygon,
    }))
  })
  const all = [...taken, ...libraries(facts, dice), ...serviceCentres(facts, dice)]
  return all.map((area, index) => ({ id: `ZD${numbered(index + 1, 4)}`, ...area }))
}

/** Blocks of the built-up area come first, and among them those that have a name. */
function worth(block: Block): number {
  return Number(block.builtUp) * 2 + Number(block.zh !== null)
}

/** Unnamed sights are parts of the quarter around the temple; other blocks are named after their town. */
function nameless(facts: Survey, block: Block, kind: KeyAreaKind, index: number): string {
  if (kind === '旅游景点') return `孟子故里第${index + 1}片区`
  return `${facts.townOf(block.polygon.coordinates[0]![0]!).zh}${kind}${index + 1}`
}

function libraries(facts: Survey, dice: Random): Omit<KeyArea, 'id'>[] {
  const hosts = dice.shuffle(facts.blocks('commercial', 'office').filter((block) => block.builtUp)).slice(0, 10)
  const names: readonly (readonly [string, string])[] = [
    ['邹城市图书馆', 'Zoucheng Library'],
    ['孟子图书馆', 'Mencius Library'],
    ['邹城市少年儿童图书馆', 'Zoucheng Children’s Library'],
    ['铁山书房', 'Tieshan reading room'],
    ['护驾山书房', 'Hujiashan reading room'],
    ['唐王湖书房', 'Tangwang Lake reading room'],
  ]
  return hosts.map((block, index) => ({
    kind: '图书馆',
    name: names[index]?.[0] ?? `${block.zh ?? `第${index + 1}`}城市书房`,
    nameEn: names[index]?.[1] ?? `Reading room ${index + 1}`,
    polygon: middle(block, dice.between(0.42, 0.6)),
  }))
}

function serviceCentres(facts: Survey, dice: Random): Omit<KeyArea, 'id'>[] {
  const hosts = facts.blocks('office', 'commercial', 'market')
  const centres = facts.city.towns.flatMap((town) => {
    const host = hosts.find((block) => block.town === town.code || block.town === town.zh)
    if (!host) return []
    const polygon = middle(host, dice.between(0.35, 0.55))
    return [centre(`${town.zh}便民服务中心`, `${town.en} service centre`, polygon)]
  })
  const main = hosts.findLast((block) => block.builtUp && block.use === 'office') ?? hosts.at(-1)
  return main ? [centre('邹城市政务服务中心', 'Zoucheng service centre', middle(main, 0.7)), ...centres] : centres
}

function centre(name: string, nameEn: string, polygon: Polygon): Omit<KeyArea, 'id'> {
  return { kind: '政务服务中心', name, nameEn, polygon }
}

/** The block shrunk about its centre. */
function middle(block: Block, scale: number): Polygon {
  const ring = outerRing(block.polygon)
  const centre = ringCentre(ring)
  return toPolygon(ring.map((point) => between(centre, point, scale)))
}

/** Key areas under the field names of the bureau that keeps the list. */
export function keyAreaFeed(areas: readonly KeyArea[]): FeedFile {
  const features: FeedFeature[] = areas.map((area, index) => ({
    type: 'Feature',
    properties: {
      BM: area.id,
      MC: area.name,
      YWMC: area.nameEn,
      LB: area.kind,
      MJ: Math.round(Math.abs(ringArea(outerRing(area.polygon)))),
      GXSJ: minutesBefore(60 * (14 + (index % 40)))
        .slice(0, 19)
        .replace('T', ' '),
    },
    geometry: area.polygon,
  }))
  return { id: 'key-areas', asOf: null, features }
}
