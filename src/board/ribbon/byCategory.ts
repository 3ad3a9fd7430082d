import type { RowView } from '../rows/rowView'

/** The rows in the standard's category groups, groups and rows in the order in which they come. */
export function byCategory(rows: readonly RowView[]): readonly (readonly RowView[])[] {
  const groups = new Map<string, RowView[]>()
  for (const view of rows) {
    const group = groups.get(view.row.category.zh)
    if (group) group.push(view)
    else groups.set(view.row.category.zh, [view])
  }
  return [...groups.values()]
}
