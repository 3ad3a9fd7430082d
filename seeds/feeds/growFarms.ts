import type { Polygon } from 'geojson'
import { toPlane, toPolygon } from '../city/plane'
import type { Random } from '../random'
import type { FeedFile } from './feedFile'
import { feature } from './feedFile'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

/** Greenhouses in rows at the bases of the farming towns. */
export function growFarms(facts: Survey, dice: Random): FeedFile {
  const towns = facts.city.towns.filter((town) => town.kind === 'town')
  const crops = ['番茄', '黄瓜', '草莓', '辣椒', '食用菌'] as const
  const CROPS_EN = { 番茄: 'tomato', 黄瓜: 'cucumber', 草莓: 'strawberry', 辣椒: 'pepper', 食用菌: 'mushroom' } as const
  const features = towns.slice(0, 9).flatMap((town, base) => {
    const corner = facts.around(town.seat, 40 + base * 31, 2100)
    const crop = dice.pick(crops)
    return Array.from({ length: 8 }, (_, index) =>
      feature(`DP${numbered(base * 8 + index + 1, 3)}`, house(corner, index), {
        name: `${town.zh}${crop}大棚${index + 1}号`,
        name_en: `${town.en} ${CROPS_EN[crop]} greenhouse ${index + 1}`,
        crop,
        base: `${town.zh}设施农业基地`,
        base_en: `${town.en} greenhouse base`,
        sensors: dice.chance(0.62),
        temperature_low: 12,
        temperature_high: 35,
      }),
    )
  })
  return { id: 'greenhouses', asOf: minutesBefore(1440 * 5), features }
}

/** One house of 80 m by 11 m, in two rows of four. */
function house(corner: readonly number[], index: number): Polygon {
  const [east, north] = toPlane([...corner])
  const west = east + (index % 2) * 95
  const south = north + Math.floor(index / 2) * 20
  return toPolygon([
    [west, south],
    [west + 80, south],
    [west + 80, south + 11],
    [west, south + 11],
  ])
}
