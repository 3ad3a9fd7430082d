import type { CaseVerb } from '#core/cases/stages.ts'

/** What a form holds. */
export interface ActionFields {
  readonly unit: string
  /** Stage to return to. */
  readonly to: string
  readonly note: string
  readonly signer: string
}

export type FieldFault = 'missingUnit' | 'sameUnit' | 'missingReason' | 'missingText' | 'missingSigner' | 'tooLong'
export type ActionFaults = Partial<Record<keyof ActionFields, FieldFault>>

/** Characters a remark may have. */
export const LONGEST_NOTE = 500

export const wantsUnit = (verb: CaseVerb): boolean => verb === 'dispatch' || verb === 'reassign'
/** A remark that must be there: for what is held back or sent back the reason, for a note the note. */
export const wantsNote = (verb: CaseVerb): boolean => verb === 'return' || verb === 'suspend' || verb === 'note'

/** What is wrong with a form before it is sent, by field; none: it may go. */
export function actionFaults(verb: CaseVerb, fields: ActionFields, unitNow: string | null): ActionFaults {
  const faults: ActionFaults = {}
  if (wantsUnit(verb) && fields.unit === '') faults.unit = 'missingUnit'
  else if (verb === 'reassign' && fields.unit === unitNow) faults.unit = 'sameUnit'
  const note = fields.note.trim()
  if (wantsNote(verb) && note === '') faults.note = verb === 'note' ? 'missingText' : 'missingReason'
  else if (note.length > LONGEST_NOTE) faults.note = 'tooLong'
  if (fields.signer.trim() === '') faults.signer = 'missingSigner'
  return faults
}
