/** The stages of a case, in the order in which it goes through them (GB/T 30428). */
export const CASE_STAGES = ['上报', '受理', '立案', '派遣', '处置', '核查', '结案'] as const
export type CaseStage = (typeof CASE_STAGES)[number]

/** What may happen to a case, as its history names it. */
export const CASE_VERBS = [
  'report',
  'accept',
  'register',
  'dispatch',
  'handle',
  'check',
  'close',
  'return',
  'reassign',
  'suspend',
  'resume',
  'urge',
  'note',
] as const
export type CaseVerb = (typeof CASE_VERBS)[number]

/** The verbs that take a case one stage on, by the stage they bring it to. */
export const VERB_INTO: Readonly<Record<CaseStage, CaseVerb>> = {
  上报: 'report',
  受理: 'accept',
  立案: 'register',
  派遣: 'dispatch',
  处置: 'handle',
  核查: 'check',
  结案: 'close',
}

/** Verbs that begin a visit of a stage; the others leave a case where it is. */
const MOVING: ReadonlySet<CaseVerb> = new Set([...Object.values(VERB_INTO), 'return', 'reassign'])

export const movesCase = (verb: CaseVerb): boolean => MOVING.has(verb)

/** Place in the order of stages, from 0. */
export const stageRank = (stage: CaseStage): number => CASE_STAGES.indexOf(stage)

const STAGES: ReadonlySet<unknown> = new Set(CASE_STAGES)
const VERBS: ReadonlySet<unknown> = new Set(CASE_VERBS)

export const isCaseStage = (value: unknown): value is CaseStage => STAGES.has(value)
export const isCaseVerb = (value: unknown): value is CaseVerb => VERBS.has(value)
