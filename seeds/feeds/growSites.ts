import type { Position } from 'geojson'
import type { Building } from '../city/types'
import { centreOf } from '../geometry/centreOf'
import { metresBetween, offset } from '../geometry/offset'
import type { Random } from '../random'
import type { FeedFeature, FeedFile } from './feedFile'
import { pointFeature } from './feedFile'
import type { KeyArea } from './growKeyAreas'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'
import { type Cell, tuneSites } from './tuneSites'

const operators = ['移动', '移动', '移动', '联通', '联通', '电信', '电信'] as const
const wanted = 600

/**
 * 600 radio cells of three operators: tri-sector masts on the taller buildings of the built-up area, single cells at
 * town seats and villages, small cells at key areas. Coverage of key areas ends two areas short of five stars.
 */
export function growSites(facts: Survey, areas: readonly KeyArea[], dice: Random): FeedFile[] {
  const masts = urbanMasts(facts, dice)
  const sectors = masts.flatMap((mast, index) => triSector(mast, `铁塔${numbered(index + 1, 3)}`, dice))
  const tuned = tuneSites(facts, areas, sectors)
  const rural = ruralCells(facts, wanted - tuned.length, dice)
  const cells = [...tuned, ...rural].slice(0, wanted)
  return [
    { id: 'sites-5g', asOf: null, features: cells.map((cell, index) => siteFeature(cell, index, dice)) },
    { id: 'poles', asOf: minutesBefore(60 * 30), features: poles(cells, dice) },
  ]
}

/** Tall buildings no nearer than 430 m to each other. */
function urbanMasts(facts: Survey, dice: Random): Building[] {
  const tall = facts.city.buildings
    .filter((building) => building.height >= 15)
    .map((building) => ({
      building,
      position: centreOf(building.polygon),
      rank: building.height + dice.between(0, 25),
    }))
    .filter(({ position }) => facts.builtUp(position))
    .sort((a, b) => b.rank - a.rank)
  const kept: typeof tall = []
  for (const each of tall) {
    if (kept.length >= 140) break
    if (kept.every((other) => metresBetween(other.position, each.position) >= 430)) kept.push(each)
  }
  return kept.map(({ building }) => building)
}

function triSector(building: Building, mast: string, dice: Random): Cell[] {
  const first = dice.whole(0, 11) * 10
  const operator = dice.pick(operators)
  return [0, 120, 240].map((turn) => ({
    mast,
    operator,
    kind: '宏站' as const,
    height: building.height + 6,
    position: centreOf(building.polygon),
    range: dice.whole(26, 40) * 10,
    azimuth: first + turn,
    beamwidth: dice.chance(0.8) ? 120 : 100,
  }))
}

function ruralCells(facts: Survey, count: number, dice: Random): Cell[] {
  const villages = facts
    .blocks('village', 'residential', 'industrial')
    .filter((block) => !facts.builtUp(block.polygon.coordinates[0]![0]!))
  const seats = facts.city.towns.flatMap((town) =>
    [0, 1, 2].map((turn) => facts.around(town.seat, turn * 120 + 20, turn === 0 ? 150 : 900)),
  )
  const spread: Position[] = [...seats, ...dice.shuffle(villages).map((block) => centreOf(block.polygon))]
  const positions = spread.filter((position) => farFromTown(facts, position))
  return Array.from({ length: Math.max(0, count) }, (_, index) => ({
    mast: `铁塔${numbered(500 + index, 3)}`,
    operator: dice.pick(operators),
    kind: '宏站' as const,
    height: dice.whole(30, 48),
    position: positions[index % positions.length] ?? positions[0]!,
    range: dice.whole(8, 15) * 100,
    azimuth: null,
    beamwidth: null,
  }))
}

/** No cell of the country reaches the built-up area, whose coverage is settled before. */
function farFromTown(facts: Survey, position: Position): boolean {
  return [0, 45, 90, 135, 180, 225, 270, 315].every((bearing) =>
    [0, 500, 1000, 1500].every((metres) => !facts.builtUp(offset(position, bearing, metres))),
  )
}

function siteFeature(cell: Cell, index: number, dice: Random): FeedFeature {
  return pointFeature(`5G-${numbered(index + 1, 4)}`, cell.position, {
    name: `${cell.mast}${cell.kind}`,
    name_en: `${mastEn(cell.mast)} ${cell.kind === '宏站' ? 'macro cell' : 'small cell'}`,
    operator: cell.operator,
    kind: cell.kind,
    mast: cell.mast,
    height: cell.height,
    range_m: cell.range,
    azimuth: cell.azimuth,
    beamwidth: cell.beamwidth,
    band: dice.pick(['2.6GHz', '3.5GHz', '700MHz']),
    status: dice.chance(0.97) ? '在网' : '退服',
    time: minutesBefore(20 + dice.whole(0, 40)),
  })
}

/** 铁塔001 or 微站1 in English. */
const mastEn = (mast: string): string => mast.replace('铁塔', 'Tower ').replace('微站', 'Lamp post ')

/** One pole for every mast; a third could take another operator. */
function poles(cells: readonly Cell[], dice: Random): FeedFeature[] {
  const first = new Map(cells.map((cell) => [cell.mast, cell]))
  return [...first.values()].map((cell) =>
    pointFeature(cell.mast, cell.position, {
      name: cell.mast,
      name_en: mastEn(cell.mast),
      operator: '铁塔',
      height: cell.height,
      kind: cell.azimuth === null ? '落地塔' : '楼面塔',
      shareable: dice.chance(0.34),
    }),
  )
}
