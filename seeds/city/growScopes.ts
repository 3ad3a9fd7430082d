import { difference, inflate, intersect, outers } from './clip'
import { simplifyRing } from './curve'
import type { BlockPlan } from './growBlocks'
import { blob } from './growWater'
import type { Path } from './plane'

/** The built-up area: the city's blocks grown together, so that its edge follows streets and fields. */
export function growBuiltUp(blocks: readonly BlockPlan[]): Path {
  const rings = blocks
    .filter(({ place, centre }) => place === 'city' && centre[0] > -4300 && centre[0] < 5400)
    .map(({ ring }) => ring)
  const closed = inflate(inflate(rings, 150), -105)
  return simplifyRing(outers(closed)[0]!, 14)
}

/** The planning area: a wide ring around the city, within the county. */
export function growPlanningArea(boundary: Path): Path {
  const ring = blob([900, 350], 9200, 1.03, 77, 0.07)
  return simplifyRing(outers(intersect([ring], inflate([boundary], -120)))[0]!, 25)
}

/** Grows a planned rectangle to a plausible administrative outline, cut off at the given rings. */
export function growScopeRing(ring: Path, minus: readonly Path[]): Path {
  const grown = inflate([ring], 130)
  return simplifyRing(outers(difference(grown, minus))[0]!, 18)
}
