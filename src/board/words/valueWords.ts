import { formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import type { Words } from '#i18n/useWords.ts'
import type { RowView } from '../rows/rowView'

/** Items in place of a checklist, or null when the row has none. */
export function checklistCount(view: RowView): { readonly met: number; readonly of: number } | null {
  const { checklist } = view.row
  if (!checklist) return null
  const items = view.result?.items ?? {}
  const keys = Object.keys(checklist)
  return { met: keys.filter((key) => items[key] === true).length, of: keys.length }
}

/** The row's present value in one line: “68.8%”, “5 / 8”, “—”. */
export function valueWords(view: RowView, { language }: Words): string {
  if (view.row.metrics.length === 0) {
    const count = checklistCount(view)
    return count && view.standing.kind !== 'unknown' && view.result ? `${count.met} / ${count.of}` : '—'
  }
  return view.head ? joinFigure(formatQuantity(view.head.result.value, view.head.metric.unit, language)) : '—'
}
