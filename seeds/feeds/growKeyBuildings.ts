import { ringArea } from '../city/measure'
import { centreOf } from '../geometry/centreOf'
import { outerRing } from '../geometry/outline'
import type { Random } from '../random'
import { chosen, shortOf } from './chosen'
import type { FeedFile } from './feedFile'
import { feature } from './feedFile'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

const publicUses = { office: '办公', commercial: '商业', hospital: '医院', school: '学校', station: '车站' } as const

/** Public buildings with the most floor area; sub-metering just reaches five stars in the built-up area. */
export function growKeyBuildings(facts: Survey, dice: Random): FeedFile {
  const uses: ReadonlyMap<string, string> = new Map(Object.entries(publicUses))
  const largest = facts.city.buildings
    .filter((building) => uses.has(building.use))
    .map((building) => ({
      building,
      floor: Math.round(Math.abs(ringArea(outerRing(building.polygon))) * building.floors),
    }))
    .sort((a, b) => b.floor - a.floor || (a.building.id < b.building.id ? -1 : 1))
    .slice(0, 46)
  const counted = largest.filter(({ building }) => facts.builtUp(centreOf(building.polygon)))
  const metered = chosen(counted, shortOf(0.8, counted.length, 0), dice)
  const features = largest.map((each, index) =>
    feature(`ZN${numbered(index + 1, 3)}`, each.building.polygon, {
      name: `${facts.townOf(centreOf(each.building.polygon)).zh}${uses.get(each.building.use)}建筑${index + 1}`,
      name_en: `${facts.townOf(centreOf(each.building.polygon)).en} building ${index + 1}`,
      use: uses.get(each.building.use),
      floor_m2: Math.max(20_000, each.floor),
      submetered: metered.has(each),
      kwh_m2: dice.whole(60, 140),
    }),
  )
  return { id: 'key-buildings', asOf: minutesBefore(1440 * 7), features }
}
