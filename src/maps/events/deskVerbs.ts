import type { CaseRecord } from '#core/cases/caseRecord.ts'
import { CASE_VERBS, type CaseVerb } from '#core/cases/stages.ts'
import { applyTransition, legalVerbs } from '#core/cases/transitions.ts'
import type { Reason } from '#core/model/feedReport.ts'

/** A verb the catalog has an endpoint for, and why it cannot be used now; null: it can. */
export interface OfferedVerb {
  readonly verb: CaseVerb
  readonly refusal: Reason | null
}

/** What a desk does most, first. */
const FIRST: readonly CaseVerb[] = ['dispatch', 'urge', 'return', 'reassign', 'suspend', 'resume', 'note']
/** Offered only where they may be used: the next step of the case, and the way out of 挂账. */
const BY_TURNS: readonly CaseVerb[] = ['resume', 'accept', 'register', 'handle', 'check', 'close']
const ORDER: readonly CaseVerb[] = [
  ...FIRST,
  ...CASE_VERBS.filter((verb) => !FIRST.includes(verb) && verb !== 'report'),
]

/** The verbs with an endpoint, in the desk's order, each with the case machine's word on it. */
export function deskVerbs(record: CaseRecord, endpoints: Readonly<Record<string, string>>): readonly OfferedVerb[] {
  const legal = new Set(legalVerbs(record))
  const offered = ORDER.filter(
    (verb) => Object.hasOwn(endpoints, verb) && (legal.has(verb) || !BY_TURNS.includes(verb)),
  )
  return offered.map((verb) => {
    if (legal.has(verb)) return { verb, refusal: null }
    const at = record.history.at(-1)?.at ?? record.time ?? 0
    const result = applyTransition(record, { at, verb })
    return { verb, refusal: result.ok ? null : result.reason }
  })
}
