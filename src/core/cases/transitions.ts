import type { Reason } from '../model/feedReport'
import type { CaseEvent, CaseRecord } from './caseRecord'
import { CASE_STAGES, CASE_VERBS, type CaseStage, type CaseVerb, stageRank, VERB_INTO } from './stages'

/** Something done to a case. */
export interface CaseTransition {
  /** Epoch milliseconds. */
  readonly at: number
  readonly verb: CaseVerb
  /** The unit in charge from now on; wanted by `reassign`, and by `dispatch` where the case names none. */
  readonly unit?: string | undefined
  /** Where a `return` goes; the stage before this one where it does not say. */
  readonly to?: CaseStage | undefined
  readonly by?: string | undefined
  readonly note?: string | undefined
}

export type TransitionResult =
  | { readonly ok: true; readonly case: CaseRecord }
  | { readonly ok: false; readonly reason: Reason }

/** Stages at which a case may be with the unit that handles it. */
const WITH_UNIT: ReadonlySet<CaseStage> = new Set(['派遣', '处置'])
/** Stages at which a case may be suspended 挂账: registered, and not yet handled. */
const MAY_WAIT: ReadonlySet<CaseStage> = new Set(['立案', '派遣', '处置'])

/** A case as it is reported. */
export function reportCase({ at, unit, by, note }: Omit<CaseTransition, 'verb' | 'to'>): CaseRecord {
  return {
    stage: '上报',
    unit: unit ?? null,
    suspended: false,
    returned: 0,
    reported: at,
    time: at,
    closed: null,
    history: [{ at, verb: 'report', stage: '上报', unit, by, note }],
  }
}

/** Why a verb may not be used on a case as it stands, or null where it may. */
function refusalOf({ stage, suspended }: CaseRecord, verb: CaseVerb): Reason | null {
  if (verb === 'note') return null
  if (verb === 'report') return REFUSALS.reported
  if (stage === '结案') return REFUSALS.closed
  if (verb === 'resume') return suspended ? null : REFUSALS.notSuspended
  if (suspended) return REFUSALS.suspended
  const fits = ((): boolean => {
    switch (verb) {
      case 'urge':
        return true
      case 'suspend':
        return MAY_WAIT.has(stage)
      case 'reassign':
        return WITH_UNIT.has(stage)
      case 'return':
        return stageRank(stage) > 0
      default:
        return VERB_INTO[CASE_STAGES[stageRank(stage) + 1]!] === verb
    }
  })()
  return fits ? null : REFUSALS.wrongStage(stage)
}

/** The verbs that may be used on a case as it stands, in the order of `CASE_VERBS`. */
export function legalVerbs(record: CaseRecord): readonly CaseVerb[] {
  return CASE_VERBS.filter((verb) => refusalOf(record, verb) === null)
}

function stageAfter({ stage }: CaseRecord, { verb, to }: CaseTransition): CaseStage {
  switch (verb) {
    case 'suspend':
    case 'resume':
    case 'urge':
    case 'note':
      return stage
    case 'return':
      return to ?? CASE_STAGES[stageRank(stage) - 1]!
    case 'reassign':
      return '派遣'
    default:
      return CASE_STAGES[stageRank(stage) + 1]!
  }
}

function refuse(record: CaseRecord, transition: CaseTransition): Reason | null {
  const { at, verb, unit, to } = transition
  const refusal = refusalOf(record, verb)
  if (refusal) return refusal
  if (!Number.isFinite(at)) return REFUSALS.badTime
  if (at < (record.history.at(-1)?.at ?? record.time ?? -Infinity)) return REFUSALS.tooEarly
  if (verb === 'return' && to !== undefined && stageRank(to) >= stageRank(record.stage)) {
    return REFUSALS.notEarlier(record.stage)
  }
  if (verb === 'dispatch' && !unit && record.unit === null) return REFUSALS.noUnit
  if (verb === 'reassign') {
    if (!unit) return REFUSALS.noUnit
    if (unit === record.unit) return REFUSALS.sameUnit
  }
  return null
}

/**
 * The case machine: the case after a transition, or why it is refused; a refused one changes nothing.
 * Forward one stage at a time. 退回 `return` goes to an earlier stage and counts; 改派 `reassign` gives the case to another
 * unit and begins 派遣 again; 挂账 `suspend` allows nothing but `resume` and `note` until it is resumed; 催办 `urge` and
 * 批注 `note` change no stage. A closed case takes notes only.
 */
export function applyTransition(record: CaseRecord, transition: CaseTransition): TransitionResult {
  const reason = refuse(record, transition)
  if (reason) return { ok: false, reason }
  const { at, verb, by, note } = transition
  const stage = stageAfter(record, transition)
  const named = verb === 'dispatch' || verb === 'reassign' ? transition.unit || undefined : undefined
  const event: CaseEvent = { at, verb, stage, unit: named, by, note }
  return {
    ok: true,
    case: {
      stage,
      unit: named ?? record.unit,
      suspended: verb === 'suspend' || (record.suspended && verb !== 'resume'),
      returned: record.returned + (verb === 'return' ? 1 : 0),
      reported: record.reported,
      time: at,
      closed: verb === 'close' ? at : record.closed,
      history: [...record.history, event],
    },
  }
}

const fixed = (code: string, zh: string, en: string): Reason => ({ code, zh, en })

/** Why the case machine refuses a transition. */
export const REFUSALS = {
  closed: fixed('case-closed', '案件已结案', 'the case is closed'),
  suspended: fixed('case-suspended', '案件挂账中，先恢复', 'the case is suspended: resume it first'),
  notSuspended: fixed('case-not-suspended', '案件没有挂账', 'the case is not suspended'),
  reported: fixed('case-reported', '案件已上报', 'the case is already reported'),
  wrongStage: (stage: CaseStage): Reason =>
    fixed('case-stage', `在“${stage}”阶段不能这样做`, 'not possible at this stage'),
  notEarlier: (stage: CaseStage): Reason =>
    fixed('case-return', `只能退回到“${stage}”之前的阶段`, `can only be returned to a stage before “${stage}”`),
  noUnit: fixed('case-unit', '没有指明处置单位', 'no unit is named'),
  sameUnit: fixed('case-same-unit', '已由该单位处置', 'this unit already has the case'),
  badTime: fixed('case-time', '时间无法识别', 'the time cannot be read'),
  tooEarly: fixed('case-early', '早于案件的上一次变动', 'is earlier than the last change of the case'),
} as const
