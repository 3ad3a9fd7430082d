import { create } from 'zustand'
import type { Edit } from '#core/model/world.ts'
import type { EditFault } from '#engine/world/editFaults.ts'

const NONE: readonly EditFault[] = []

interface EditFaults {
  /** The steps that were asked about: of any others nothing is known yet. */
  readonly of: readonly Edit[] | null
  readonly faults: readonly EditFault[]
}

/** The steps of the scenario on show that cannot be made of the city as it has become; the others are on show. */
export const useEditFaults = create<EditFaults>(() => ({ of: null, faults: NONE }))

/** What is known to be wrong with these steps. */
export const faultsOf = (edits: readonly Edit[], { of, faults }: EditFaults): readonly EditFault[] =>
  of === edits ? faults : NONE

/** The steps that can be made. */
export function soundEdits(edits: readonly Edit[], faults: readonly EditFault[]): readonly Edit[] {
  if (faults.length === 0) return edits
  const refused = new Set(faults.map(({ number }) => number))
  return edits.filter((_, at) => !refused.has(at + 1))
}
