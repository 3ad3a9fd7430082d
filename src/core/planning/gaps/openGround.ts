import type { MultiPolygon, Polygon } from 'geojson'
import { type Bounds, boundsOf } from '../../geo/boundsOf'
import type { CoverSet } from '../../geo/coverSet'
import { insidePolygon } from '../../geo/inside'
import { groundWithin } from '../../geo/pathsWithin'
import { edgesMeet } from '../../geo/sheets/boxes'
import { coverByPolygons } from '../../geo/sheets/coverByPolygons'
import { roundMeasure } from '../../indicators/ratioResult'
import type { PeopleCount } from './gap'
import type { PeopleCell, PeopleGrid } from './peopleGrid'

type Area = Polygon | MultiPolygon

/** Uncovered ground of a subject. */
export interface OpenGround {
  /** As it is drawn: its arcs to some centimetres. */
  readonly drawn: Area
  /** What it is exactly: the subject, within limits, without what covers it. */
  readonly subject: Area
  /** Null: not filtered by scope. */
  readonly limits: readonly Area[] | null
  /** Null: all of the subject is open. */
  readonly covers: CoverSet | null
}

/** A cell and its open square metres. */
export interface OpenCell {
  readonly cell: PeopleCell
  readonly open: number
}

/** Less than this share of a cell is rounding. */
const ROUNDING = 1e-9

/** What of each cell lies open under a ground, by the exact kernel; a step a cell. */
export function* openCells(ground: OpenGround, grid: PeopleGrid): Generator<void, readonly OpenCell[]> {
  const cells: OpenCell[] = []
  for (const cell of grid.near(boundsOf(ground.drawn))) {
    const open = openWithin(cell, [ground])
    if (open > ROUNDING * cell.subject.area) cells.push({ cell, open })
    yield
  }
  return cells
}

/** Open square metres of a cell under grounds of one metric, each spot once. */
function openWithin(cell: PeopleCell, grounds: readonly OpenGround[]): number {
  const [first] = grounds
  if (!first) return 0
  const { covers, limits } = first
  const subjects = grounds.map(({ subject }) => subject)
  const { share, covered } = coveredBy(cell, subjects)
  if (share === 0) return 0
  if (!covers && !limits) return covered
  const plain = share === 1 && !limits
  const part = plain ? cell.subject : groundWithin(subjects, [...(limits ? [limits] : []), [cell.polygon]], cell.bounds)
  if (!part) return 0
  return covers ? covers.coverPolygon(part).uncovered : part.area
}

/** How much of a cell areas cover. Most cells of a region are not near its edge: of those one look at it is enough. */
function coveredBy({ subject, bounds }: PeopleCell, areas: readonly Area[]) {
  const [only] = areas
  if (only && areas.length === 1 && !edgesMeet(only, bounds)) {
    const inside = insidePolygon([(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2], only)
    return inside ? { share: 1, covered: subject.area } : { share: 0, covered: 0 }
  }
  const polygons = areas.map((polygon) => ({ polygon, bounds: boundsOf(polygon) }))
  return coverByPolygons(subject, polygons, { gap: false })
}

/** Open square metres of a cell under any of these grounds. */
export function openTogether(cell: PeopleCell, grounds: readonly OpenGround[]): number {
  const [first] = grounds
  if (grounds.every(({ covers, limits }) => covers === first?.covers && limits === first.limits)) {
    return openWithin(cell, grounds)
  }
  // Of several metrics: what each leaves open, as it is drawn.
  return coveredBy(
    cell,
    grounds.map(({ drawn }) => drawn),
  ).covered
}

/** How a ground's open cells fall to the pieces it is parted into: as the pieces are drawn; a step a cell. */
export function* cellsOfPieces(
  cells: readonly OpenCell[],
  pieces: readonly Area[],
): Generator<void, readonly (readonly OpenCell[])[]> {
  if (pieces.length === 1) return [cells]
  const bounds = pieces.map(boundsOf)
  const shared: OpenCell[][] = pieces.map(() => [])
  for (const { cell, open } of cells) {
    const drawn = pieces.map((piece, at) => (meet(bounds[at]!, cell.bounds) ? coveredBy(cell, [piece]).covered : 0))
    yield
    const whole = drawn.reduce((sum, each) => sum + each, 0)
    for (const [at, each] of drawn.entries()) if (each > 0) shared[at]!.push({ cell, open: (open * each) / whole })
  }
  return shared
}

function meet(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]
}

/** People of cells by the share of each that lies open. Without any cell nobody knows who lives there. */
export function peopleOf(cells: readonly OpenCell[]): PeopleCount {
  return sumPeople(
    cells.map(({ cell, open }) => (cell.people === null ? null : (cell.people * open) / cell.subject.area)),
  )
}

/** Adds up figures; null: one that is not known. */
export function sumPeople(figures: readonly (number | null)[]): PeopleCount {
  const known = figures.filter((each) => each !== null)
  if (known.length === 0) return UNKNOWN
  const sum = roundMeasure(known.reduce((total, each) => total + each, 0))
  return known.length === figures.length ? { people: sum, atLeast: null } : { people: null, atLeast: sum }
}

const UNKNOWN: PeopleCount = { people: null, atLeast: null }
