import type { Mark } from '#layers/coverageMarks.ts'

/** Feature-states to write, by map id; null takes one away. */
export type StateChange = readonly [id: number, mark: Mark | null]

/** What turns the states that stand into those wanted: nothing for what stays as it is. */
export function subjectStateChanges(
  standing: ReadonlyMap<number, Mark>,
  wanted: ReadonlyMap<number, Mark>,
): readonly StateChange[] {
  const changes: StateChange[] = []
  for (const id of standing.keys()) if (!wanted.has(id)) changes.push([id, null])
  for (const [id, mark] of wanted) if (standing.get(id) !== mark) changes.push([id, mark])
  return changes
}
