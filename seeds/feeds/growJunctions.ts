import type { Junction, RoadClass } from '../city/types'
import type { Random } from '../random'
import { chosen, shortOf } from './chosen'
import type { FeedFile } from './feedFile'
import { pointFeature } from './feedFile'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

const rank: Readonly<Record<RoadClass, number>> = {
  motorway: 9,
  trunk: 1,
  primary: 0,
  secondary: 2,
  tertiary: 3,
  residential: 5,
}

/**
 * The 300 junctions of the traffic police. Branch-road junctions are marked; of the others in the built-up area one is
 * missing to four stars in real-time signals, and electronic police are past theirs.
 */
export function growJunctions(facts: Survey, dice: Random): FeedFile {
  const ranked = facts.city.junctions
    .filter((junction) => junction.degree >= 3 && junction.class !== 'motorway')
    .map((junction) => ({ junction, rank: rank[junction.class] + (facts.builtUp(junction.position) ? 0 : 2) }))
    .sort((a, b) => a.rank - b.rank)
    .map((each) => each.junction)
  const junctions = [
    ...ranked.filter((junction) => !isBranch(junction)).slice(0, 228),
    ...ranked.filter((junction) => isBranch(junction) && facts.builtUp(junction.position)).slice(0, 72),
  ]
  const important = junctions.filter((junction) => !isBranch(junction))
  const counted = important.filter((junction) => facts.builtUp(junction.position))
  const adaptive = chosen(counted, shortOf(0.6, counted.length, 1), dice)
  const police = chosen(counted, shortOf(0.94, counted.length, 0), dice)
  const features = junctions.map((junction, index) => {
    const inTown = counted.includes(junction)
    return pointFeature(`LK${numbered(index + 1, 4)}`, junction.position, {
      name: nameOf(junction.roads, '与', '路口', '支路'),
      name_en: nameOf(junction.roadsEn, ' / ', '', 'Branch road'),
      branch: isBranch(junction),
      class: junction.class,
      arms: junction.degree,
      signal: !isBranch(junction) || dice.chance(0.3),
      adaptive_signal: inTown ? adaptive.has(junction) : dice.chance(0.15),
      e_police: inTown ? police.has(junction) : dice.chance(isBranch(junction) ? 0.2 : 0.6),
    })
  })
  return { id: 'junctions', asOf: minutesBefore(60 * 26), features }
}

function isBranch(junction: Junction): boolean {
  return junction.class === 'tertiary' || junction.class === 'residential'
}

function nameOf(roads: readonly string[], and: string, ending: string, nameless: string): string {
  const named = [...new Set(roads.filter((road) => road !== ''))]
  return (named.length > 1 ? `${named[0]}${and}${named[1]}` : (named[0] ?? nameless)) + ending
}
