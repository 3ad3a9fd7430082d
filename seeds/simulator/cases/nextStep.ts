import type { CaseRecord } from '#core/cases/caseRecord.ts'
import { CASE_STAGES, movesCase, stageRank, VERB_INTO } from '#core/cases/stages.ts'
import type { CaseTransition } from '#core/cases/transitions.ts'
import { draw, seedOf } from '../draw'
import type { CasePace } from './casePace'

/** A case with what its pace depends on. */
export interface LivingCase {
  readonly record: CaseRecord
  readonly properties: Readonly<Record<string, unknown>>
  /** Of the case's id. */
  readonly seed: number
}

/** Who takes a case on from each stage; null: the unit in charge. */
const HANDS = {
  上报: '受理员',
  受理: '值班长',
  立案: '派遣员',
  派遣: null,
  处置: null,
  核查: '核查员',
  结案: '核查员',
} as const

const RETURNED = { 派遣: '不属本单位职责', 核查: '核查不合格，返工' } as const
const WAITS = ['等待备件', '等待产权单位确认', '恶劣天气，暂缓施工'] as const
const LONGEST_TIMES_RETURNED = 2

/** Some units are quicker than others: 0.78 to 1.2 of the usual. */
const unitPace = (unit: string | null) => 0.78 + 0.42 * draw(seedOf(unit ?? ''), 61)

/** Share of the limit a stay takes; one in nine runs over. */
function shareOfLimit(life: LivingCase, visit: number): number {
  const { record, seed } = life
  const pace = record.stage === '处置' ? unitPace(record.unit) : 1
  const slow = draw(seed, 41, visit) < 0.11 * pace * pace
  const part = draw(seed, 42, visit)
  return slow ? 1.1 + 1.3 * part : Math.min(0.97, (0.18 + 0.72 * part) * pace)
}

/** What happens when the stay ends: mostly a step on, now and then back, or to another unit. */
function wayOn(life: LivingCase, visit: number, units: readonly string[]): Omit<CaseTransition, 'at'> {
  const { record, seed } = life
  const { stage, unit } = record
  const lot = draw(seed, 43, visit)
  const mayReturn = record.returned < LONGEST_TIMES_RETURNED
  const by = HANDS[stage] ?? unit ?? undefined
  if (stage === '派遣' && mayReturn && lot < 0.035) return { verb: 'return', to: '立案', by, note: RETURNED.派遣 }
  const others = units.filter((other) => other !== unit)
  if (stage === '派遣' && lot > 0.965 && others.length > 0) {
    return { verb: 'reassign', by: '派遣员', unit: others[Math.floor(draw(seed, 44, visit) * others.length)] }
  }
  if (stage === '核查' && mayReturn && lot < 0.07) return { verb: 'return', to: '处置', by, note: RETURNED.核查 }
  const verb = VERB_INTO[CASE_STAGES[stageRank(stage) + 1]!]
  return verb === 'dispatch' ? { verb, by, unit: unit ?? others[0] } : { verb, by }
}

/**
 * What happens next to a case that is left alone, and when; null for a closed one. It depends on the case alone (its id,
 * past and unit), so that the same case always has the same life, however often it is asked. Never earlier than a second
 * after the last change.
 * @param units units to which a case may be reassigned
 */
export function nextStep(life: LivingCase, pace: CasePace, units: readonly string[]): CaseTransition | null {
  const { record, properties, seed } = life
  if (record.stage === '结案') return null
  const { history, stage } = record
  const visit = history.filter(({ verb }) => movesCase(verb)).length
  const sinceMove = history.slice(history.findLastIndex(({ verb }) => movesCase(verb)))
  const entered = sinceMove[0]?.at ?? record.time ?? record.reported ?? 0
  const last = history.at(-1)?.at ?? entered
  const time = pace.time(properties)
  const limit = pace.limit(properties, stage)
  const at = (from: number, minutes: number) =>
    Math.max(last + 1000, Math.ceil(time.after(from, minutes) / 1000 + 59 * draw(seed, 45, visit)) * 1000)

  if (record.suspended) {
    return { verb: 'resume', at: at(last, limit * (0.4 + 1.2 * draw(seed, 46, visit))), by: '值班长' }
  }
  const resumed = sinceMove.findLast(({ verb }) => verb === 'resume')
  const share = shareOfLimit(life, visit)
  if (resumed) return { ...wayOn(life, visit, units), at: at(resumed.at, limit * Math.min(share, 0.6)) }
  if (stage === '处置' && limit >= 480 && draw(seed, 47, visit) < 0.06) {
    const note = WAITS[Math.floor(draw(seed, 48, visit) * WAITS.length)]
    return { verb: 'suspend', at: at(entered, limit * 0.3), by: record.unit ?? undefined, note }
  }
  const urged = sinceMove.some(({ verb }) => verb === 'urge')
  if (stage === '处置' && share > 1.2 && !urged) {
    return { verb: 'urge', at: at(entered, limit * 1.04), by: '值班长', note: '已超处置时限，请尽快办理' }
  }
  return { ...wayOn(life, visit, units), at: at(entered, limit * share) }
}
