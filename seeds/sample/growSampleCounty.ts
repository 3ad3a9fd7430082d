import type { LineString, Polygon, Position } from 'geojson'
import type { Path, Point } from '../city/plane'
import { toLine, toPolygon, toPosition } from '../city/plane'
import type { FeedFeature, FeedFile } from '../feeds/feedFile'
import { feature } from '../feeds/feedFile'
import type { Random } from '../random'
import { random } from '../random'
import { fromWgs84 } from './fromWgs84'

/** Where the invented county lies, metres from the centre of Zoucheng: open country of no real name. */
const origin: Point = [84_000, 55_000]

/** A place by metres east and north of the county's middle, on the city's plane. */
export const at = (east: number, north: number): Point => [origin[0] + east, origin[1] + north]

function ring(centre: Point, radius: number, corners: number, wobble: number, dice: Random): Path {
  return Array.from({ length: corners }, (_, index) => {
    const angle = (index / corners) * 2 * Math.PI
    const reach = radius * (1 + dice.between(-wobble, wobble))
    return at(centre[0] + reach * Math.cos(angle), centre[1] + reach * Math.sin(angle))
  })
}

function rectangle(east: number, north: number, width: number, height: number): Polygon {
  return toPolygon([
    at(east, north),
    at(east + width, north),
    at(east + width, north + height),
    at(east, north + height),
  ])
}

const kinds = ['学校', '医院', '公园广场', '车站', '图书馆', '政务服务中心', '旅游景点'] as const

/** The second city: an invented county that proves that another one needs only files. */
export function growSampleCounty(): FeedFile[] {
  return [boundary(), planningArea(), population(), keyAreas(), sites(), roads(), sheets(), reported()]
}

function boundary(): FeedFile {
  const county = toPolygon(ring([0, 0], 11_000, 28, 0.12, random('sample/boundary')))
  return {
    id: 'boundary',
    asOf: '2026-08-01T00:00:00+08:00',
    features: [feature('999901', county, { name: '示例县' })],
  }
}

function planningArea(): FeedFile {
  const area = toPolygon(ring([0, 0], 3_000, 20, 0.06, random('sample/planning')))
  const features = [feature('planning', area, { name: '规划区', name_en: 'Planning area' })]
  return { id: 'planning-area', asOf: '2026-08-01T00:00:00+08:00', features }
}

/** Squares of 500 m over the planning area and a little beyond, with more people the nearer to the middle. */
function population(): FeedFile {
  const dice = random('sample/population')
  const features: FeedFeature[] = []
  const [side, reach] = [500, 3_500]
  for (let north = -reach; north < reach; north += side) {
    for (let east = -reach; east < reach; east += side) {
      const away = Math.hypot(east + side / 2, north + side / 2)
      const people = Math.round(900 * Math.exp(-((away / 2_200) ** 2)) * dice.between(0.6, 1.4))
      features.push(feature(`p${features.length + 1}`, rectangle(east, north, side, side), { people }))
    }
  }
  return { id: 'population', asOf: '2026-06-30T00:00:00+08:00', features }
}

/** Key areas in GCJ-02 with the field names of the bureau that keeps them. */
function keyAreas(): FeedFile {
  const dice = random('sample/key-areas')
  const features: FeedFeature[] = []
  for (let index = 0; index < 16; index++) {
    const kind = kinds[index % kinds.length]!
    const east = -2_100 + (index % 4) * 1_150 + dice.between(0, 500)
    const north = -2_000 + Math.floor(index / 4) * 1_100 + dice.between(0, 400)
    const plot = rectangle(east, north, dice.between(140, 320), dice.between(120, 260))
    features.push(
      feature('', fromWgs84(plot, 'gcj02'), {
        BM: `ZD${String(index + 1).padStart(3, '0')}`,
        MC: `示例${kind}${index + 1}`,
        LB: kind,
        GXSJ: '2026-08-28 09:30:00',
      }),
    )
  }
  return { id: 'key-areas', asOf: null, features: features.map(withoutId) }
}

function withoutId(each: FeedFeature): FeedFeature {
  return { type: 'Feature', properties: each.properties, geometry: each.geometry }
}

function sites(): FeedFile {
  const dice = random('sample/sites')
  const features: FeedFeature[] = []
  for (let index = 0; index < 24; index++) {
    const east = -2_300 + (index % 6) * 880 + dice.between(-180, 180)
    const north = -1_900 + Math.floor(index / 6) * 1_150 + dice.between(-180, 180)
    const position: Position = toPosition(at(east, north))
    const properties = {
      operator: dice.pick(['移动', '联通', '电信']),
      range_m: dice.whole(36, 58) * 10,
      status: '在网',
    }
    features.push(feature(`5g-${index + 1}`, { type: 'Point', coordinates: position }, properties))
  }
  return { id: 'sites-5g', asOf: '2026-08-31T20:00:00+08:00', features }
}

function roads(): FeedFile {
  const dice = random('sample/roads')
  const line = (from: Point, to: Point): LineString => {
    const middle = at((from[0] + to[0]) / 2 + dice.between(-60, 60), (from[1] + to[1]) / 2 + dice.between(-60, 60))
    return toLine([at(...from), middle, at(...to)])
  }
  const features = [-2, -1, 0, 1, 2].flatMap((step) => {
    const main = step === 0
    const reach = main ? 9_000 : 2_700
    const properties = { class: main ? 'trunk' : 'secondary' }
    return [
      feature(`ew${step + 3}`, line([-reach, step * 1_100], [reach, step * 1_100]), {
        name: `示例${main ? '大道' : `${step + 3}路`}`,
        ...properties,
      }),
      feature(`ns${step + 3}`, line([step * 1_100, -reach], [step * 1_100, reach]), {
        name: `示例${main ? '中心街' : `${step + 3}街`}`,
        ...properties,
      }),
    ]
  })
  return { id: 'roads', asOf: '2026-08-01T00:00:00+08:00', features }
}

/** Sheets as the survey office gives them: CGCS2000, 3° Gauss-Krüger zone 39, easting with the zone's prefix. */
function sheets(): FeedFile {
  const features: FeedFeature[] = []
  for (let row = 0; row < 7; row++) {
    for (let column = 0; column < 7; column++) {
      if ((row === 0 || row === 6) && (column === 0 || column === 6)) continue
      if (row === 6 && column === 4) continue
      const sheet = rectangle(-3_500 + column * 1_000, -3_500 + row * 1_000, 1_001, 1_001)
      const id = `${row + 1}-${column + 1}`
      features.push(feature(id, fromWgs84(sheet, 'EPSG:4527'), { TH: `示例-${id}`, BLC: 2000, RQ: '2025-11' }))
    }
  }
  return { id: 'map-sheets', asOf: '2025-11-30T00:00:00+08:00', features }
}

function reported(): FeedFile {
  const rows: readonly [string, string, number | boolean][] = [
    ['e-certificate-usage-rate', 'value', 0.62],
    ['transit-e-payment-rate', 'value', 0.78],
    ['gov-cloud-migration-rate', 'value', 0.91],
    ['data-sharing-rate', 'value', 0.79],
    ['public-data-openness', 'value', 0.82],
    ['e-commerce-share', 'value', 0.11],
    ['ipv6-website-support', 'value', 0.3],
    ['gov-service-app-applications', 'rank_share', 0.46],
    ['gov-service-app-applications', 'branch_hall_open', true],
    ['information-security', 'incidents', 0],
    ['project-cultivation', 'value', 72],
  ]
  const items: readonly [string, string, boolean][] = [
    ['planning', 'annual_plan', true],
    ['planning', 'task_division', true],
    ['planning', 'top_plan_completed', true],
    ['planning', 'top_plan_published', false],
    ['planning', 'special_plans', false],
    ['planning', 'assessment_mechanism', true],
    ['planning', 'annual_summary', false],
  ]
  const told = { date: '2026-07-31', source: '示例县各部门报送' }
  const features = [
    ...rows.map(([indicator, metric, value]) => ({ indicator, metric, value, ...told })),
    ...items.map(([indicator, item, value]) => ({ indicator, item, value, ...told })),
  ].map((properties, index) => feature(`r${index + 1}`, null, properties))
  return { id: 'reported', asOf: '2026-07-31T00:00:00+08:00', features }
}
