import type { Position } from 'geojson'
import type { LandUse } from '../city/types'
import { centreOf } from '../geometry/centreOf'
import { offset } from '../geometry/offset'
import { stationsAlong } from '../geometry/stationsAlong'
import type { Random } from '../random'
import type { FeedFeature, FeedFile } from './feedFile'
import { pointFeature } from './feedFile'
import { dateBefore, minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

interface HazardKind {
  readonly kind: string
  readonly count: number
  readonly unit: string
  /** What is found: Chinese and English. */
  readonly things: readonly (readonly [string, string])[]
  /** Chance of each risk colour: 红, 橙, 黄, 蓝. */
  readonly risk: readonly [number, number, number, number]
  readonly places: (facts: Survey, dice: Random) => readonly Position[]
}

const kinds: readonly HazardKind[] = [
  {
    kind: '危险化学品',
    count: 22,
    unit: '市应急局',
    things: [
      ['储罐区防护堤破损', 'Broken bund of a tank farm'],
      ['可燃气体报警器失效', 'Gas detector out of order'],
      ['装卸区静电接地缺失', 'No earthing at a loading bay'],
    ],
    risk: [0.2, 0.35, 0.3, 0.15],
    places: on('industrial', 'logistics'),
  },
  {
    kind: '工矿安全',
    count: 24,
    unit: '市应急局',
    things: [
      ['采空区地面沉降', 'Subsidence over a mined-out area'],
      ['皮带廊防护缺失', 'Unguarded conveyor'],
      ['粉尘清扫不及时', 'Dust left to gather'],
    ],
    risk: [0.14, 0.3, 0.36, 0.2],
    places: on('industrial'),
  },
  {
    kind: '燃气管线',
    count: 30,
    unit: '市住房城乡建设局',
    things: [
      ['管线占压', 'Building over a gas pipe'],
      ['阀井漏气', 'Leaking valve pit'],
      ['老旧管道腐蚀', 'Corroded old pipe'],
    ],
    risk: [0.1, 0.3, 0.4, 0.2],
    places: alongStreets,
  },
  {
    kind: '老旧房屋',
    count: 36,
    unit: '市住房城乡建设局',
    things: [
      ['外墙脱落', 'Falling facade'],
      ['承重墙开裂', 'Cracked bearing wall'],
      ['屋面渗漏', 'Leaking roof'],
    ],
    risk: [0.06, 0.2, 0.44, 0.3],
    places: on('residential', 'village'),
  },
  {
    kind: '消防通道',
    count: 34,
    unit: '市消防救援大队',
    things: [
      ['消防通道占用', 'Blocked fire lane'],
      ['消火栓无水', 'Hydrant without water'],
      ['安全出口锁闭', 'Locked emergency exit'],
    ],
    risk: [0.05, 0.2, 0.45, 0.3],
    places: on('commercial', 'market', 'residential'),
  },
  {
    kind: '防汛',
    count: 26,
    unit: '市城乡水务局',
    things: [
      ['河道淤积', 'Silted river'],
      ['堤坡渗水', 'Seeping embankment'],
      ['涵闸启闭不灵', 'Sluice that will not move'],
    ],
    risk: [0.1, 0.25, 0.4, 0.25],
    places: banks,
  },
  {
    kind: '地质灾害',
    count: 14,
    unit: '市自然资源和规划局',
    things: [
      ['坡面裂缝', 'Cracked slope'],
      ['危岩体', 'Loose rock'],
      ['塌陷坑', 'Sinkhole'],
    ],
    risk: [0.15, 0.3, 0.35, 0.2],
    places: slopes,
  },
  {
    kind: '道路交通',
    count: 14,
    unit: '市交通运输局',
    things: [
      ['桥梁护栏损坏', 'Broken bridge railing'],
      ['急弯视距不足', 'Blind sharp bend'],
      ['信号灯故障', 'Faulty traffic light'],
    ],
    risk: [0.05, 0.2, 0.45, 0.3],
    places: alongStreets,
  },
]

const colours = ['红', '橙', '黄', '蓝'] as const

/** 200 hazards where they belong, with grade, risk colour, rectification state and due date; one record has its coordinates swapped. */
export function growHazards(facts: Survey, dice: Random): FeedFile {
  const features: FeedFeature[] = kinds.flatMap((kind) => {
    const places = kind.places(facts, dice)
    return Array.from({ length: kind.count }, (_, index) =>
      hazard(kind, places[index % places.length]!, index, facts, dice),
    )
  })
  const swapped = pointFeature('YH90001', [35.4021, 116.9713], {
    name: '坐标写反的记录',
    kind: '消防通道',
    grade: '一般',
    risk: '黄',
    state: '整改中',
    time: minutesBefore(900),
  })
  return { id: 'hazards', asOf: null, features: [...features.slice(0, 60), swapped, ...features.slice(60)] }
}

function hazard(kind: HazardKind, at: Position, index: number, facts: Survey, dice: Random): FeedFeature {
  const lot = dice.next()
  const bands = kind.risk.map((_, rank) => kind.risk.slice(0, rank + 1).reduce((sum, share) => sum + share, 0))
  const risk =
    colours[
      Math.max(
        0,
        bands.findIndex((limit) => lot <= limit),
      )
    ]!
  const grave = risk === '红' || (risk === '橙' && dice.chance(0.3))
  const state = dice.pick(['未整改', '整改中', '整改中', '待验收', '已销号'])
  const found = dice.between(2, 50)
  const due = found - (grave ? 15 : 45)
  const [thing, thingEn] = dice.pick(kind.things)
  const town = facts.townOf(at)
  const code = `YH${kind.kind.charCodeAt(0).toString(16).toUpperCase()}${numbered(index + 1, 3)}`
  return pointFeature(code, at, {
    name: `${town.zh}${thing}`,
    name_en: `${thingEn}, ${town.en}`,
    kind: kind.kind,
    grade: grave ? '重大' : '一般',
    risk,
    state,
    unit: kind.unit,
    found: dateBefore(found),
    due: dateBefore(due),
    time: minutesBefore(60 * 10 + dice.whole(0, 3000)),
  })
}

function on(...uses: LandUse[]): HazardKind['places'] {
  return (facts, dice) =>
    dice
      .shuffle(facts.blocks(...uses))
      .map((block) => offset(centreOf(block.polygon), dice.whole(0, 359), dice.between(5, 30)))
}

function alongStreets(facts: Survey, dice: Random): Position[] {
  const segments = facts.roads('primary', 'secondary', 'tertiary', 'trunk')
  return dice
    .shuffle(segments)
    .slice(0, 200)
    .map((segment) => stationsAlong(segment.line, 80, 20)[0]?.position ?? segment.line.coordinates[0]!)
}

function banks(facts: Survey, dice: Random): Position[] {
  return dice.shuffle(
    facts.city.rivers.flatMap((river) =>
      stationsAlong(river.line, 1100, 500).map((station) => offset(station.position, station.bearing + 90, 25)),
    ),
  )
}

function slopes(facts: Survey, dice: Random): Position[] {
  const hills = facts.city.green.map((green) => centreOf(green.polygon))
  return dice
    .shuffle(hills.length > 0 ? hills : facts.city.towns.map((town) => town.seat))
    .map((position) => offset(position, dice.whole(0, 359), dice.between(80, 500)))
}
