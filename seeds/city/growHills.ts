import { difference, intersect, outers } from './clip'
import { simplifyRing } from './curve'
import { type Area, blob, type Water } from './growWater'
import { type Path, toPlane } from './plane'

type Hill = readonly [id: string, zh: string, en: string, kind: string, place: string, radius: number, stretch: number]

/** Names are real, shapes invented. */
const hills: readonly Hill[] = [
  ['yishan', '峄山', 'Mount Yi', 'hill', '117.028,35.328', 1900, 1.1],
  ['fenghuang', '凤凰山', 'Phoenix Mountain', 'hill', '117.205,35.395', 3000, 1.25],
  ['tieshan', '铁山公园', 'Tieshan Park', 'park', '116.951,35.4335', 420, 1.3],
  ['gangshan', '岗山', 'Gangshan Hill', 'hill', '116.972,35.4465', 620, 1.5],
  ['hujiashan', '护驾山植物园', 'Hujiashan Botanical Garden', 'park', '117.0005,35.449', 540, 1.3],
  ['wubaoan', '五宝庵山', "Wubao'an Mountain", 'hill', '117.28,35.385', 1700, 1.2],
  ['longshan', '龙山', 'Longshan', 'hill', '117.17,35.262', 1000, 1.2],
  ['fushan', '凫山', 'Fushan', 'hill', '116.862,35.228', 1300, 1.4],
  ['jiulong', '九龙山', 'Jiulong Hill', 'hill', '117.03,35.48', 900, 1.6],
  ['shangjiushan', '上九山', 'Shangjiushan', 'hill', '117.095,35.345', 1200, 1.1],
  ['chengqian-north', '凤仙山', 'Fengxian Mountain', 'hill', '117.415,35.41', 1500, 1.0],
]

/** Hills, woods and hill parks, kept off the water. */
export function growHills(boundary: Path, water: Water): Area[] {
  return hills.flatMap(([id, zh, en, kind, place, radius, stretch], index) => {
    const ring = blob(toPlane(place.split(',').map(Number)), radius, stretch, 500 + index * 9, 0.5)
    const parts = outers(intersect(difference([ring], water.rings), [boundary]))
    return parts
      .slice(0, 1)
      .map((part): Area => ({ id, zh, en, kind, ring: simplifyRing(part, Math.min(12, radius / 60)) }))
  })
}
