import { distance, insideRing } from './measure'
import type { Path, Point } from './plane'

export interface CellPlan {
  readonly west: number
  readonly south: number
  readonly size: number
  readonly people: number
}

export interface Residents {
  readonly point: Point
  readonly people: number
}

/** Whole numbers in proportion to the weights that sum to the total exactly (largest remainder). */
export function apportion(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((before, weight) => before + weight, 0)
  const exact = weights.map((weight) => (weight / sum) * total)
  const floors = exact.map(Math.floor)
  const left = total - floors.reduce((before, value) => before + value, 0)
  const order = exact.map((value, index) => ({ index, rest: value - floors[index]! }))
  order.sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order.slice(0, left)) floors[index] = floors[index]! + 1
  return floors
}

/** Squares of 500 m in and around the built-up area and of 1 km elsewhere, counting the residents within. */
export function growPopulation(residents: readonly Residents[], builtUp: Path): CellPlan[] {
  const cells = new Map<string, CellPlan>()
  const fine = new Map<string, boolean>()
  const isFine = (column: number, row: number): boolean => {
    const key = `${column},${row}`
    const known = fine.get(key)
    if (known !== undefined) return known
    const middle: Point = [(column + 0.5) * 1000, (row + 0.5) * 1000]
    const near = insideRing(middle, builtUp) || builtUp.some((point) => distance(point, middle) < 710)
    fine.set(key, near)
    return near
  }
  for (const { point, people } of residents) {
    const size = isFine(Math.floor(point[0] / 1000), Math.floor(point[1] / 1000)) ? 500 : 1000
    const west = Math.floor(point[0] / size) * size
    const south = Math.floor(point[1] / size) * size
    const key = `${west},${south},${size}`
    cells.set(key, { west, south, size, people: (cells.get(key)?.people ?? 0) + people })
  }
  return [...cells.values()].sort((a, b) => a.south - b.south || a.west - b.west)
}

/** Some villagers live in hamlets around: four groups of a tenth each, where these are within the county. */
export function spreadVillagers(village: Residents, boundary: Path): Residents[] {
  const away = 760
  const around: readonly Point[] = [
    [away, away / 3],
    [-away / 3, away],
    [-away, -away / 3],
    [away / 3, -away],
  ]
  const tenth = Math.floor(village.people / 10)
  const hamlets = around
    .map(([east, north]): Point => [village.point[0] + east, village.point[1] + north])
    .filter((point) => insideRing(point, boundary))
    .map((point) => ({ point, people: tenth }))
  return [{ point: village.point, people: village.people - tenth * hamlets.length }, ...hamlets].filter(
    ({ people }) => people > 0,
  )
}
