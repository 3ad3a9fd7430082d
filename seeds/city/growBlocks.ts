import { random } from '../random'
import type { RoadNet } from './arrangeRoads'
import { chooseUse } from './chooseUse'
import { difference, inflate, outers, strip, union } from './clip'
import { simplifyRing } from './curve'
import type { TownCentre } from './growTownStreets'
import type { Village } from './growVillages'
import { insideRing, ringArea, ringCentre } from './measure'
import type { Path, Point } from './plane'
import type { LandUse, RoadClass } from './types'

export interface BlockPlan {
  readonly id: string
  readonly ring: Path
  readonly use: LandUse
  readonly centre: Point
  readonly area: number
  /** Which kind of settlement it belongs to. */
  readonly place: 'city' | 'town' | 'village'
}

/** Half the width of the road with its pavements, metres. */
export const halfWidth: Record<RoadClass, number> = {
  motorway: 30,
  trunk: 20,
  primary: 22,
  secondary: 16,
  tertiary: 10,
  residential: 6,
}

export interface Ground {
  /** Rings that blocks are cut from. */
  readonly city: readonly Path[]
  readonly towns: readonly TownCentre[]
  readonly villages: readonly Village[]
  readonly water: readonly Path[]
  readonly green: readonly Path[]
  readonly railways: readonly Path[]
}

/** Blocks: what streets, water, hills and railways leave of the settled ground. */
export function growBlocks(net: RoadNet, ground: Ground): BlockPlan[] {
  const roads = net.edges.flatMap(({ path, class: roadClass }) => strip([path], halfWidth[roadClass], true))
  const cuts = union([
    ...roads,
    ...inflate(ground.water, 14),
    ...inflate(ground.green, 6),
    ...strip(ground.railways, 28),
  ])
  const stream = random('blocks')
  const plans: BlockPlan[] = []
  const take = (rings: readonly Path[], place: BlockPlan['place'], smallest: number): void => {
    const clear = outers(difference(union(rings), cuts))
    for (const raw of clear) {
      const ring = simplifyRing(raw, place === 'village' ? 3 : 1.2)
      const area = ringArea(ring)
      if (area < smallest || ring.length < 3) continue
      const centre = ringCentre(ring)
      const use = place === 'village' ? 'village' : chooseUse(centre, area, place, stream)
      plans.push({ id: '', ring, use, centre, area, place })
    }
  }
  take(ground.city, 'city', 2200)
  for (const town of ground.towns) take([town.ring], 'town', 2500)
  const settled = [...ground.city, ...ground.towns.map(({ ring }) => ring)]
  const villages = ground.villages.filter(({ centre }) => !settled.some((ring) => insideRing(centre, ring)))
  take(
    villages.map(({ ring }) => ring),
    'village',
    4000,
  )
  plans.sort((a, b) => a.centre[1] - b.centre[1] || a.centre[0] - b.centre[0])
  return plans.map((plan, index) => ({ ...plan, id: `k${index + 1}` }))
}
