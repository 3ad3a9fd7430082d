import type { Position } from 'geojson'
import { offset } from '../geometry/offset'
import { stationsAlong } from '../geometry/stationsAlong'
import type { Random } from '../random'
import type { FeedFeature, FeedFile } from './feedFile'
import { pointFeature } from './feedFile'
import type { Grid } from './growGrids'
import { gridFinder } from './growGrids'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

interface CaseKind {
  readonly code: string
  readonly class: string
  readonly title: string
  readonly unit: string
  /** Minutes allowed from registration. */
  readonly limit: number
  readonly weight: number
}

/** Event classes as GB/T 30428 groups them, with a few kinds of each. */
const kinds: readonly CaseKind[] = [
  { code: '0101', class: '市容环境', title: '暴露垃圾', unit: '市综合执法局', limit: 240, weight: 7 },
  { code: '0104', class: '市容环境', title: '道路破损', unit: '市住房城乡建设局', limit: 2880, weight: 5 },
  { code: '0112', class: '市容环境', title: '道路积水', unit: '市城乡水务局', limit: 480, weight: 4 },
  { code: '0201', class: '宣传广告', title: '非法小广告', unit: '市综合执法局', limit: 480, weight: 5 },
  { code: '0204', class: '宣传广告', title: '广告牌破损', unit: '市综合执法局', limit: 1440, weight: 2 },
  { code: '0301', class: '施工管理', title: '工地扬尘', unit: '市住房城乡建设局', limit: 480, weight: 4 },
  { code: '0303', class: '施工管理', title: '无证占道挖掘', unit: '市综合执法局', limit: 720, weight: 2 },
  { code: '0401', class: '突发事件', title: '井盖丢失', unit: '市城乡水务局', limit: 120, weight: 3 },
  { code: '0404', class: '突发事件', title: '燃气泄漏报警', unit: '市住房城乡建设局', limit: 60, weight: 1 },
  { code: '0406', class: '突发事件', title: '路灯成片不亮', unit: '市住房城乡建设局', limit: 720, weight: 3 },
  { code: '0501', class: '街面秩序', title: '占道经营', unit: '市综合执法局', limit: 240, weight: 8 },
  { code: '0505', class: '街面秩序', title: '机动车乱停放', unit: '市公安局', limit: 240, weight: 8 },
  { code: '0601', class: '其他事件', title: '绿地损坏', unit: '市综合执法局', limit: 2880, weight: 3 },
]

const stages = ['上报', '受理', '立案', '派遣', '处置', '核查', '结案'] as const

/** 300 cases of the last two days along the streets; older ones have gone further, some are past their time. */
export function growCases(facts: Survey, grids: readonly Grid[], dice: Random): FeedFile {
  const find = gridFinder(grids)
  const along = facts
    .roads('primary', 'secondary', 'tertiary', 'residential')
    .filter((segment) => facts.lineBuiltUp(segment.line))
    .flatMap((segment) => stationsAlong(segment.line, 60).map((station) => ({ station, road: segment.zh })))
  const hot = [0, 1, 2, 3].map(() => dice.pick(along).station.position)
  const lot = kinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind))
  const features = Array.from({ length: 300 }, (_, index) => {
    const { station, road } = nearHotSpot(along, hot, dice)
    const position = offset(station.position, station.bearing + 90, dice.between(4, 12))
    return caseFeature(dice.pick(lot), position, road, find(position)?.id ?? null, index, dice)
  })
  return { id: 'cases', asOf: null, features }
}

/** Every second case is drawn again until it is near one of the hot spots, at most a few times. */
function nearHotSpot<T extends { station: { position: Position } }>(
  along: readonly T[],
  hot: readonly Position[],
  dice: Random,
): T {
  let pick = dice.pick(along)
  if (dice.chance(0.5)) return pick
  for (let tries = 0; tries < 25; tries++) {
    const [longitude, latitude] = pick.station.position
    if (hot.some((spot) => Math.abs(spot[0]! - longitude!) < 0.006 && Math.abs(spot[1]! - latitude!) < 0.005)) break
    pick = dice.pick(along)
  }
  return pick
}

function caseFeature(
  kind: CaseKind,
  position: Position,
  road: string,
  grid: string | null,
  index: number,
  dice: Random,
): FeedFeature {
  const age = Math.round(2880 * dice.next() ** 2.1) + 4
  const slow = dice.chance(0.16)
  const pace = kind.limit * (slow ? dice.between(1.2, 2.4) : dice.between(0.35, 0.98))
  const reached = age >= pace ? 6 : Math.min(5, Math.floor((age / pace) * 6.2))
  const stage = stages[reached]!
  const closed = stage === '结案'
  const spent = closed ? Math.min(age, pace) : age
  const due = age - kind.limit
  return pointFeature(`AJ202608${numbered(31000 + index, 6)}`, position, {
    name: `${road || '背街小巷'}${kind.title}`,
    class: kind.class,
    code: kind.code,
    grade: kind.limit <= 120 ? '紧急' : kind.limit <= 480 ? '较急' : '一般',
    stage,
    clock: closed
      ? pace <= kind.limit
        ? '按期办结'
        : '超期办结'
      : spent > kind.limit
        ? '超期'
        : spent > kind.limit * 0.75
          ? '临期'
          : '正常',
    ...(grid ? { grid } : {}),
    unit: kind.unit,
    origin: dice.pick(['采集员', '采集员', '公众', '视频智能', '12345']),
    time: minutesBefore(age),
    due: minutesBefore(due),
    ...(closed ? { closed: minutesBefore(age - pace) } : {}),
    returned: dice.chance(0.06) ? 1 : 0,
  })
}
