import { featureCollection, intersect, polygon as polygonFeature } from '@turf/turf'
import type { MultiPolygon, Polygon } from 'geojson'
import { toPlane, toPosition } from '../city/plane'
import { centreOf } from '../geometry/centreOf'
import { containment } from '../geometry/contains'
import { extent, outline } from '../geometry/outline'
import type { FeedFile } from './feedFile'
import { feature } from './feedFile'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'

export interface Grid {
  /** Fifteen digits: division, subdistrict, community, serial. */
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly polygon: Polygon | MultiPolygon
}

const size = 820

/** Governance grids over the built-up area, about 0.7 km² each, cut at its edge. */
export function growGrids(facts: Survey): Grid[] {
  const area = facts.city.scopes.find((scope) => scope.id === 'built-up')!.polygon
  const [west, south, east, north] = extent(outline(area).flat(2))
  const grids: Grid[] = []
  for (let y = south; y < north; y += size) {
    for (let x = west; x < east; x += size) {
      const cut = cell(x, y, area)
      if (!cut) continue
      const town = facts.townOf(centreOf(cut))
      const serial = grids.length + 1
      grids.push({
        id: `${town.code}${numbered(Math.ceil(serial / 4), 3)}${numbered(serial, 3)}`,
        name: `${town.zh.replace('街道', '')}${numbered(serial, 3)}网格`,
        nameEn: `${town.en} grid ${numbered(serial, 3)}`,
        polygon: cut,
      })
    }
  }
  return grids
}

function cell(x: number, y: number, area: Polygon | MultiPolygon): Polygon | MultiPolygon | null {
  const ring = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ].map(([a, b]) => toPosition([a!, b!]))
  const inside = intersect(
    featureCollection([polygonFeature([ring]), { type: 'Feature', properties: {}, geometry: area }]),
  )
  if (!inside) return null
  const round = (value: number) => Math.round(value * 1e6) / 1e6
  const tidy = (rings: number[][][]) => rings.map((each) => each.map((position) => position.map(round)))
  const { geometry } = inside
  const cut: Polygon | MultiPolygon =
    geometry.type === 'Polygon'
      ? { type: 'Polygon', coordinates: tidy(geometry.coordinates) }
      : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(tidy) }
  const [west, south, east, north] = extent(outline(cut).flat(2))
  return (east - west) * (north - south) < 60_000 ? null : cut
}

/** The grid that holds a position, or null outside all. */
export function gridFinder(grids: readonly Grid[]): (position: readonly number[]) => Grid | null {
  const prepared = grids.map((grid) => ({ grid, holds: containment(grid.polygon) }))
  return (position) => prepared.find(({ holds }) => holds([...position]))?.grid ?? null
}

export function gridFeed(grids: readonly Grid[], facts: Survey): FeedFile {
  const blocks = facts
    .blocks('residential', 'village')
    .map((block) => ({ people: block.people, at: centreOf(block.polygon) }))
  const features = grids.map((grid) => {
    const holds = containment(grid.polygon)
    const people = blocks.filter(({ at }) => holds(at)).reduce((sum, block) => sum + block.people, 0)
    const [east, north] = toPlane(centreOf(grid.polygon))
    const staff = 1 + (Math.abs(Math.round(east + north)) % 3)
    return feature(grid.id, grid.polygon, { name: grid.name, name_en: grid.nameEn, people, staff })
  })
  return { id: 'grids', asOf: minutesBefore(1440 * 3), features }
}
