import type { Position } from 'geojson'
import type { Town } from '../city/types'
import { centreOf } from '../geometry/centreOf'
import type { Random } from '../random'
import type { FeedFeature, FeedFile } from './feedFile'
import { feature, pointFeature } from './feedFile'
import { dateBefore, minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

interface Goods {
  /** GB/T 38565: seven digits, the last pair 99 where the kind is not told apart further. */
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly usual: number
}

const goods: readonly Goods[] = [
  { code: '1010199', name: '瓶装饮用水', unit: '箱', usual: 900 },
  { code: '1010299', name: '方便食品', unit: '箱', usual: 500 },
  { code: '1020199', name: '棉被', unit: '床', usual: 700 },
  { code: '1020399', name: '救灾帐篷', unit: '顶', usual: 160 },
  { code: '1020499', name: '折叠床', unit: '张', usual: 320 },
  { code: '2010199', name: '排水泵车', unit: '台', usual: 6 },
  { code: '2010399', name: '橡皮艇', unit: '艘', usual: 14 },
  { code: '2020199', name: '移动发电机', unit: '台', usual: 18 },
  { code: '2030199', name: '应急照明灯', unit: '套', usual: 60 },
  { code: '2040199', name: '救生衣', unit: '件', usual: 420 },
  { code: '2050199', name: '灭火器', unit: '具', usual: 520 },
  { code: '2060199', name: '急救箱', unit: '个', usual: 130 },
  { code: '3010199', name: '编织袋', unit: '条', usual: 21_000 },
  { code: '3010299', name: '土工布', unit: '平方米', usual: 6_000 },
  { code: '3020199', name: '砂石料', unit: '立方米', usual: 1_500 },
]

/** 24 stores with their stock; counted ten days ago, so they are late; one record came without a place. */
export function growStores(facts: Survey, dice: Random): FeedFile {
  const towns = facts.city.towns.map((town) => ({
    name: { zh: `${town.zh}应急物资库`, en: `${town.en} emergency store` },
    at: townPlace(facts, town),
  }))
  const sheds = dice.shuffle(facts.blocks('logistics', 'industrial').filter((block) => block.builtUp))
  const names = [
    { zh: '市级应急物资储备库', en: 'City emergency store' },
    { zh: '防汛物资中心库', en: 'Flood-control store' },
    { zh: '消防战勤保障库', en: 'Fire-service store' },
    { zh: '卫生应急物资库', en: 'Medical store' },
    { zh: '森林防火物资库', en: 'Forest-fire store' },
    { zh: '电力抢修物资库', en: 'Power-repair store' },
    { zh: '交通应急物资库', en: 'Traffic store' },
    { zh: '燃气抢修物资库', en: 'Gas-repair store' },
  ]
  const city = names.flatMap((name, index) => {
    const shed = sheds[index % Math.max(1, sheds.length)]
    return shed ? [{ name, at: centreOf(shed.polygon) }] : []
  })
  const features = [...city, ...towns].map(({ name, at }, index) => store(name, at, index, index < city.length, dice))
  const unplaced = feature('CK901', null, { name: '待定位物资点', stock: [], counted: dateBefore(10) })
  return { id: 'stores', asOf: minutesBefore(1440 * 10), features: [...features, unplaced] }
}

/** A shed of the town, else beside its seat. */
function townPlace(facts: Survey, town: Town): Position {
  const shed = facts.blocks('industrial', 'logistics').find((block) => block.town === town.code)
  return shed ? centreOf(shed.polygon) : facts.around(town.seat, 130, 380)
}

interface Name {
  readonly zh: string
  readonly en: string
}

function store(name: Name, at: Position, index: number, large: boolean, dice: Random): FeedFeature {
  const stock = dice
    .shuffle(goods)
    .slice(0, large ? 9 : 5)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((item) => {
      const usual = large ? item.usual : Math.max(2, Math.round(item.usual / 5))
      const quantity = Math.round(usual * dice.between(0.4, 1.5))
      return { code: item.code, name: item.name, quantity, unit: item.unit, minimum: Math.round(usual * 0.55) }
    })
  const under = stock.filter((item) => item.quantity < item.minimum).length
  return pointFeature(`CK${numbered(index + 1, 3)}`, at, {
    name: name.zh,
    name_en: name.en,
    kind: large ? '市级库' : '镇街库',
    stock,
    goods: stock.length,
    under_minimum: under,
    state: under > 0 ? '有缺口' : '充足',
    area_m2: large ? dice.whole(8, 30) * 100 : dice.whole(1, 5) * 60,
    unit: large ? '市应急局' : name.zh.replace('应急物资库', ''),
    counted: dateBefore(10 + dice.whole(0, 9)),
  })
}
