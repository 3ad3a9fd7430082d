import { type RowView, restsOnOldData } from './rowView'

export interface StarCount {
  /** Rows that can have a star. */
  readonly starRows: number
  readonly four: number
  /** Known, and under four stars. */
  readonly below: number
  readonly unknown: number
  readonly pending: number
  /** Rows whose data is not current: in no other count. */
  readonly old: number
  /** Those of them that last stood at four stars or more. */
  readonly oldFour: number
  readonly deductions: number
}

/**
 * The headline: no composite score, only how many rows stand where now; deductions are counted beside, and so are rows
 * that are known from old data alone.
 */
export function countStars(rows: readonly RowView[]): StarCount {
  const count = { starRows: 0, four: 0, below: 0, unknown: 0, pending: 0, old: 0, oldFour: 0, deductions: 0 }
  for (const view of rows) {
    const { standing } = view
    const four = standing.kind === 'star' && standing.star >= 4
    if (standing.kind === 'deduction') {
      count.deductions += 1
      continue
    }
    count.starRows += 1
    if (standing.kind === 'pending') count.pending += 1
    else if (standing.kind === 'unknown') count.unknown += 1
    else if (restsOnOldData(view)) {
      count.old += 1
      if (four) count.oldFour += 1
    } else if (four) count.four += 1
    else count.below += 1
  }
  return count
}
