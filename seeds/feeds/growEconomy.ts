import type { Block } from '../city/types'
import { centreOf } from '../geometry/centreOf'
import { gridInside } from '../geometry/gridInside'
import { metresBetween } from '../geometry/offset'
import type { Random } from '../random'
import { chosen } from './chosen'
import type { FeedFeature, FeedFile } from './feedFile'
import { feature, pointFeature } from './feedFile'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

/** Digital-economy parks, enterprises and the national base. On-cloud enterprises end two short of four stars. */
export function growEconomy(facts: Survey, dice: Random): FeedFile[] {
  return [
    { id: 'digital-parks', asOf: minutesBefore(1440 * 4), features: parks(facts, dice) },
    { id: 'enterprises', asOf: minutesBefore(1440 * 6), features: enterprises(facts, dice) },
    { id: 'industry-bases', asOf: minutesBefore(1440 * 30), features: bases(facts, dice) },
  ]
}

/** Name in two languages, level, and the scope in whose midst the park lies. */
const parkNames: readonly (readonly [zh: string, en: string, level: string, scope: string])[] = [
  ['京东云(鲁南)数字经济产业园', 'JD Cloud (Lunan) digital-economy park', '市级', 'dev-zone'],
  ['颐高数字经济产业园', 'Yigao digital-economy park', '市级', 'built-up'],
  ['孟子湖数字创新园', 'Mengzi Lake digital innovation park', '市级', 'mengzi-lake'],
  ['鲁南数据标注基地', 'Lunan data-labelling base', '培育', 'mengzi-lake'],
  ['钢山电商产业园', 'Gangshan e-commerce park', '培育', 'dev-zone'],
]

function parks(facts: Survey, dice: Random): FeedFeature[] {
  const open = new Set(
    facts.blocks('office', 'industrial', 'commercial').filter((block) => facts.mostlyBuiltUp(block.polygon)),
  )
  return parkNames.map(([name, en, level, scope], index) => {
    const middle = centreOf(facts.city.scopes.find((each) => each.id === scope)!.polygon)
    const away = (block: Block) => metresBetween(centreOf(block.polygon), middle)
    const host = [...open].reduce((best, block) => (away(block) < away(best) ? block : best))
    open.delete(host)
    return feature(`YQ${numbered(index + 1, 2)}`, host.polygon, {
      name,
      name_en: en,
      level,
      tenants: dice.whole(18, 120),
      head_firms: dice.whole(1, 6),
      jobs: dice.whole(3, 40) * 50,
      vacancy: dice.whole(4, 30) / 100,
    })
  })
}

const TRADES_EN: Readonly<Record<string, string>> = {
  制造业: 'manufacturing',
  商贸: 'trading',
  信息服务: 'information services',
  物流: 'logistics',
}

const trades: readonly (readonly [Block['use'], string])[] = [
  ['industrial', '制造业'],
  ['logistics', '物流'],
  ['office', '信息服务'],
  ['commercial', '商贸'],
  ['market', '商贸'],
]

function enterprises(facts: Survey, dice: Random): FeedFeature[] {
  const places = trades.flatMap(([use, trade]) =>
    facts.blocks(use).flatMap((block) => {
      const spots = dice.shuffle(gridInside(block.polygon, 45)).slice(0, use === 'industrial' ? 9 : 5)
      return (spots.length > 0 ? spots : [centreOf(block.polygon)]).map((at) => ({ at, trade }))
    }),
  )
  const picked = dice.shuffle(places).slice(0, 1500)
  const counted = picked.filter(({ at }) => facts.builtUp(at))
  const onCloud = chosen(counted, 498, dice)
  const names = [
    ['鲁南', 'Lunan'],
    ['邹鲁', 'Zoulu'],
    ['孟源', 'Mengyuan'],
    ['钢山', 'Gangshan'],
    ['千泉', 'Qianquan'],
    ['峄阳', 'Yiyang'],
    ['凫山', 'Fushan'],
    ['白马河', 'Baima River'],
    ['唐王', 'Tangwang'],
    ['兴邹', 'Xingzou'],
  ] as const
  return picked.map((each, index) => {
    const cloud = counted.includes(each) ? onCloud.has(each) : dice.chance(0.28)
    const [zh, en] = dice.pick(names)
    return pointFeature(`QY${numbered(index + 1, 4)}`, each.at, {
      name: `${zh}${each.trade}企业${index + 1}`,
      name_en: `${en} ${TRADES_EN[each.trade] ?? 'enterprise'} ${index + 1}`,
      trade: each.trade,
      cloud,
      size: dice.pick(['规上', '中小', '中小', '小微']),
      integration: dice.chance(0.3),
      ticks: dice.whole(0, 5),
    })
  })
}

function bases(facts: Survey, dice: Random): FeedFeature[] {
  const block = dice.pick(facts.blocks('industrial', 'office').filter((each) => facts.mostlyBuiltUp(each.polygon)))
  return [
    feature('JD01', block.polygon, {
      name: '国家新型工业化产业示范基地',
      name_en: 'National new-industrialization base',
      kind: '装备制造',
      recognised: 2019,
    }),
  ]
}
