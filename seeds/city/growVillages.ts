import { random } from '../random'
import type { RoadLine } from './arrangeRoads'
import { curve, simplify } from './curve'
import type { TownPlan } from './growTowns'
import { blob } from './growWater'
import { between, distance, distanceToPath, insideRing } from './measure'
import { drawVillageNames, type Name } from './names'
import { noise } from './noise'
import type { Path, Point } from './plane'

export interface Village extends Name {
  readonly centre: Point
  readonly town: string
  readonly ring: Path
}

/** What villages keep away from. */
export interface Obstacles {
  readonly rings: readonly Path[]
  readonly paths: readonly { readonly path: Path; readonly metres: number }[]
}

const spacing = 1860
const wantedVillages = 350

/** Villages on a loosened grid of about two kilometres, kept off water, hills, railways, motorways and towns. */
export function growVillages(towns: readonly TownPlan[], boundary: Path, obstacles: Obstacles): Village[] {
  const stream = random('villages')
  const drawName = drawVillageNames('village-names')
  const sites: Point[] = []
  for (let row = -16; row <= 12; row++) {
    for (let column = -12; column <= 24; column++) {
      const site: Point = [
        (column + (row % 2) * 0.5 + stream.between(-0.36, 0.36)) * spacing,
        (row + stream.between(-0.36, 0.36)) * spacing * 0.9,
      ]
      if (insideRing(site, boundary) && distanceToPath(site, boundary) > 380 && isFree(site, 300, obstacles))
        sites.push(site)
    }
  }
  const chosen = stream.shuffle(sites).slice(0, wantedVillages)
  chosen.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return chosen.map((centre, index): Village => {
    const { zh, en } = drawName()
    const town = towns.find(({ ring }) => insideRing(centre, ring)) ?? nearestTown(centre, towns)
    const ring = simplify(blob(centre, stream.between(125, 215), stream.between(0.85, 1.3), 900 + index * 3, 0.3), 9)
    return { zh, en, centre, town: town.code, ring }
  })
}

function nearestTown(point: Point, towns: readonly TownPlan[]): TownPlan {
  return towns.reduce((best, town) => (distance(town.seat, point) < distance(best.seat, point) ? town : best))
}

function isFree(site: Point, clearance: number, { rings, paths }: Obstacles): boolean {
  return (
    rings.every((ring) => !insideRing(site, ring) && distanceToPath(site, [...ring, ring[0]!]) > clearance) &&
    paths.every(({ path, metres }) => distanceToPath(site, path) > clearance + metres)
  )
}

/**
 * Village roads: neighbours are joined when no third place is nearer to both (the relative neighbourhood graph), so
 * the net is connected and has no needless triangles.
 */
export function growVillageRoads(villages: readonly Village[], towns: readonly TownPlan[], boundary: Path): RoadLine[] {
  const places = [
    ...villages.map(({ zh, en, centre }) => ({ zh, en, point: centre })),
    ...towns.filter(({ kind }) => kind === 'town').map(({ zh, en, seat }) => ({ zh, en, point: seat })),
  ]
  const lines: RoadLine[] = []
  places.forEach((one, index) => {
    places.slice(index + 1).forEach((other) => {
      const length = distance(one.point, other.point)
      if (length > 7000) return
      const blocked = places.some(
        ({ point }) =>
          point !== one.point &&
          point !== other.point &&
          Math.max(distance(point, one.point), distance(point, other.point)) < length,
      )
      if (!blocked) lines.push(villageRoad(one, other, length))
    })
  })
  return lines.filter(({ path }) => path.every((point) => insideRing(point, boundary)))
}

function villageRoad(one: Name & { point: Point }, other: Name & { point: Point }, length: number): RoadLine {
  const sway = (share: number): Point => {
    const point = between(one.point, other.point, share)
    const swing = Math.min(160, length * 0.09)
    return [point[0] + noise(point, 1300, 71) * swing, point[1] + noise(point, 1300, 72) * swing]
  }
  const path = simplify(curve([one.point, sway(0.25), sway(0.5), sway(0.75), other.point], 60), 4)
  return {
    zh: `${one.zh.slice(0, 1)}${other.zh.slice(0, 1)}路`,
    en: `${one.en}–${other.en} Road`,
    class: length > 2600 ? 'tertiary' : 'residential',
    path,
    reach: 0,
    spans: true,
  }
}
