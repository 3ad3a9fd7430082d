import type { Polygon, Position } from 'geojson'
import { containment } from '../geometry/contains'
import { metresBetween } from '../geometry/offset'
import type { FeedFeature, FeedFile } from './feedFile'
import { feature } from './feedFile'
import { minutesBefore } from './moment'
import { numbered } from './rounding'
import type { Survey } from './survey'
import { samples } from './survey'

/** Sheet grids of GB/T 13989-2012 within the 1:1 000 000 sheet I50 (114°-120° E, 32°-36° N), rows from the north. */
interface SheetGrid {
  readonly scale: 1000 | 2000
  readonly letter: string
  /** Rows and columns within I50. */
  readonly count: number
  readonly digits: number
}
const grid2000: SheetGrid = { scale: 2000, letter: 'I', count: 576, digits: 3 }
const grid1000: SheetGrid = { scale: 1000, letter: 'J', count: 1152, digits: 4 }

interface Sheet {
  readonly number: string
  readonly scale: number
  readonly polygon: Polygon
  readonly centre: Position
}

/**
 * Sheets of 1:2000 over the planning area and of 1:1000 over the middle of the built-up area. The survey lots not yet
 * flown leave the planning area as a whole just under four stars and the built-up area above them.
 */
export function growMapSheets(facts: Survey): FeedFile {
  const planning = containment(facts.city.planningArea)
  const points = samples(facts.city.planningArea)
  const small = sheetsOver(points, grid2000, planning)
  const middle = centreOfBuiltUp(points.filter(facts.builtUp))
  const large = sheetsOver(points.filter(facts.builtUp), grid1000, facts.builtUp).filter(
    (sheet) => metresBetween(sheet.centre, middle) < 1900,
  )
  const flown = withoutLots(small, points, facts, middle)
  const sheets = [...flown, ...large]
  return { id: 'map-sheets', asOf: minutesBefore(1440 * 12), features: sheets.map(sheetFeature) }
}

function centreOfBuiltUp(points: readonly Position[]): Position {
  const sum = (axis: 0 | 1) => points.reduce((total, point) => total + point[axis]!, 0) / points.length
  return [sum(0), sum(1)]
}

function sheetsOver(points: readonly Position[], grid: SheetGrid, wanted: (position: Position) => boolean): Sheet[] {
  const found = new Map<string, Sheet>()
  for (const point of points.filter(wanted)) {
    const number = numberAt(point, grid)
    if (!found.has(number)) found.set(number, sheetAt(point, grid))
  }
  return [...found.values()].sort((a, b) => (a.number < b.number ? -1 : 1))
}

/** Row from the north and column from the west, both from 1. */
function cellAt(position: Position, grid: SheetGrid): readonly [row: number, column: number] {
  const row = Math.floor(((36 - position[1]!) * grid.count) / 4) + 1
  return [row, Math.floor(((position[0]! - 114) * grid.count) / 6) + 1]
}

function numberAt(position: Position, grid: SheetGrid): string {
  const [row, column] = cellAt(position, grid)
  return `I50${grid.letter}${numbered(row, grid.digits)}${numbered(column, grid.digits)}`
}

function sheetAt(position: Position, grid: SheetGrid): Sheet {
  const width = 6 / grid.count
  const height = 4 / grid.count
  const [row, column] = cellAt(position, grid)
  const west = 114 + (column - 1) * width
  const north = 36 - (row - 1) * height
  const round = (value: number) => Math.round(value * 1e6) / 1e6
  const [left, right] = [round(west), round(west + width)]
  const [bottom, top] = [round(north - height), round(north)]
  const ring = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
    [left, bottom],
  ]
  return {
    number: numberAt(position, grid),
    scale: grid.scale,
    polygon: { type: 'Polygon', coordinates: [ring] },
    centre: [west + width / 2, north - height / 2],
  }
}

/** Two lots not flown: one at the built-up area's eastern edge, one at the planning area's south-eastern end. */
function withoutLots(sheets: readonly Sheet[], points: readonly Position[], facts: Survey, middle: Position): Sheet[] {
  const builtUp = points.filter(facts.builtUp)
  const edge = lot(sheets, builtUp, builtUp.length * 0.055, (sheet) => sheet.centre[0]! - middle[0]!)
  const open = points.filter((point) => !edge.has(numberAt(point, grid2000)))
  const outside = open.filter((point) => !facts.builtUp(point))
  const inTown = new Set(builtUp.map((point) => numberAt(point, grid2000)))
  const far = lot(
    sheets.filter((sheet) => !inTown.has(sheet.number)),
    outside,
    points.length * 0.115 - (points.length - open.length),
    (sheet) => (sheet.centre[0]! - middle[0]!) * 0.8 - (sheet.centre[1]! - middle[1]!),
  )
  return sheets.filter((sheet) => !edge.has(sheet.number) && !far.has(sheet.number))
}

/** Numbers of the sheets furthest in a direction, as long as they hold no more than `most` of the points. */
function lot(
  sheets: readonly Sheet[],
  points: readonly Position[],
  most: number,
  towards: (sheet: Sheet) => number,
): ReadonlySet<string> {
  const held = new Map<string, number>()
  for (const point of points) {
    const number = numberAt(point, grid2000)
    held.set(number, (held.get(number) ?? 0) + 1)
  }
  const numbers = new Set<string>()
  let count = 0
  for (const { number } of [...sheets].sort((a, b) => towards(b) - towards(a))) {
    count += held.get(number) ?? 0
    if (count > most) break
    if (held.has(number)) numbers.add(number)
  }
  return numbers
}

function sheetFeature(sheet: Sheet, index: number): FeedFeature {
  const year = 2021 + (index % 5)
  return feature(sheet.number, sheet.polygon, { name: sheet.number, scale: sheet.scale, year, method: '航测' })
}
