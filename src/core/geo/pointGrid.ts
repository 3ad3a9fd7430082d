import type { Position } from 'geojson'

/** Points sorted into the cells of a grid over their bounding box, about two to a cell. */
export interface PointGrid {
  /** Longitude and latitude by place in the grid: cell by cell, row by row. */
  readonly places: Float64Array
  /** Writes the runs of places whose cells meet a box to `runs` as from, to, from, to, …; gives how many numbers. */
  readonly runsIn: (west: number, south: number, east: number, north: number) => number
  readonly runs: Int32Array
}

/** Points to a cell, met by a point of the grid on average, beyond which the cells are of no use: points lie in heaps. */
const MOST_TOGETHER = 12

/** Null where points lie so unevenly that cells of one size do not part them. */
export function pointGrid(points: readonly Position[]): PointGrid | null {
  const count = points.length
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < count; i++) {
    const x = points[i]![0]!
    const y = points[i]![1]!
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  const cells = count / 2
  const width = Math.max(east - west, 1e-9)
  const height = Math.max(north - south, 1e-9)
  const columns = Math.max(1, Math.min(Math.ceil(cells), Math.round(Math.sqrt((cells * width) / height))))
  const rows = Math.max(1, Math.ceil(cells / columns))
  const across = columns / width
  const up = rows / height
  const column = (x: number) => Math.max(0, Math.min(columns - 1, Math.floor((x - west) * across)))
  const row = (y: number) => Math.max(0, Math.min(rows - 1, Math.floor((y - south) * up)))

  const cellOf = new Int32Array(count)
  const ends = new Int32Array(columns * rows + 1)
  for (let i = 0; i < count; i++) {
    const cell = row(points[i]![1]!) * columns + column(points[i]![0]!)
    cellOf[i] = cell
    ends[cell + 1]!++
  }
  let met = 0
  for (let cell = 1; cell <= columns * rows; cell++) {
    met += ends[cell]! ** 2
    ends[cell]! += ends[cell - 1]!
  }
  if (met > MOST_TOGETHER * count) return null
  const places = new Float64Array(count * 2)
  const next = ends.slice()
  for (let i = 0; i < count; i++) {
    const at = next[cellOf[i]!]!++ * 2
    places[at] = points[i]![0]!
    places[at + 1] = points[i]![1]!
  }
  const runs = new Int32Array(rows * 2)
  return {
    places,
    runs,
    runsIn(boxWest, boxSouth, boxEast, boxNorth) {
      const first = column(boxWest)
      const last = column(boxEast) + 1
      let written = 0
      for (let line = row(boxSouth) * columns; line <= row(boxNorth) * columns; line += columns) {
        const from = ends[line + first]!
        const to = ends[line + last]!
        if (from === to) continue
        runs[written++] = from
        runs[written++] = to
      }
      return written
    },
  }
}
