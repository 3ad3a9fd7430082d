import { difference, inflate, intersect, outers } from './clip'
import { simplifyRing } from './curve'
import type { BlockPlan } from './growBlocks'
import { blob } from './growWater'
import { insideRing } from './measure'
import type { Path } from './plane'
import { warpLine } from './streetPlan'

/** West and east limits of the built-up area in the street plan: along 创业路 and 孟湖路. */
const westLimit = -3560
const eastLimit = 5050

/** The built-up area: the city's blocks grown together, so that its edge follows streets and fields. */
export function growBuiltUp(blocks: readonly BlockPlan[]): Path {
  const limits: Path = [
    ...warpLine([westLimit, -6000], [eastLimit, -6000]),
    ...warpLine([eastLimit, -6000], [eastLimit, 6000]),
    ...warpLine([eastLimit, 6000], [westLimit, 6000]),
    ...warpLine([westLimit, 6000], [westLimit, -6000]),
  ]
  const rings = blocks
    .filter(({ place, centre }) => place === 'city' && insideRing(centre, limits))
    .map(({ ring }) => ring)
  const corridorCorners: Path = [
    [-2750, -1500],
    [-1900, -1500],
    [-1900, 1850],
    [-2750, 1850],
  ]
  // The railway parts the blocks on both sides; the built-up area does not end there.
  const corridor = corridorCorners.flatMap((corner, index) =>
    warpLine(corner, corridorCorners[(index + 1) % 4]!).slice(0, -1),
  )
  const closed = inflate(inflate([...rings, corridor], 190), -150)
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
