import type { LocalText } from '#core/model/feature.ts'
import { knownFirst } from '../rows/knownFirst'
import type { RowView } from '../rows/rowView'
import { byDistance } from '../rows/starDistance'

export const BOARD_SORTS = ['order', 'known', 'distance', 'star'] as const
export type BoardSort = (typeof BOARD_SORTS)[number]

export interface BoardFilter {
  /** Chinese name of a category; null: all. */
  readonly category: string | null
  /** Looked for in names, units and the order number; case does not matter. */
  readonly text: string
}

const holds = (text: LocalText, wanted: string): boolean =>
  text.zh.toLowerCase().includes(wanted) || (text.en ?? '').toLowerCase().includes(wanted)

/** Whether a row fits the filter. */
export function fitsBoard({ row }: RowView, { category, text }: BoardFilter): boolean {
  if (category !== null && row.category.zh !== category) return false
  const wanted = text.trim().toLowerCase()
  if (wanted === '' || String(row.order) === wanted) return true
  const names = [row.name, ...row.metrics.map((metric) => metric.name)]
  return names.some((name) => holds(name, wanted)) || row.units.some((unit) => unit.toLowerCase().includes(wanted))
}

/** Where a standing ranks by star: highest first, below the lowest under one star, then unknown and deductions. */
function starRank({ standing }: RowView): number {
  switch (standing.kind) {
    case 'star':
      return 5 - standing.star
    case 'below':
      return 5
    case 'unknown':
    case 'pending':
      return 6
    case 'deduction':
      return 7
  }
}

/** The rows in the wanted order. */
export function sortBoard(rows: readonly RowView[], sort: BoardSort): readonly RowView[] {
  switch (sort) {
    case 'order':
      return rows
    case 'known':
      return knownFirst(rows)
    case 'distance':
      return [...rows].sort(byDistance)
    case 'star':
      return [...rows].sort((a, b) => starRank(a) - starRank(b) || a.row.order - b.row.order)
  }
}
