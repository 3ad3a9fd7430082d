import { random } from '../random'
import type { RoadNet } from './arrangeRoads'
import { type Box, boxesMeet, boxOf } from './box'
import { chooseUse } from './chooseUse'
import { clipToBox, difference, inflate, intersect, outers, strip, union } from './clip'
import { simplifyRing } from './curve'
import type { Landmark, Site } from './growSites'
import type { TownCentre } from './growTownStreets'
import type { Village } from './growVillages'
import { distance, distanceToPath, insideRing, ringArea, ringCentre } from './measure'
import type { Path, Point } from './plane'
import type { LandUse, RoadClass } from './types'

export interface BlockPlan {
  readonly id: string
  readonly ring: Path
  /** What may be built on: the block without the lanes that pass through it. */
  readonly plots: readonly Path[]
  readonly use: LandUse
  readonly centre: Point
  readonly area: number
  /** Which kind of settlement it belongs to. */
  readonly place: 'city' | 'town' | 'village' | 'site'
  /** Its own name, for landmarks and villages. */
  readonly zh: string | null
  readonly en: string | null
}

/** Half the width of the road with its pavements, metres. */
const halfWidth: Record<RoadClass, number> = {
  motorway: 30,
  trunk: 20,
  primary: 24,
  secondary: 17,
  tertiary: 11,
  residential: 7,
}

export interface Ground {
  readonly boundary: Path
  /** Rings that blocks are cut from. */
  readonly city: readonly Path[]
  readonly towns: readonly TownCentre[]
  readonly villages: readonly Village[]
  readonly sites: readonly Site[]
  readonly landmarks: readonly Landmark[]
  readonly water: readonly Path[]
  /** Centre lines of rivers in the city: the strips along them are parks. */
  readonly rivers: readonly Path[]
  readonly lakes: readonly Path[]
  readonly green: readonly Path[]
  readonly railways: readonly Path[]
}

/** Ground that no block may cover, each ring with its box. */
interface Cuts {
  readonly large: readonly BoxedRing[]
  readonly lanes: readonly BoxedRing[]
}

interface BoxedRing {
  readonly ring: Path
  readonly box: Box
}

function cutsOf(net: RoadNet, ground: Ground): Cuts {
  const boxed = (rings: readonly Path[]): BoxedRing[] => rings.map((ring) => ({ ring, box: boxOf(ring) }))
  const isLane = (roadClass: RoadClass): boolean => roadClass === 'residential' || roadClass === 'tertiary'
  const strips = (edges: RoadNet['edges']): Path[] =>
    edges.flatMap(({ path, class: roadClass }) => strip([path], halfWidth[roadClass], true))
  const large = boxed([
    ...strips(net.edges.filter((edge) => !isLane(edge.class))),
    ...inflate(ground.water, 14),
    ...inflate(ground.green, 6),
    ...strip(ground.railways, 26),
  ])
  return { large, lanes: boxed(strips(net.edges.filter((edge) => isLane(edge.class)))) }
}

/** What the cuts leave of one ring; only what is near is looked at. */
function leftOf(ring: Path, cuts: readonly BoxedRing[]): Path[] {
  const box = boxOf(ring, 20)
  const near = cuts.filter((cut) => boxesMeet(cut.box, box)).map((cut) => cut.ring)
  return outers(difference([ring], clipToBox(near, box)))
}

type Draft = Omit<BlockPlan, 'id' | 'centre' | 'area'>

function draftsFrom(rings: readonly Path[], cuts: Cuts, place: 'city' | 'town', ground: Ground): Draft[] {
  const all = [...cuts.large, ...cuts.lanes]
  const stream = random(`blocks-${place}`)
  const pieces = rings.flatMap((ring) => leftOf(ring, all))
  return pieces.flatMap((raw): Draft[] => {
    const ring = simplifyRing(raw, 2)
    const area = ringArea(ring)
    if (ring.length < 3 || area < 900) return []
    const centre = ringCentre(ring)
    const green = place === 'city' && isGreenway(centre, area, ground)
    if (!green && (area < 2400 || isSliver(ring, area))) return []
    const use = green ? 'park' : chooseUse(centre, area, place, stream)
    return [{ ring, plots: [ring], use, place, zh: null, en: null }]
  })
}

function isGreenway(centre: Point, area: number, { rivers, lakes }: Ground): boolean {
  if (area > 60_000) return false
  return (
    rivers.some((river) => distanceToPath(centre, river) < 82) ||
    lakes.some((lake) => distanceToPath(centre, [...lake, lake[0]!]) < 72)
  )
}

/** Too thin to build on: less than about 22 metres wide. */
function isSliver(ring: Path, area: number): boolean {
  let around = 0
  ring.forEach((point, index) => {
    around += distance(point, ring[(index + 1) % ring.length]!)
  })
  return area / around < 11
}

/** Villages and works keep one outline; lanes pass through and only part their plots. */
function draftsOfPlaces(ground: Ground, cuts: Cuts): Draft[] {
  const within = inflate([ground.boundary], -30)
  const settled = [...ground.city, ...ground.towns.map(({ ring }) => ring)]
  const villages = ground.villages
    .filter(({ centre }) => !settled.some((ring) => insideRing(centre, ring)))
    .map(({ ring, zh, en }) => ({ ring, zh, en, use: 'village' as const, place: 'village' as const }))
  const sites = ground.sites.map(({ ring, zh, en, use }) => ({ ring, zh, en, use, place: 'site' as const }))
  return [...villages, ...sites].flatMap(({ ring, ...place }): Draft[] => {
    const largest = leftOf(ring, cuts.large).flatMap((left) => outers(intersect([left], within)))[0]
    if (!largest || ringArea(largest) < 5000) return []
    const outline = simplifyRing(largest, place.use === 'village' ? 17 : 2)
    return [{ ...place, ring: outline, plots: leftOf(outline, [...cuts.large, ...cuts.lanes]) }]
  })
}

/** Blocks: what streets, water, hills and railways leave of the settled ground. Landmarks take the block they are in. */
export function growBlocks(net: RoadNet, ground: Ground): BlockPlan[] {
  const cuts = cutsOf(net, ground)
  // Streets end at the outline; blocks stop a little earlier, so that they do not join around the street ends.
  const townRings = inflate(
    ground.towns.map(({ ring }) => ring),
    -38,
  )
  const drafts = [
    ...draftsFrom(union(ground.city), cuts, 'city', ground),
    ...draftsFrom(townRings, cuts, 'town', ground),
    ...draftsOfPlaces(ground, cuts),
  ]
  const plans = drafts.map((draft) => ({ ...draft, centre: ringCentre(draft.ring), area: ringArea(draft.ring) }))
  plans.sort((a, b) => a.centre[1] - b.centre[1] || a.centre[0] - b.centre[0])
  const owners = new Map(ground.landmarks.map((landmark) => [nearestBlock(landmark.point, plans), landmark]))
  return plans.map((plan, index) => {
    const landmark = owners.get(index)
    const own = landmark ? { use: landmark.use, zh: landmark.zh, en: landmark.en } : {}
    return { ...plan, ...own, id: `k${index + 1}` }
  })
}

function nearestBlock(point: Point, plans: readonly { readonly ring: Path; readonly centre: Point }[]): number {
  const inside = plans.findIndex(({ ring }) => insideRing(point, ring))
  if (inside >= 0) return inside
  let best = 0
  plans.forEach(({ centre }, index) => {
    if (distance(centre, point) < distance(plans[best]!.centre, point)) best = index
  })
  return best
}
