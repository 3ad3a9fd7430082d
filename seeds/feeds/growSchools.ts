import { centreOf } from '../geometry/centreOf'
import type { Random } from '../random'
import { chosen, shortOf } from './chosen'
import type { FeedFile } from './feedFile'
import { pointFeature } from './feedFile'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

/** Schools; smart campuses of the built-up area end two short of four stars. */
export function growSchools(facts: Survey, dice: Random): FeedFile {
  const blocks = facts.blocks('school')
  const counted = blocks.filter((block) => facts.builtUp(centreOf(block.polygon)))
  const smart = chosen(counted, shortOf(0.5, counted.length, 2), dice)
  const features = blocks.map((block, index) =>
    pointFeature(`XX${numbered(index + 1, 3)}`, centreOf(block.polygon), {
      name: block.zh ?? `第${index + 1}学校`,
      name_en: block.en ?? `School No. ${index + 1}`,
      kind: dice.pick(['小学', '小学', '初中', '九年一贯制', '高中', '职业学校']),
      pupils: dice.whole(40, 280) * 10,
      smart: counted.includes(block) ? smart.has(block) : dice.chance(0.35),
      classroom_5g: dice.chance(0.3),
    }),
  )
  return { id: 'schools', asOf: minutesBefore(1440 * 2), features }
}
