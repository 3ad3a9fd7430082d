import { useState } from 'react'

export interface ActiveRow {
  /** Its place among the rows; -1 where there are none. */
  readonly at: number
  readonly activate: (id: string, at: number) => void
}

/**
 * The row that has the one tab stop: a record, wherever the changes of a living table put it. When the record is gone
 * the one in its place follows.
 */
export function useActiveRow(ids: readonly string[], placeOf: ReadonlyMap<string, number>): ActiveRow {
  const [active, setActive] = useState<{ readonly id: string | null; readonly at: number }>({ id: null, at: 0 })
  const last = ids.length - 1
  const found = active.id === null ? undefined : placeOf.get(active.id)
  const at = found ?? Math.min(active.at, last)
  const id = active.id === null ? null : (ids[at] ?? active.id)
  if (id !== active.id || (found !== undefined && found !== active.at)) setActive({ id, at })
  return {
    at,
    activate: (next, place) =>
      setActive((now) => (now.id === next && now.at === place ? now : { id: next, at: place })),
  }
}
