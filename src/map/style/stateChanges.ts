/** Feature-states to write, by map id; null takes one away. */
export type StateChange = readonly [id: number, state: string | null]

/** What turns the states that stand into those wanted: nothing for what stays as it is. */
export function stateChanges(
  standing: ReadonlyMap<number, string>,
  wanted: ReadonlyMap<number, string>,
): readonly StateChange[] {
  const changes: StateChange[] = []
  for (const id of standing.keys()) if (!wanted.has(id)) changes.push([id, null])
  for (const [id, state] of wanted) if (standing.get(id) !== state) changes.push([id, state])
  return changes
}
