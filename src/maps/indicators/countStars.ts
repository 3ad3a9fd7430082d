import type { RowView } from './rowView'

export interface StarCount {
  /** Rows that can have a star. */
  readonly starRows: number
  readonly four: number
  /** Known, and under four stars. */
  readonly below: number
  readonly unknown: number
  readonly pending: number
  readonly deductions: number
}

/** The headline: no composite score, only how many rows stand where; deductions are counted beside. */
export function countStars(rows: readonly RowView[]): StarCount {
  const count = { starRows: 0, four: 0, below: 0, unknown: 0, pending: 0, deductions: 0 }
  for (const { standing } of rows) {
    if (standing.kind === 'deduction') {
      count.deductions += 1
      continue
    }
    count.starRows += 1
    if (standing.kind === 'pending') count.pending += 1
    else if (standing.kind === 'unknown') count.unknown += 1
    else if (standing.kind === 'star' && standing.star >= 4) count.four += 1
    else count.below += 1
  }
  return count
}
