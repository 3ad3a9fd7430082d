import { random } from '../random'
import { classRank, type RoadEdge, type RoadNet } from './arrangeRoads'
import type { BlockPlan } from './growBlocks'
import type { BuildingPlan } from './growBuildings'
import type { CellPlan } from './growPopulation'
import type { Railway } from './growRailways'
import type { TownPlan } from './growTowns'
import type { Area, Water } from './growWater'
import { distance, insideRing } from './measure'
import { drawPlaceNames, type Name } from './names'
import { type Path, type Point, toLine, toPolygon, toPosition } from './plane'
import type { Block, City, Junction, LandUse, NamedArea, RoadClass, RoadSegment } from './types'

/** Everything grown, in metres. */
export interface CityPlan {
  readonly boundary: Path
  readonly towns: readonly TownPlan[]
  readonly water: Water
  readonly hills: readonly Area[]
  readonly railways: readonly Railway[]
  readonly net: RoadNet
  readonly blocks: readonly BlockPlan[]
  readonly people: readonly number[]
  readonly buildings: readonly BuildingPlan[]
  readonly builtUp: Path
  readonly planningArea: Path
  readonly devZone: Path
  readonly lakeside: Path
  readonly population: readonly CellPlan[]
}

const lanes: Record<RoadClass, number> = {
  motorway: 4,
  trunk: 4,
  primary: 6,
  secondary: 4,
  tertiary: 2,
  residential: 2,
}

const speeds: Record<RoadClass, number> = {
  motorway: 110,
  trunk: 70,
  primary: 60,
  secondary: 50,
  tertiary: 40,
  residential: 30,
}

const suffixes: Partial<Record<LandUse, readonly [zh: string, en: string]>> = {
  residential: ['小区', 'Estate'],
  school: ['学校', 'School'],
  hospital: ['医院', 'Hospital'],
  park: ['公园', 'Park'],
  square: ['广场', 'Square'],
  market: ['市场', 'Market'],
  station: ['车站', 'Station'],
}

function publishRoads(net: RoadNet): RoadSegment[] {
  return net.edges.map(({ zh, en, class: roadClass, from, to, path, bridge }, index) => ({
    id: `r${index + 1}`,
    zh,
    en,
    class: roadClass,
    from: `j${from + 1}`,
    to: `j${to + 1}`,
    line: toLine(path),
    lanes: lanes[roadClass],
    speed: speeds[roadClass],
    oneway: false,
    bridge,
  }))
}

function publishJunctions(net: RoadNet, builtUp: Path): Junction[] {
  const meeting = new Map<number, RoadEdge[]>()
  for (const edge of net.edges) {
    for (const node of [edge.from, edge.to]) meeting.set(node, [...(meeting.get(node) ?? []), edge])
  }
  return [...meeting]
    .sort((a, b) => a[0] - b[0])
    .map(([node, edges]): Junction => {
      const sorted = [...edges].sort((a, b) => classRank[b.class] - classRank[a.class])
      const first = sorted[0]!
      const second = sorted.find(({ zh }) => zh !== first.zh)
      const point = net.nodes[node]!
      return {
        id: `j${node + 1}`,
        position: toPosition(point),
        degree: edges.length,
        class: first.class,
        roads: second ? [first.zh, second.zh] : [first.zh],
        roadsEn: second ? [first.en, second.en] : [first.en],
        crossClass: second?.class ?? null,
        builtUp: insideRing(point, builtUp),
      }
    })
}

function nearestTown(point: Point, towns: readonly TownPlan[]): string {
  const inside = towns.find(({ ring }) => insideRing(point, ring))
  if (inside) return inside.code
  return towns.reduce((best, town) => (distance(town.seat, point) < distance(best.seat, point) ? town : best)).code
}

function publishBlocks({ blocks, people, towns, builtUp }: CityPlan): Block[] {
  const drawName = drawPlaceNames('block-names')
  const stream = random('block-naming')
  return blocks.map((block, index): Block => {
    const suffix = suffixes[block.use]
    const named = suffix && (block.use !== 'residential' || (block.place === 'city' && stream.chance(0.4)))
    const name: Name | null = named ? drawName() : null
    return {
      id: block.id,
      polygon: toPolygon(block.ring),
      use: block.use,
      town: nearestTown(block.centre, towns),
      builtUp: insideRing(block.centre, builtUp),
      zh: block.zh ?? (name && suffix ? name.zh + suffix[0] : null),
      en: block.en ?? (name && suffix ? `${name.en} ${suffix[1]}` : null),
      people: people[index]!,
    }
  })
}

function publishArea({ id, zh, en, kind, ring, holes }: Area): NamedArea {
  return { id, zh, en, kind, polygon: toPolygon(ring, holes) }
}

/** The grown plan as the published City: WGS84, six decimals, stable ids. */
export function publishCity(plan: CityPlan): City {
  const scope = (id: string, zh: string, en: string, ring: Path): NamedArea =>
    publishArea({ id, zh, en, kind: 'scope', ring })
  return {
    boundary: toPolygon(plan.boundary),
    towns: plan.towns.map(({ code, zh, en, kind, seat, ring }) => {
      return { code, zh, en, kind, seat: toPosition(seat), polygon: toPolygon(ring) }
    }),
    scopes: [
      scope('built-up', '建成区', 'Built-up area', plan.builtUp),
      scope('dev-zone', '经济开发区', 'Economic Development Zone', plan.devZone),
      scope('mengzi-lake', '孟子湖新区', 'Mengzi Lake New Area', plan.lakeside),
    ],
    planningArea: toPolygon(plan.planningArea),
    roads: publishRoads(plan.net),
    junctions: publishJunctions(plan.net, plan.builtUp),
    railways: plan.railways.map(({ id, zh, en, kind, path }) => ({ id, zh, en, kind, line: toLine(path) })),
    rivers: plan.water.rivers.map(({ id, zh, en, path }) => {
      return { id, zh, en, kind: 'river', line: toLine(path.filter((point) => insideRing(point, plan.boundary))) }
    }),
    water: [...plan.water.lakes, ...plan.water.riverAreas].map(publishArea),
    green: plan.hills.map(publishArea),
    blocks: publishBlocks(plan),
    buildings: plan.buildings.map(({ block, ring, floors, height, use }, index) => {
      return { id: `b${index + 1}`, polygon: toPolygon(ring), height, floors, use, block }
    }),
    population: plan.population.map(({ west, south, size, people }, index) => ({
      id: `p${index + 1}`,
      polygon: toPolygon([
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
      ]),
      people,
    })),
  }
}
