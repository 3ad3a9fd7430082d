import type { BlockPlan } from './growBlocks'
import type { BuildingPlan } from './growBuildings'
import { apportion } from './growPopulation'
import { insideRing, ringArea } from './measure'
import type { Path } from './plane'

/** Census of 2020, rounded: the county, and the built-up area. */
const countyPeople = 1_160_000
const builtUpPeople = 400_000
const townPeople = 175_000

/** Residents of every block, in proportion to the floor area of its dwellings; the three totals are exact. */
export function arrangePeople(
  blocks: readonly BlockPlan[],
  buildings: readonly BuildingPlan[],
  builtUp: Path,
): number[] {
  const floorArea = new Map<string, number>()
  for (const { block, ring, floors, use } of buildings) {
    const share = use === 'residential' || use === 'village' ? 1 : use === 'commercial' ? 0.08 : 0
    floorArea.set(block, (floorArea.get(block) ?? 0) + ringArea(ring) * floors * share)
  }
  const groupOf = ({ place, centre }: BlockPlan): number => {
    if (insideRing(centre, builtUp)) return 0
    return place === 'village' ? 2 : 1
  }
  const totals = [builtUpPeople, townPeople, countyPeople - builtUpPeople - townPeople]
  const people = blocks.map(() => 0)
  totals.forEach((total, group) => {
    const members = blocks.flatMap((block, index) => (groupOf(block) === group ? [index] : []))
    const shares = apportion(
      members.map((index) => floorArea.get(blocks[index]!.id) ?? 0),
      total,
    )
    members.forEach((index, place) => {
      people[index] = shares[place]!
    })
  })
  return people
}
