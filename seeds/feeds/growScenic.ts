import type { Position } from 'geojson'
import gazetteer from '../gazetteer.json'
import type { Random } from '../random'
import type { FeedFile } from './feedFile'
import { pointFeature } from './feedFile'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

interface Scenic {
  readonly name: string
  readonly en: string
  readonly level: '4A' | '3A' | '2A'
  readonly capacity: number
  /** Town it lies in, by name, and where from its seat; places with a known position say so instead. */
  readonly town?: string
  readonly from?: readonly [number, number]
  readonly place?: string
  readonly rural?: boolean
}

const areas: readonly Scenic[] = [
  {
    name: '孟庙孟府旅游区',
    en: 'Temple and Mansion of Mencius',
    level: '4A',
    capacity: 12_000,
    place: 'mengmiao-yangqimen',
  },
  { name: '峄山风景名胜区', en: 'Mount Yi', level: '4A', capacity: 15_000, town: '峄山镇', from: [120, 1500] },
  {
    name: '明鲁王陵景区',
    en: 'Tomb of the Ming Prince of Lu',
    level: '4A',
    capacity: 5_000,
    town: '中心店镇',
    from: [40, 3200],
  },
  { name: '孟林景区', en: 'Forest of Mencius', level: '3A', capacity: 4_000, place: 'menglin' },
  {
    name: '上九山古村',
    en: 'Shangjiushan old village',
    level: '3A',
    capacity: 6_000,
    town: '石墙镇',
    from: [230, 2600],
    rural: true,
  },
  {
    name: '康王谷花世界',
    en: 'Kangwang valley of flowers',
    level: '3A',
    capacity: 8_000,
    town: '城前镇',
    from: [300, 2900],
    rural: true,
  },
  { name: '五宝庵山景区', en: 'Mount Wubao’an', level: '3A', capacity: 3_000, town: '田黄镇', from: [20, 3100] },
  { name: '凤凰山景区', en: 'Mount Fenghuang', level: '3A', capacity: 3_500, town: '张庄镇', from: [150, 3400] },
  { name: '铁山公园', en: 'Tieshan park', level: '3A', capacity: 5_000, town: '钢山街道', from: [330, 700] },
  {
    name: '护驾山植物园',
    en: 'Hujiashan botanical garden',
    level: '3A',
    capacity: 4_500,
    town: '凫山街道',
    from: [260, 1700],
  },
  {
    name: '香城龙山',
    en: 'Mount Long, Xiangcheng',
    level: '2A',
    capacity: 2_000,
    town: '香城镇',
    from: [180, 3000],
    rural: true,
  },
]

/** Scenic areas: visitors against capacity, weather and the six points of the smart check. */
export function growScenic(facts: Survey, dice: Random): FeedFile {
  const features = areas.map((area, index) => {
    const visitors = Math.round(area.capacity * (index === 1 ? 0.83 : dice.between(0.12, 0.62)))
    const top = area.level === '4A'
    const check = () => (top ? index !== 2 || dice.chance(0.6) : dice.chance(0.45))
    const checks = {
      booking: check(),
      e_ticket: check(),
      wifi: check(),
      evacuation: check(),
      guidance: check(),
      guide: check(),
    }
    return pointFeature(`JQ${numbered(index + 1, 2)}`, position(facts, area), {
      name: area.name,
      name_en: area.en,
      level: area.level,
      visitors,
      capacity: area.capacity,
      load: Math.round((visitors / area.capacity) * 100) / 100,
      parking: dice.whole(4, 60) * 10,
      weather: dice.pick(['多云', '多云', '阴', '小雨']),
      rural: area.rural ?? false,
      ...checks,
      checks: Object.values(checks).filter(Boolean).length,
      time: minutesBefore(4 + dice.whole(0, 10)),
    })
  })
  return { id: 'scenic', asOf: null, features }
}

function position(facts: Survey, area: Scenic): Position {
  const known = gazetteer.places.find((place) => place.id === area.place)
  if (known) return known.position
  const town = facts.city.towns.find((each) => each.zh === area.town) ?? facts.city.towns[0]!
  return facts.around(town.seat, area.from?.[0] ?? 0, area.from?.[1] ?? 500)
}
