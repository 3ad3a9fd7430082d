import { metresBetween } from '../geometry/offset'
import { seenFrom, shareSeen, type Viewpoint } from '../geometry/seenFrom'
import { shortOf } from './chosen'
import type { KeyArea } from './growKeyAreas'
import type { Survey } from './survey'
import { samples } from './survey'

/** A sector or a small cell of an operator. */
export interface Cell extends Viewpoint {
  readonly mast: string
  readonly operator: string
  readonly kind: '宏站' | '微站' | '室分'
  readonly height: number
}

/** Well above and well below the catalog's threshold of 0.8, so that the sampling here cannot decide a star. */
const surely = 0.9
const surelyNot = 0.68

/**
 * Cells such that the key areas of the built-up area end two short of five stars: the worst covered ones lose sectors
 * until they are clearly open, the others get a small cell where they are not yet clearly covered.
 */
export function tuneSites(facts: Survey, areas: readonly KeyArea[], sectors: readonly Cell[]): Cell[] {
  const counted = areas
    .map((area) => ({ area, points: samples(area.polygon) }))
    .filter(({ area }) => facts.mostlyBuiltUp(area.polygon))
    .map((each) => ({ ...each, share: shareSeen(sectors, each.points) }))
    .sort((a, b) => a.share - b.share)
  const open = counted.slice(0, counted.length - shortOf(0.8, counted.length, 2))
  const served = counted.slice(open.length)
  let cells = [...sectors]
  for (const { points } of open) {
    while (shareSeen(cells, points) > surelyNot) cells = withoutTheMostUseful(cells, points)
  }
  for (const { points } of served)
    cells = withSmallCells(
      cells,
      points,
      open.map((each) => each.points),
    )
  return cells
}

type Points = ReturnType<typeof samples>

function withoutTheMostUseful(cells: readonly Cell[], points: Points): Cell[] {
  const reach = (cell: Cell) => points.filter((point) => seenFrom(cell, point)).length
  const most = cells.reduce((best, cell) => (reach(cell) > reach(best) ? cell : best))
  return cells.filter((cell) => cell !== most)
}

/** Small cells at the points furthest from service, as long as no open area becomes covered by them. */
function withSmallCells(cells: readonly Cell[], points: Points, open: readonly Points[]): Cell[] {
  let all = [...cells]
  for (let round = 0; round < 12 && shareSeen(all, points) < surely; round++) {
    const dark = points.filter((point) => !all.some((cell) => seenFrom(cell, point)))
    const middle = dark.reduce((best, point) => (apart(point, dark) < apart(best, dark) ? point : best))
    const options = [200, 140, 90, 60].map((range) => smallCell(middle, range, all.length))
    const harmless = options.find((cell) => open.every((each) => shareSeen([...all, cell], each) <= surelyNot + 0.04))
    if (!harmless) break
    all = [...all, harmless]
  }
  return all
}

function apart(point: Points[number], points: Points): number {
  return points.reduce((sum, other) => sum + metresBetween(point, other), 0)
}

function smallCell(position: Points[number], range: number, index: number): Cell {
  const operator = (['移动', '联通', '电信'] as const)[index % 3]!
  return { mast: `微站${index}`, operator, kind: '微站', height: 9, position, range, azimuth: null, beamwidth: null }
}
