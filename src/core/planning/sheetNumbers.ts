import type { Bounds } from '../geo/boundsOf'

/**
 * The sheets of GB/T 13989-2012: a sheet of 1:1,000,000 is 4° of latitude by 6° of longitude, and each scale parts it into
 * so many rows and columns. Denominator, letter, parts a side, digits of a row and a column.
 */
const SERIES = [
  [500_000, 'B', 2, 3],
  [250_000, 'C', 4, 3],
  [100_000, 'D', 12, 3],
  [50_000, 'E', 24, 3],
  [25_000, 'F', 48, 3],
  [10_000, 'G', 96, 3],
  [5000, 'H', 192, 3],
  [2000, 'I', 576, 3],
  [1000, 'J', 1152, 4],
  [500, 'K', 2304, 4],
] as const

const [HEIGHT, WIDTH] = [4, 6]

export type SheetScale = (typeof SERIES)[number][0]

/** Denominators of the scales that have sheets, the smallest scale first. */
export const SHEET_SCALES: readonly SheetScale[] = SERIES.map(([scale]) => scale)

export interface StandardSheet {
  /** Such as `I50I074287`. */
  readonly number: string
  readonly bounds: Bounds
}

/** The standard sheets of a scale that meet bounds (degrees, northern hemisphere), from the north-west. */
export function sheetsOver(scale: SheetScale, [west, south, east, north]: Bounds): readonly StandardSheet[] {
  const [, letter, parts, digits] = SERIES.find(([denominator]) => denominator === scale)!
  // Rows are counted from the north within a sheet of 1:1,000,000, those from the equator; columns from the west.
  const first = Math.floor((west + 180) * (parts / WIDTH))
  const last = Math.ceil((east + 180) * (parts / WIDTH)) - 1
  const bottom = Math.max(0, Math.floor(south * (parts / HEIGHT)))
  const top = Math.ceil(north * (parts / HEIGHT)) - 1
  const sheets: StandardSheet[] = []
  for (let up = top; up >= bottom; up--) {
    const belt = String.fromCharCode(65 + Math.floor(up / parts))
    const row = parts - (up % parts)
    for (let along = first; along <= last; along++) {
      const zone = Math.floor(along / parts) + 1
      const column = (along % parts) + 1
      const counted = (count: number) => String(count).padStart(digits, '0')
      sheets.push({
        number: `${belt}${String(zone).padStart(2, '0')}${letter}${counted(row)}${counted(column)}`,
        bounds: [
          (along * WIDTH) / parts - 180,
          (up * HEIGHT) / parts,
          ((along + 1) * WIDTH) / parts - 180,
          ((up + 1) * HEIGHT) / parts,
        ],
      })
    }
  }
  return sheets
}
