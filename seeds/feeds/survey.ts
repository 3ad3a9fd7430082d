import type { LineString, MultiPolygon, Polygon, Position } from 'geojson'
import type { Block, City, Junction, LandUse, RoadClass, RoadSegment, Town } from '../city/types'
import { centreOf } from '../geometry/centreOf'
import { containment } from '../geometry/contains'
import { gridInside } from '../geometry/gridInside'
import { metresBetween, offset } from '../geometry/offset'
import { stationsAlong } from '../geometry/stationsAlong'

/** Questions about the grown city that several feeds ask. */
export interface Survey {
  readonly city: City
  readonly builtUp: (position: Position) => boolean
  /** More than half of the surface is in the built-up area, judged by a grid of positions. */
  readonly mostlyBuiltUp: (surface: Polygon | MultiPolygon) => boolean
  /** More than half of the line is in the built-up area. */
  readonly lineBuiltUp: (line: LineString) => boolean
  /** The position that far from another, turned by 30° until it is inside the city and on dry land. */
  readonly around: (from: Position, bearing: number, metres: number) => Position
  readonly townOf: (position: Position) => Town
  readonly junction: ReadonlyMap<string, Junction>
  /** Blocks of these uses, in the city's order. */
  readonly blocks: (...uses: LandUse[]) => readonly Block[]
  /** Segments of these classes, in the city's order. */
  readonly roads: (...classes: RoadClass[]) => readonly RoadSegment[]
}

export function survey(city: City): Survey {
  const scope = city.scopes.find((each) => each.id === 'built-up')
  if (!scope) throw new Error('the city has no scope built-up')
  const builtUp = containment(scope.polygon)
  const inside = containment(city.boundary)
  const lakes = city.water.map((water) => containment(water.polygon))
  const towns = city.towns.map((town) => ({ town, holds: containment(town.polygon) }))
  return {
    city,
    builtUp,
    mostlyBuiltUp: (surface) => moreThanHalf(samples(surface), builtUp),
    lineBuiltUp: (line) =>
      moreThanHalf(
        stationsAlong(line, 50).map((station) => station.position),
        builtUp,
      ),
    around: (from, bearing, metres) => {
      const turned = Array.from({ length: 12 }, (_, turn) => offset(from, bearing + turn * 30, metres))
      return turned.find((position) => inside(position) && !lakes.some((lake) => lake(position))) ?? from
    },
    townOf: (position) => towns.find(({ holds }) => holds(position))?.town ?? nearestTown(city, position),
    junction: new Map(city.junctions.map((junction) => [junction.id, junction])),
    blocks: (...uses) => city.blocks.filter((block) => uses.includes(block.use)),
    roads: (...classes) => city.roads.filter((segment) => classes.includes(segment.class)),
  }
}

function moreThanHalf(positions: readonly Position[], holds: (position: Position) => boolean): boolean {
  return positions.filter(holds).length * 2 > positions.length
}

/** At least a handful of positions inside a surface, finer for small ones. */
export function samples(surface: Polygon | MultiPolygon): Position[] {
  for (const spacing of [200, 100, 50, 25, 12, 6]) {
    const positions = gridInside(surface, spacing)
    if (positions.length >= 30) return positions
  }
  return [centreOf(surface)]
}

function nearestTown(city: City, position: Position): Town {
  return city.towns.reduce((best, town) =>
    metresBetween(town.seat, position) < metresBetween(best.seat, position) ? town : best,
  )
}
