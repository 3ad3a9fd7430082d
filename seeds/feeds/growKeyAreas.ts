import type { Polygon } from 'geojson'
import { between, ringArea, ringCentre } from '../city/measure'
import { toPolygon } from '../city/plane'
import type { Block, LandUse } from '../city/types'
import { outerRing } from '../geometry/outline'
import type { Random } from '../random'
import type { FeedFeature, FeedFile } from './feedFile'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

/** The seven kinds of key public area, as the standard's row on 5G names them. */
export const keyAreaKinds = ['车站', '旅游景点', '公园广场', '图书馆', '医院', '学校', '政务服务中心'] as const
export type KeyAreaKind = (typeof keyAreaKinds)[number]

export interface KeyArea {
  readonly id: string
  readonly name: string
  readonly kind: KeyAreaKind
  readonly polygon: Polygon
}

const fromUse: readonly (readonly [KeyAreaKind, LandUse, number])[] = [
  ['车站', 'station', 6],
  ['旅游景点', 'scenic', 16],
  ['公园广场', 'park', 22],
  ['公园广场', 'square', 12],
  ['医院', 'hospital', 14],
  ['学校', 'school', 44],
]

/** About 130 key public areas: whole blocks, or the middle of one where a library or a service centre stands. */
export function growKeyAreas(facts: Survey, dice: Random): KeyArea[] {
  const taken: Omit<KeyArea, 'id'>[] = fromUse.flatMap(([kind, use, most]) => {
    const blocks = [...facts.blocks(use)].sort((a, b) => Number(b.builtUp) - Number(a.builtUp))
    return blocks.slice(0, most).map((block, index) => ({
      kind,
      name: block.zh ?? `${facts.townOf(block.polygon.coordinates[0]![0]!).zh}${kind}${index + 1}`,
      polygon: block.polygon,
    }))
  })
  const all = [...taken, ...libraries(facts, dice), ...serviceCentres(facts, dice)]
  return all.map((area, index) => ({ id: `ZD${numbered(index + 1, 4)}`, ...area }))
}

function libraries(facts: Survey, dice: Random): Omit<KeyArea, 'id'>[] {
  const hosts = dice.shuffle(facts.blocks('commercial', 'office').filter((block) => block.builtUp)).slice(0, 10)
  const names = ['邹城市图书馆', '孟子图书馆', '邹城市少年儿童图书馆', '铁山书房', '护驾山书房', '唐王湖书房']
  return hosts.map((block, index) => ({
    kind: '图书馆',
    name: names[index] ?? `${block.zh ?? `第${index + 1}`}城市书房`,
    polygon: middle(block, dice.between(0.42, 0.6)),
  }))
}

function serviceCentres(facts: Survey, dice: Random): Omit<KeyArea, 'id'>[] {
  const hosts = facts.blocks('office', 'commercial', 'market')
  const centres = facts.city.towns.flatMap((town) => {
    const host = hosts.find((block) => block.town === town.code || block.town === town.zh)
    return host
      ? [
          {
            kind: '政务服务中心' as const,
            name: `${town.zh}便民服务中心`,
            polygon: middle(host, dice.between(0.35, 0.55)),
          },
        ]
      : []
  })
  const main = hosts.findLast((block) => block.builtUp && block.use === 'office') ?? hosts.at(-1)
  return main ? [{ kind: '政务服务中心', name: '邹城市政务服务中心', polygon: middle(main, 0.7) }, ...centres] : centres
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
