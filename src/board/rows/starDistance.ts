import type { StarNeed } from '#core/model/evaluation.ts'
import type { RowView } from './rowView'

function shortfall({ wanted, have }: StarNeed): number | null {
  if (typeof wanted === 'boolean') return have === null ? null : have === wanted ? 0 : 1
  if (typeof have !== 'number') return null
  return Math.abs(wanted - have) / Math.max(Math.abs(wanted), Number.EPSILON)
}

/**
 * How far a row is from its next star, for ordering only: the largest relative shortfall |wanted − have| / |wanted| of
 * what is still needed, an unmet item counting as 1. Null when the row has no next star or a value is unknown.
 */
export function starDistance({ result }: RowView): number | null {
  if (!result?.next || result.next.needs.length === 0) return null
  const parts = result.next.needs.map(shortfall)
  return parts.some((part) => part === null) ? null : Math.max(...parts.map((part) => part ?? 0))
}

/** Rows by their distance, nearest first, then by number of needs and by the order of the standard; without one last. */
export function byDistance(a: RowView, b: RowView): number {
  const [left, right] = [starDistance(a), starDistance(b)]
  if (left === null || right === null) {
    return left === right ? a.row.order - b.row.order : left === null ? 1 : -1
  }
  const needs = (a.result?.next?.needs.length ?? 0) - (b.result?.next?.needs.length ?? 0)
  return left - right || needs || a.row.order - b.row.order
}

/** Rows whose next step crosses the four-star line, nearest first. */
export function nearestToFour(rows: readonly RowView[]): readonly RowView[] {
  return rows.filter((view) => view.result?.next?.star === 4 && starDistance(view) !== null).sort(byDistance)
}
