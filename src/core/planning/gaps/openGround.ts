import type { MultiPolygon, Polygon } from 'geojson'
import { boundsOf } from '../../geo/boundsOf'
import type { CoverSet } from '../../geo/coverSet'
import { groundWithin } from '../../geo/pathsWithin'
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

/** What of each cell lies open under a ground, by the exact kernel. */
export function openCells(ground: OpenGround, grid: PeopleGrid): readonly OpenCell[] {
  return grid.near(boundsOf(ground.drawn)).flatMap((cell) => {
    const open = openWithin(cell, [ground])
    return open > ROUNDING * cell.subject.area ? [{ cell, open }] : []
  })
}

/** Open square metres of a cell under grounds of one metric, each spot once. */
function openWithin(cell: PeopleCell, grounds: readonly OpenGround[]): number {
  const [first] = grounds
  if (!first) return 0
  const { covers, limits } = first
  const subjects = grounds.map(({ subject }) => subject)
  const { share, covered } = coverByPolygons(
    cell.subject,
    subjects.map((polygon) => ({ polygon, bounds: boundsOf(polygon) })),
    { gap: false },
  )
  if (share === 0) return 0
  if (!covers && !limits) return covered
  const plain = share === 1 && !limits
  const part = plain ? cell.subject : groundWithin(subjects, [...(limits ? [limits] : []), [cell.polygon]], cell.bounds)
  if (!part) return 0
  return covers ? covers.coverPolygon(part).uncovered : part.area
}

/** Open square metres of a cell under any of these grounds. */
export function openTogether(cell: PeopleCell, grounds: readonly OpenGround[]): number {
  const [first] = grounds
  if (grounds.every(({ covers, limits }) => covers === first?.covers && limits === first.limits)) {
    return openWithin(cell, grounds)
  }
  // Of several metrics: what each leaves open, as it is drawn.
  const drawn = grounds.map(({ drawn: polygon }) => ({ polygon, bounds: boundsOf(polygon) }))
  return coverByPolygons(cell.subject, drawn, { gap: false }).covered
}

/** How a ground's open cells fall to the pieces it is parted into: as the pieces are drawn. */
export function cellsOfPieces(cells: readonly OpenCell[], pieces: readonly Area[]): readonly (readonly OpenCell[])[] {
  if (pieces.length === 1) return [cells]
  const bounds = pieces.map(boundsOf)
  const shared: OpenCell[][] = pieces.map(() => [])
  for (const { cell, open } of cells) {
    const drawn = pieces.map(
      (polygon, at) => coverByPolygons(cell.subject, [{ polygon, bounds: bounds[at]! }], { gap: false }).covered,
    )
    const whole = drawn.reduce((sum, each) => sum + each, 0)
    for (const [at, each] of drawn.entries()) if (each > 0) shared[at]!.push({ cell, open: (open * each) / whole })
  }
  return shared
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
