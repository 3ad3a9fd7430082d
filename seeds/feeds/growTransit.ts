import type { LineString, Position } from 'geojson'
import type { Junction } from '../city/types'
import { metresBetween } from '../geometry/offset'
import { roadSearch } from '../geometry/shortestRoad'
import { stationsAlong } from '../geometry/stationsAlong'
import type { Random } from '../random'
import { chosen, shortOf } from './chosen'
import type { FeedFeature, FeedFile } from './feedFile'
import { feature, pointFeature } from './feedFile'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

/** Bus lines along avenues and to the towns, and their stops; electronic signs end one short of four stars. */
export function growTransit(facts: Survey, dice: Random): FeedFile[] {
  const routes = growRoutes(facts, dice)
  const stops = growStops(routes)
  const inTown = routes.filter((route) => facts.lineBuiltUp(route))
  const realtime = chosen(inTown, shortOf(0.74, inTown.length, 0), dice)
  const counted = stops.filter((stop) => facts.builtUp(stop))
  const signs = chosen(counted, shortOf(0.1, counted.length, 1), dice)
  const lines = routes.map((route, index) =>
    lineFeature(route, index, inTown.includes(route) ? realtime.has(route) : dice.chance(0.5)),
  )
  const points = stops.map((stop, index) =>
    pointFeature(`ZT${numbered(index + 1, 4)}`, stop, {
      ...stopName(facts, stop),
      estop: signs.has(stop),
      passengers: dice.whole(2, 90) * 10,
    }),
  )
  const asOf = minutesBefore(60 * 9)
  return [
    { id: 'bus-lines', asOf, features: lines },
    { id: 'bus-stops', asOf, features: points },
  ]
}

function growRoutes(facts: Survey, dice: Random): LineString[] {
  const classes = ['trunk', 'primary', 'secondary', 'tertiary'] as const
  const search = roadSearch(facts.roads(...classes))
  const ends = facts.city.junctions.filter((junction) => ['trunk', 'primary', 'secondary'].includes(junction.class))
  const urban = ends.filter((junction) => facts.builtUp(junction.position))
  const hubs = dice.shuffle(urban).slice(0, 6)
  const routes: LineString[] = []
  const connect = (from: Junction, to: Junction) => {
    const coordinates = search(from.id, to.id)
    if (coordinates && coordinates.length > 8) routes.push({ type: 'LineString', coordinates })
  }
  for (const town of facts.city.towns.filter((each) => each.kind === 'town')) {
    const seat = ends.reduce((best, each) =>
      metresBetween(each.position, town.seat) < metresBetween(best.position, town.seat) ? each : best,
    )
    connect(dice.pick(hubs), seat)
  }
  for (let tries = 0; tries < 60 && routes.length < 36; tries++) {
    const [from, to] = [dice.pick(urban), dice.pick(urban)]
    if (metresBetween(from.position, to.position) > 3200) connect(from, to)
  }
  return routes
}

/** A stop about every 520 m of every route, shared where two routes pass within 170 m. */
function growStops(routes: readonly LineString[]): Position[] {
  const stops: Position[] = []
  for (const { position } of routes.flatMap((route) => stationsAlong(route, 520, 120))) {
    if (stops.every((stop) => metresBetween(stop, position) >= 170)) stops.push(position)
  }
  return stops
}

const routeOf = (index: number): number => (index < 13 ? 201 + index : 1 + index - 13)

function lineFeature(route: LineString, index: number, realtime: boolean): FeedFeature {
  return feature(`GJ${numbered(index + 1, 2)}`, route, {
    name: `${routeOf(index)}路`,
    name_en: `Route ${routeOf(index)}`,
    realtime,
    buses: 4 + (index % 9),
  })
}

/** A stop is called after the streets that meet there. */
function stopName(facts: Survey, stop: Position): { readonly name: string; readonly name_en: string } {
  const near = facts.city.junctions
    .filter(
      (junction) =>
        Math.abs(junction.position[0]! - stop[0]!) < 0.006 && Math.abs(junction.position[1]! - stop[1]!) < 0.005,
    )
    .filter((junction) => junction.roads.some((road) => road !== ''))
  const town = facts.townOf(stop)
  if (near.length === 0) return { name: `${town.zh}站`, name_en: `${town.en} stop` }
  const junction = near.reduce((best, each) =>
    metresBetween(each.position, stop) < metresBetween(best.position, stop) ? each : best,
  )
  const named = (roads: readonly string[]): readonly string[] => roads.filter((road) => road !== '').slice(0, 2)
  return {
    name: `${named(junction.roads).join('')}站`,
    name_en: `${named(junction.roadsEn).join(' / ') || town.en} stop`,
  }
}
