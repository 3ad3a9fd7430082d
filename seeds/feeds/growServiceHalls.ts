import { centreOf } from '../geometry/centreOf'
import { offset } from '../geometry/offset'
import type { Random } from '../random'
import type { FeedFile } from './feedFile'
import { pointFeature } from './feedFile'
import type { KeyArea } from './growKeyAreas'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

/** Service halls at the key areas of that kind, and convenience points in estates. */
export function growServiceHalls(facts: Survey, areas: readonly KeyArea[], dice: Random): FeedFile {
  const halls = areas
    .filter((area) => area.kind === '政务服务中心')
    .map((area) => ({ name: area.name, nameEn: area.nameEn, kind: '服务大厅', at: centreOf(area.polygon) }))
  const estates = dice.shuffle(facts.blocks('residential').filter((block) => block.zh !== null)).slice(0, 34)
  const points = estates.map((block) => ({
    name: `${block.zh}便民服务点`,
    nameEn: `${block.en ?? block.zh} service point`,
    kind: '便民服务点',
    at: offset(centreOf(block.polygon), dice.whole(0, 359), 25),
  }))
  const features = [...halls, ...points].map((each, index) =>
    pointFeature(`FW${numbered(index + 1, 3)}`, each.at, {
      name: each.name,
      name_en: each.nameEn,
      kind: each.kind,
      items: each.kind === '服务大厅' ? dice.whole(180, 900) : dice.whole(12, 60),
      waiting: each.kind === '服务大厅' ? dice.whole(0, 26) : dice.whole(0, 3),
    }),
  )
  return { id: 'service-halls', asOf: minutesBefore(60 * 2), features }
}
