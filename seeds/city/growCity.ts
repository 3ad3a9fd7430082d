import { growBlocks } from './growBlocks'
import { growBoundary } from './growBoundary'
import { growBuildings } from './growBuildings'
import { growEmbankments } from './growEmbankments'
import { growHills } from './growHills'
import { growMainRoads } from './growMainRoads'
import { arrangePeople } from './growPeople'
import { growPopulation, spreadVillagers } from './growPopulation'
import { growRailways } from './growRailways'
import { growRoads, outsideOf } from './growRoads'
import { growBuiltUp, growPlanningArea, growScopeRing } from './growScopes'
import { growSites, landmarks } from './growSites'
import { growStreets } from './growStreets'
import { growTownStreets } from './growTownStreets'
import { growTowns } from './growTowns'
import { growVillageRoads, growVillages } from './growVillages'
import { growWater } from './growWater'
import { growWoods } from './growWoods'
import { publishCity } from './publishCity'
import { growQuarterRing, quarters } from './streetPlan'
import type { City } from './types'

/** The demonstration city, the same on every run. Takes some seconds. */
export function growCity(): City {
  const { towns, boundary } = growTowns(growBoundary())
  const water = growWater(boundary)
  const hills = growHills(boundary, water)
  const railways = growRailways(boundary)
  const embankments = growEmbankments(water, growQuarterRing(quarters[0]!))
  const streets = growStreets(embankments.map(({ path }) => path))
  const urban = streets.rings
  const sites = growSites()

  const mainRoads = growMainRoads(boundary, streets.gates).flatMap((line) => {
    const path = line.class === 'motorway' ? line.path : outsideOf(line.path, urban)
    return path ? [{ ...line, path }] : []
  })
  const centres = growTownStreets(towns, mainRoads, boundary)
  const settled = [...urban, ...centres.map(({ ring }) => ring)]
  const works = sites.map(({ ring }) => ring)
  const villages = growVillages(towns, boundary, {
    rings: [...water.lakes, ...hills].map(({ ring }) => ring).concat(settled, works),
    paths: [
      ...water.rivers.map(({ path, to }) => ({ path, metres: to })),
      ...railways.map(({ path }) => ({ path, metres: 40 })),
      ...mainRoads.filter((road) => road.class === 'motorway').map(({ path }) => ({ path, metres: 60 })),
    ],
  })
  const villageRoads = growVillageRoads(villages, towns, boundary).flatMap((line) => {
    const path = outsideOf(line.path, [...settled, ...works])
    return path ? [{ ...line, path, reach: 150 }] : []
  })
  const lines = [
    ...mainRoads,
    ...streets.lines,
    ...embankments,
    ...centres.flatMap((centre) => centre.lines),
    ...villageRoads,
  ]
  const net = growRoads(lines, water, railways)

  const blocks = growBlocks(net, {
    boundary,
    city: urban,
    towns: centres,
    villages,
    sites,
    landmarks,
    water: water.rings,
    rivers: water.rivers.filter(({ id }) => id === 'xiaoyi' || id === 'dasha').map(({ course }) => course),
    lakes: water.lakes.filter(({ id }) => id === 'mengzi-lake').map(({ ring }) => ring),
    green: hills.map(({ ring }) => ring),
    railways: railways.map(({ path }) => path),
  })
  const builtUp = growBuiltUp(blocks)
  const buildings = growBuildings(blocks)
  const people = arrangePeople(blocks, buildings, builtUp)
  const population = growPopulation(
    blocks.flatMap(({ centre, place }, index) => {
      const residents = { point: centre, people: people[index]! }
      return place === 'village' ? spreadVillagers(residents, boundary) : [residents]
    }),
    builtUp,
  )
  const builtOn = [...settled, ...works, ...villages.map(({ ring }) => ring)]
  const woods = growWoods(
    boundary,
    villages.map(({ centre }) => centre),
    [...water.rings, ...hills.map(({ ring }) => ring)],
    builtOn,
  )
  return publishCity({
    boundary,
    towns,
    water,
    hills: [...hills, ...woods],
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
