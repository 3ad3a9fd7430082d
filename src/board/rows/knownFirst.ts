import { countStars } from './countStars'
import type { RowView } from './rowView'

const isKnown = ({ standing }: RowView): boolean => standing.kind === 'star' || standing.kind === 'below'

/** More than half of the rows that can have a star are unknown: those that are not would be lost among them. */
export function mostAreUnknown(rows: readonly RowView[]): boolean {
  const { unknown, starRows } = countStars(rows)
  return unknown * 2 > starRows
}

/** The rows that are known, then the others, both in the order they came in. */
export const knownFirst = (rows: readonly RowView[]): readonly RowView[] => [
  ...rows.filter(isKnown),
  ...rows.filter((view) => !isKnown(view)),
]

/** Groups with their known rows first, those that have any before those that have none. */
export function knownGroupsFirst(groups: readonly (readonly RowView[])[]): readonly (readonly RowView[])[] {
  const hasKnown = (group: readonly RowView[]) => group.some(isKnown)
  return [...groups.filter(hasKnown), ...groups.filter((group) => !hasKnown(group))].map(knownFirst)
}
