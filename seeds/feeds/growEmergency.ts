import type { Position } from 'geojson'
import { shanghaiTime } from '#core/model/time.ts'
import { apart } from '../geometry/apart'
import { centreOf } from '../geometry/centreOf'
import { offset } from '../geometry/offset'
import { stationsAlong } from '../geometry/stationsAlong'
import type { Random } from '../random'
import { seedOf } from '../simulator/draw'
import { alongLine } from '../simulator/vehicles/alongLine'
import { decodePolyline, encodePolyline } from '../simulator/vehicles/polyline'
import { vehicleAt, vehicleWord } from '../simulator/vehicles/vehicleAt'
import { type FeedFeature, type FeedFile, pointFeature } from './feedFile'
import { clockStart, minutesBefore } from './moment'
import { patrolRoutes } from './patrolRoutes'
import { numbered } from './rounding'
import type { Survey } from './survey'

/** Teams, vehicles, shelters, water sources and production capacity: who and what an incident can call on. */
export function growEmergency(facts: Survey, dice: Random): FeedFile[] {
  const stations = fireStations(facts)
  return [
    { id: 'teams', asOf: minutesBefore(60 * 7), features: teams(facts, stations, dice) },
    { id: 'vehicles', asOf: null, features: vehicles(stations, facts, dice) },
    { id: 'shelters', asOf: minutesBefore(1440 * 20), features: shelters(facts, dice) },
    { id: 'water-sources', asOf: minutesBefore(1440 * 5), features: waterSources(facts, dice) },
    { id: 'production', asOf: minutesBefore(1440 * 15), features: production(facts, dice) },
  ]
}

interface Base {
  readonly zh: string
  readonly en: string
  readonly at: Position
}

/** Town seats and four places of the built-up area, beside a road. */
function fireStations(facts: Survey): Base[] {
  const names = [
    { zh: '千泉', en: 'Qianquan' },
    { zh: '凫山', en: 'Fushan' },
    { zh: '钢山', en: 'Gangshan' },
    { zh: '孟子湖', en: 'Mengzi Lake' },
  ]
  const avenues = facts.roads('primary', 'secondary').filter((segment) => facts.lineBuiltUp(segment.line))
  const urban = [0.12, 0.37, 0.61, 0.88].flatMap((share, index) => {
    const segment = avenues[Math.floor(share * avenues.length)]
    const station = segment && stationsAlong(segment.line, 90, 30)[0]
    return station
      ? [
          {
            zh: `${names[index]?.zh}消防救援站`,
            en: `${names[index]?.en} fire station`,
            at: offset(station.position, station.bearing + 90, 45),
          },
        ]
      : []
  })
  const towns = facts.city.towns
    .filter((town) => town.kind === 'town')
    .map((town) => ({
      zh: `${town.zh}专职消防队`,
      en: `${town.en} fire brigade`,
      at: facts.around(town.seat, 70, 260),
    }))
  return [...urban, ...towns]
}

function teams(facts: Survey, stations: readonly Base[], dice: Random): FeedFeature[] {
  const others = [
    { zh: '矿山救护大队', en: 'Mine rescue brigade' },
    { zh: '防汛抢险一队', en: 'Flood rescue team 1' },
    { zh: '防汛抢险二队', en: 'Flood rescue team 2' },
    { zh: '电力抢修队', en: 'Power repair team' },
    { zh: '燃气抢修队', en: 'Gas repair team' },
    { zh: '供水抢修队', en: 'Water repair team' },
    { zh: '通信保障队', en: 'Communications team' },
    { zh: '医疗救护队', en: 'Medical team' },
    { zh: '公路抢通队', en: 'Road clearance team' },
    { zh: '危化品处置队', en: 'Hazardous materials team' },
    { zh: '森林防火队', en: 'Forest fire team' },
    { zh: '蓝天救援志愿队', en: 'Blue Sky rescue volunteers' },
    { zh: '地质灾害应急队', en: 'Geological hazard team' },
  ]
  const bases = dice.shuffle(
    facts.blocks('office', 'industrial', 'logistics', 'hospital').filter((block) => block.builtUp),
  )
  const special = others.map((name, index) => ({ ...name, at: centreOf(bases[index % bases.length]!.polygon) }))
  return [...stations, ...special].map(({ zh, en, at }, index) =>
    pointFeature(`DW${numbered(index + 1, 3)}`, at, {
      name: zh,
      name_en: en,
      kind: zh.includes('消防') ? '消防' : zh.includes('医疗') ? '医疗' : zh.includes('防汛') ? '防汛' : '专业',
      people: dice.whole(8, 46),
      ready: dice.chance(0.88),
      state: dice.chance(0.88) ? '待命' : '出动',
      departs_min: dice.whole(1, 8),
      skill: dice.pick(['灭火', '破拆', '水上救援', '排涝', '抢修', '搜救']),
    }),
  )
}

/** Each vehicle has a route of its own from its station along the roads; where it is on it the simulator says. */
function vehicles(stations: readonly Base[], facts: Survey, dice: Random): FeedFeature[] {
  const kinds = ['水罐消防车', '云梯消防车', '抢险救援车', '救护车', '通信指挥车', '排涝车', '应急发电车']
  const routeFrom = patrolRoutes(facts, dice)
  return Array.from({ length: 34 }, (_, index) => {
    const id = `CL${numbered(index + 1, 3)}`
    const home = stations[index % stations.length]!
    const parked = offset(home.at, dice.whole(0, 359), 18)
    const text = encodePolyline([parked, ...routeFrom(home.at)])
    const route = alongLine(decodePolyline(text))
    if (!route) throw new Error(`vehicle ${id} has no route`)
    const now = vehicleAt(seedOf(id), route, clockStart)
    return pointFeature(id, [...now.position], {
      name: `鲁H应急${numbered(index + 1, 3)}`,
      name_en: `Emergency vehicle ${numbered(index + 1, 3)}`,
      kind: kinds[index % kinds.length],
      home: home.zh,
      state: vehicleWord(now),
      speed: now.speed,
      heading: now.heading ?? dice.whole(0, 359),
      time: shanghaiTime(now.told),
      route: text,
    })
  })
}

function shelters(facts: Survey, dice: Random): FeedFeature[] {
  const named = dice.shuffle(facts.blocks('park', 'square', 'school')).filter((block) => block.zh !== null)
  const places = apart(named, (block) => centreOf(block.polygon), 650).slice(0, 28)
  return places.map((block, index) =>
    pointFeature(`BN${numbered(index + 1, 3)}`, centreOf(block.polygon), {
      name: `${block.zh}应急避难场所`,
      name_en: `${block.en ?? block.zh} shelter`,
      kind: block.use === 'school' ? '室内' : '室外',
      capacity: dice.whole(6, 60) * 100,
      level: dice.pick(['紧急', '短期', '长期']),
      open: dice.chance(0.25),
    }),
  )
}

function waterSources(facts: Survey, dice: Random): FeedFeature[] {
  const streets = dice.shuffle(
    facts.roads('primary', 'secondary', 'tertiary').filter((segment) => facts.lineBuiltUp(segment.line)),
  )
  const hydrants = streets.slice(0, 46).map((segment) => {
    const station = stationsAlong(segment.line, 60, 20)[0]
    return {
      kind: '消火栓',
      at: station ? offset(station.position, station.bearing + 90, 7) : segment.line.coordinates[0]!,
      name: `${segment.zh || '街巷'}消火栓`,
      nameEn: `Hydrant, ${segment.en || 'lane'}`,
    }
  })
  const ponds = facts.city.water.slice(0, 8).map((water) => ({
    kind: '天然水源',
    at: water.polygon.type === 'Polygon' ? water.polygon.coordinates[0]![0]! : water.polygon.coordinates[0]![0]![0]!,
    name: `${water.zh}取水点`,
    nameEn: `Water intake, ${water.en}`,
  }))
  return [...hydrants, ...ponds].map(({ kind, at, name, nameEn }, index) =>
    pointFeature(`SY${numbered(index + 1, 3)}`, at, {
      name,
      name_en: nameEn,
      kind,
      flow_lps: kind === '消火栓' ? dice.whole(12, 30) : dice.whole(40, 90),
      state: dice.chance(0.93) ? '可用' : '待修',
    }),
  )
}

function production(facts: Survey, dice: Random): FeedFeature[] {
  const makers: readonly [string, string, string, string, number][] = [
    ['鲁南瓶装水厂', 'Lunan bottled water', '1010199', '箱', 12_000],
    ['邹鲁食品厂', 'Zoulu foods', '1010299', '箱', 6_500],
    ['孟子湖纺织', 'Mengzi Lake textiles', '1020199', '床', 1_800],
    ['钢山编织袋厂', 'Gangshan woven bags', '3010199', '条', 60_000],
    ['凫山机电', 'Fushan machinery', '2020199', '台', 25],
    ['峄山医用材料', 'Yishan medical supplies', '2060199', '个', 700],
    ['香城砂石', 'Xiangcheng aggregates', '3020199', '立方米', 4_000],
    ['太平橡塑', 'Taiping rubber and plastics', '2040199', '件', 2_400],
  ]
  const works = dice.shuffle(facts.blocks('industrial'))
  return makers.map(([name, english, code, unit, daily], index) =>
    pointFeature(`CN${numbered(index + 1, 2)}`, centreOf(works[index % works.length]!.polygon), {
      name,
      name_en: english,
      kind: '产能储备',
      code,
      daily,
      unit,
      lead_hours: dice.whole(4, 48),
    }),
  )
}
