import type { Position } from 'geojson'
import { shanghaiTime } from '#core/model/time.ts'
import { centreOf } from '../geometry/centreOf'
import { offset } from '../geometry/offset'
import { stationsAlong } from '../geometry/stationsAlong'
import type { Random } from '../random'
import { lastReport } from '../simulator/deviceModel'
import { deviceReading } from '../simulator/devices/deviceWorld'
import { seedOf } from '../simulator/draw'
import { type FeedFeature, type FeedFile, feature, pointFeature } from './feedFile'
import { growDeviceSeries } from './growDeviceSeries'
import { clockStart, minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

interface DeviceKind {
  readonly kind: string
  readonly en: string
  readonly count: number
  readonly unit: string
  /** Limits outside which an alarm is due; null: none on that side. */
  readonly low: number | null
  readonly high: number | null
  /** Seconds between readings. */
  readonly cycle: number
  readonly owner: string
  readonly places: (facts: Survey, dice: Random) => readonly Position[]
}

const kinds: readonly DeviceKind[] = [
  {
    kind: '水位',
    en: 'Water level',
    count: 40,
    unit: 'm',
    low: null,
    high: 3.5,
    cycle: 300,
    owner: '市城乡水务局',
    places: waters,
  },
  {
    kind: '雨量',
    en: 'Rainfall',
    count: 34,
    unit: 'mm/h',
    low: null,
    high: 20,
    cycle: 300,
    owner: '市气象局',
    places: seats,
  },
  {
    kind: '空气质量',
    en: 'Air quality',
    count: 36,
    unit: 'AQI',
    low: null,
    high: 150,
    cycle: 3600,
    owner: '生态环境分局',
    places: uses('park', 'school', 'industrial'),
  },
  {
    kind: '噪声',
    en: 'Noise',
    count: 30,
    unit: 'dB',
    low: null,
    high: 70,
    cycle: 600,
    owner: '生态环境分局',
    places: streets,
  },
  {
    kind: '井盖',
    en: 'Manhole cover',
    count: 70,
    unit: '°',
    low: null,
    high: 15,
    cycle: 3600,
    owner: '市综合执法局',
    places: streets,
  },
  {
    kind: '燃气浓度',
    en: 'Gas concentration',
    count: 50,
    unit: '%LEL',
    low: null,
    high: 20,
    cycle: 300,
    owner: '市住房城乡建设局',
    places: streets,
  },
  {
    kind: '积水',
    en: 'Ponding',
    count: 36,
    unit: 'cm',
    low: null,
    high: 15,
    cycle: 300,
    owner: '市综合执法局',
    places: streets,
  },
  {
    kind: '消防水压',
    en: 'Hydrant pressure',
    count: 44,
    unit: 'MPa',
    low: 0.14,
    high: 0.6,
    cycle: 900,
    owner: '市消防救援大队',
    places: uses('commercial', 'residential'),
  },
  {
    kind: '桥梁位移',
    en: 'Bridge displacement',
    count: 14,
    unit: 'mm',
    low: null,
    high: 12,
    cycle: 900,
    owner: '市交通运输局',
    places: bridges,
  },
  {
    kind: '大棚温度',
    en: 'Greenhouse temperature',
    count: 46,
    unit: '℃',
    low: 12,
    high: 35,
    cycle: 1800,
    owner: '市农业农村局',
    places: farms,
  },
]

/**
 * 400 sensors of ten kinds that report what the model says (most on time, some late, some silent, a few past a limit),
 * with their last two days; two records are bad on purpose.
 */
export function growDevices(facts: Survey, dice: Random): FeedFile[] {
  const sited = kinds.flatMap((kind) => {
    const places = kind.places(facts, dice)
    return Array.from({ length: kind.count }, (_, index) => ({
      kind,
      place: places[index % places.length] ?? seats(facts)[0]!,
    }))
  })
  const good = sited.map(({ kind, place }, index) => deviceFeature(kind, place, index, dice))
  const features = [...good.slice(0, 120), ...badRecords(), ...good.slice(120)]
  return [{ id: 'devices', asOf: null, features }, growDeviceSeries(good)]
}

function deviceFeature(kind: DeviceKind, place: Position, index: number, dice: Random): FeedFeature {
  const id = `SB${numbered(index + 1, 5)}`
  const seed = seedOf(id)
  const seen = lastReport({ seed, cycle: kind.cycle }, clockStart)
  if (seen === null) throw new Error(`device ${id} never reported`)
  return pointFeature(id, place, {
    name: `${kind.kind}${numbered(index + 1, 3)}`,
    name_en: `${kind.en} ${numbered(index + 1, 3)}`,
    kind: kind.kind,
    value: deviceReading(kind.kind, seed, seen),
    unit: kind.unit,
    ...(kind.low === null ? {} : { low: kind.low }),
    ...(kind.high === null ? {} : { high: kind.high }),
    cycle: kind.cycle,
    owner: kind.owner,
    ipv6: dice.chance(0.7),
    lastSeen: shanghaiTime(seen),
  })
}

/** One device without a fix, one whose coordinates came as text: the door must keep both out. */
function badRecords(): FeedFeature[] {
  const unplaced = pointFeature('SB90001', [0, 0], {
    name: '井盖待定位',
    kind: '井盖',
    value: 1,
    unit: '°',
    lastSeen: minutesBefore(30),
  })
  const text = feature('SB90002', null, {
    name: '水位误录',
    kind: '水位',
    value: 2.1,
    unit: 'm',
    lastSeen: minutesBefore(9),
  })
  const misread: unknown = JSON.parse('{"type":"Point","coordinates":["116.97","35.40"]}')
  return [unplaced, Object.assign(text, { geometry: misread })]
}

function waters(facts: Survey): Position[] {
  return [
    ...facts.city.rivers.flatMap((river) => stationsAlong(river.line, 2600, 900).map((station) => station.position)),
    ...facts.city.water.map((water) =>
      water.polygon.type === 'Polygon' ? water.polygon.coordinates[0]![0]! : water.polygon.coordinates[0]![0]![0]!,
    ),
  ]
}

function seats(facts: Survey): Position[] {
  return facts.city.towns.flatMap((town) => [
    facts.around(town.seat, 60, 300),
    facts.around(town.seat, 240, 2600),
    facts.around(town.seat, 150, 1900),
  ])
}

function uses(...wanted: Parameters<Survey['blocks']>): DeviceKind['places'] {
  return (facts, dice) => dice.shuffle(facts.blocks(...wanted)).map((block) => centreOf(block.polygon))
}

function streets(facts: Survey, dice: Random): Position[] {
  const along = facts.roads('primary', 'secondary', 'tertiary').filter((segment) => facts.lineBuiltUp(segment.line))
  return dice
    .shuffle(along.flatMap((segment) => stationsAlong(segment.line, 180)))
    .map((station) => offset(station.position, station.bearing + 90, 6))
}

function bridges(facts: Survey, dice: Random): Position[] {
  const bridged = facts.city.roads
    .filter((segment) => segment.bridge)
    .map((segment) => segment.line.coordinates[Math.floor(segment.line.coordinates.length / 2)]!)
  return bridged.length > 0 ? bridged : streets(facts, dice)
}

function farms(facts: Survey): Position[] {
  return facts.city.towns
    .filter((town) => town.kind === 'town')
    .flatMap((town) => [0, 1, 2, 3].map((turn) => facts.around(town.seat, 40 + turn * 85, 1500 + turn * 260)))
}
