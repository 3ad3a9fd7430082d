import type { City, NamedArea, NamedLine, RoadClass } from '../city/types'
import type { FeedFeature, FeedFile } from './feedFile'
import { feature } from './feedFile'

const surveyed = '2026-06-30T00:00:00+08:00'

/** The feeds that draw the city itself. */
export function growBase(city: City): FeedFile[] {
  return [
    base('boundary', [feature('370883', city.boundary, { name: '邹城市', name_en: 'Zoucheng' })]),
    base('towns', towns(city)),
    base('scopes', areas(city.scopes)),
    base('planning-area', [feature('planning', city.planningArea, { name: '城市规划区', name_en: 'Planning area' })]),
    base('water', areas(city.water)),
    base('rivers', lines(city.rivers)),
    base('green', areas(city.green)),
    base('blocks', blocks(city)),
    base('roads-major', roads(city, ['motorway', 'trunk', 'primary', 'secondary'])),
    base('streets', roads(city, ['tertiary', 'residential'])),
    base('railways', lines(city.railways)),
    base('buildings', buildings(city)),
    base('population', population(city)),
    base('place-names', placeNames(city)),
  ]
}

function base(id: string, features: readonly FeedFeature[]): FeedFile {
  return { id, asOf: surveyed, features }
}

function towns(city: City): FeedFeature[] {
  return city.towns.map((town) =>
    feature(town.code, town.polygon, { name: town.zh, name_en: town.en, kind: town.kind === 'town' ? '镇' : '街道' }),
  )
}

function areas(named: readonly NamedArea[]): FeedFeature[] {
  return named.map((each) => feature(each.id, each.polygon, { name: each.zh, name_en: each.en, kind: each.kind }))
}

function lines(named: readonly NamedLine[]): FeedFeature[] {
  return named.map((each) => feature(each.id, each.line, { name: each.zh, name_en: each.en, kind: each.kind }))
}

function blocks(city: City): FeedFeature[] {
  return city.blocks.map((block) =>
    feature(block.id, block.polygon, { use: block.use, ...(block.zh ? { name: block.zh, name_en: block.en } : {}) }),
  )
}

function roads(city: City, classes: readonly RoadClass[]): FeedFeature[] {
  return city.roads
    .filter((segment) => classes.includes(segment.class))
    .map((segment) =>
      feature(segment.id, segment.line, {
        ...(segment.zh ? { name: segment.zh, name_en: segment.en } : {}),
        class: segment.class,
        from: segment.from,
        to: segment.to,
        speed: segment.speed,
        lanes: segment.lanes,
        ...(segment.oneway ? { oneway: true } : {}),
        ...(segment.bridge ? { bridge: true } : {}),
      }),
    )
}

function buildings(city: City): FeedFeature[] {
  return city.buildings.map((building) =>
    feature(building.id, building.polygon, { height: building.height, floors: building.floors, use: building.use }),
  )
}

function population(city: City): FeedFeature[] {
  return city.population.map((cell) => feature(cell.id, cell.polygon, { people: cell.people }))
}

/** Names in three ranks: the city, subdistricts and towns, then scopes and waters. */
function placeNames(city: City): FeedFeature[] {
  const seats = city.towns.map((town) =>
    feature(
      `town-${town.code}`,
      { type: 'Point', coordinates: town.seat },
      { name: town.zh, name_en: town.en, rank: 2 },
    ),
  )
  const centre = city.towns.find((town) => town.kind === 'subdistrict') ?? city.towns[0]!
  const head = feature(
    'city',
    { type: 'Point', coordinates: centre.seat },
    { name: '邹城市', name_en: 'Zoucheng', rank: 1 },
  )
  return [head, ...seats]
}
