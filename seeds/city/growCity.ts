import { growBlocks } from './growBlocks'
import { growBoundary } from './growBoundary'
import { growBuildings } from './growBuildings'
import { growHills } from './growHills'
import { growMainRoads } from './growMainRoads'
import { arrangePeople } from './growPeople'
import { growPopulation } from './growPopulation'
import { growRailways } from './growRailways'
import { growRoads, outsideOf } from './growRoads'
import { growBuiltUp, growPlanningArea, growScopeRing } from './growScopes'
import { growLakesideRing, growRing, growStreets, growZoneRing } from './growStreets'
import { growTownStreets } from './growTownStreets'
import { growTowns } from './growTowns'
import { growVillageRoads, growVillages } from './growVillages'
import { growWater } from './growWater'
import { publishCity } from './publishCity'
import type { City } from './types'

/** The demonstration city, the same on every run. Takes some seconds. */
export function growCity(): City {
  const { towns, boundary } = growTowns(growBoundary())
  const water = growWater(boundary)
  const hills = growHills(boundary, water)
  const railways = growRailways(boundary)
  const urban = [growRing(), growZoneRing(), growLakesideRing()]

  const mainRoads = growMainRoads(boundary).flatMap((line) => {
    const path = line.class === 'motorway' ? line.path : outsideOf(line.path, urban)
    return path ? [{ ...line, path }] : []
  })
  const centres = growTownStreets(towns, mainRoads)
  const settled = [...urban, ...centres.map(({ ring }) => ring)]
  const villages = growVillages(towns, boundary, {
    rings: [...water.lakes, ...hills].map(({ ring }) => ring).concat(settled),
    paths: [
      ...water.rivers.map(({ path, to }) => ({ path, metres: to })),
      ...railways.map(({ path }) => ({ path, metres: 40 })),
      ...mainRoads.filter((road) => road.class === 'motorway').map(({ path }) => ({ path, metres: 60 })),
    ],
  })
  const villageRoads = growVillageRoads(villages, towns).flatMap((line) => {
    const path = outsideOf(line.path, settled)
    return path ? [{ ...line, path, reach: 150 }] : []
  })
  const lines = [...mainRoads, ...growStreets(), ...centres.flatMap((centre) => centre.lines), ...villageRoads]
  const net = growRoads(lines, water.rivers, water.lakes, railways)

  const blocks = growBlocks(net, {
    city: urban,
    towns: centres,
    villages,
    water: water.rings,
    green: hills.map(({ ring }) => ring),
    railways: railways.map(({ path }) => path),
  })
  const builtUp = growBuiltUp(blocks)
  const buildings = growBuildings(blocks)
  const people = arrangePeople(blocks, buildings, builtUp)
  const population = growPopulation(
    blocks.map(({ centre }, index) => ({ point: centre, people: people[index]! })),
    boundary,
    builtUp,
  )
  return publishCity({
    boundary,
    towns,
    water,
    hills,
    railways,
    net,
    blocks,
    people,
    buildings,
    builtUp,
    planningArea: growPlanningArea(boundary),
    devZone: growScopeRing(urban[1]!, [urban[0]!]),
    lakeside: growScopeRing(urban[2]!, [urban[0]!]),
    population,
  })
}
