import { random } from '../random'
import type { RoadNet } from './arrangeRoads'
import { chooseUse } from './chooseUse'
import { difference, inflate, outers, strip, union } from './clip'
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
export const halfWidth: Record<RoadClass, number> = {
  motorway: 30,
  trunk: 20,
  primary: 24,
  secondary: 17,
  tertiary: 11,
  residential: 7,
}

export interface Ground {
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

/** Ground that no block may cover. */
interface Cuts {
  readonly large: readonly Path[]
  readonly all: readonly Path[]
}

function cutsOf(net: RoadNet, ground: Ground): Cuts {
  const lanes = net.edges.filter((edge) => edge.class === 'residential' || edge.class === 'tertiary')
  const mains = net.edges.filter((edge) => edge.class !== 'residential' && edge.class !== 'tertiary')
  const strips = (edges: RoadNet['edges']): Path[] =>
    edges.flatMap(({ path, class: roadClass }) => strip([path], halfWidth[roadClass], true))
  const large = union([
    ...strips(mains),
    ...inflate(ground.water, 14),
    ...inflate(ground.green, 6),
    ...strip(ground.railways, 26),
  ])
  return { large, all: union([...large, ...strips(lanes)]) }
}

type Draft = Omit<BlockPlan, 'id' | 'centre' | 'area'>

function draftsFrom(rings: readonly Path[], cuts: readonly Path[], place: 'city' | 'town', ground: Ground): Draft[] {
  const stream = random(`blocks-${place}`)
  return outers(difference(union(rings), cuts)).flatMap((raw): Draft[] => {
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
  const settled = [...ground.city, ...ground.towns.map(({ ring }) => ring)]
  const villages = ground.villages
    .filter(({ centre }) => !settled.some((ring) => insideRing(centre, ring)))
    .map(({ ring, zh, en }) => ({ ring, zh, en, use: 'village' as const, place: 'village' as const }))
  const sites = ground.sites.map(({ ring, zh, en, use }) => ({ ring, zh, en, use, place: 'site' as const }))
  const places = [...villages, ...sites]
  const rings = places.map(({ ring }) => ring)
  const whole = byNearest(rings, outers(difference(rings, cuts.large)))
  const outlines = whole.map(([largest]) => largest && simplifyRing(largest, 14))
  const parted = byNearest(
    rings,
    outers(
      difference(
        outlines.filter((outline) => outline !== undefined),
        cuts.all,
      ),
    ),
  )
  return places.flatMap(({ zh, en, use, place }, index): Draft[] => {
    const ring = outlines[index]
    return ring && ringArea(ring) > 5000 ? [{ ring, plots: parted[index]!, use, place, zh, en }] : []
  })
}

/** The pieces of each ring, which lie far apart from one another; the order of pieces is kept. */
function byNearest(rings: readonly Path[], pieces: readonly Path[]): Path[][] {
  const centres = rings.map(ringCentre)
  const groups = rings.map((): Path[] => [])
  for (const piece of pieces) {
    const centre = ringCentre(piece)
    let best = 0
    centres.forEach((other, index) => {
      if (distance(other, centre) < distance(centres[best]!, centre)) best = index
    })
    groups[best]!.push(piece)
  }
  return groups
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
    ...draftsFrom(ground.city, cuts.all, 'city', ground),
    ...draftsFrom(townRings, cuts.all, 'town', ground),
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
