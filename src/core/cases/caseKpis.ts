import type { CaseFacts } from './caseFacts'
import { CASE_STAGES, type CaseStage } from './stages'

/** Days of the period and how groups are made, where nobody says otherwise. */
export const USUAL_KPIS = { days: 7, by: 'unit' } as const

/** A ratio with what it is made of; null when the denominator is 0. */
export interface CountedRatio {
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number
}

interface StageMean {
  readonly stage: CaseStage
  /** Minutes of the cases' own clocks. */
  readonly minutes: number
  readonly cases: number
}

/** The figures of a group of cases in a period. */
export interface CaseKpis {
  /** 立案数: cases registered in the period. */
  readonly registered: number
  /** 结案数: cases closed in the period. */
  readonly closed: number
  /** 结案率: of the cases registered in the period, those closed before its end. */
  readonly closing: CountedRatio
  /**
   * 按期结案率: of the cases decided in the period, those closed in time. A case is decided once: when it is closed in
   * time, or when its time is up. So one that is overdue and open counts against the unit, and no case counts twice.
   */
  readonly onTime: CountedRatio
  /** 返工率: of the cases closed in the period, those that had been returned. */
  readonly rework: CountedRatio
  /** Minutes from registration to closing, less suspension, over the cases closed in the period; null when none. */
  readonly handling: { readonly minutes: number; readonly cases: number } | null
  /** Mean minutes at each stage, over the cases closed in the period that say so, in order of the stages. */
  readonly stages: readonly StageMean[]
  /** The stage with the longest mean; null when no stage is known. */
  readonly slowest: StageMean | null
}

/** From the one moment on, up to the other and not with it; epoch milliseconds. */
export interface Period {
  readonly from: number
  readonly to: number
}

export interface GroupKpis {
  /** Null: the cases that name no unit, grid or class. */
  readonly key: string | null
  readonly now: CaseKpis
  readonly before: CaseKpis
}

export interface KpiReport {
  readonly period: Period
  /** The period of the same length just before. */
  readonly previous: Period
  readonly all: Omit<GroupKpis, 'key'>
  /** Groups with a case registered, closed or decided in either period, the busiest of this period first. */
  readonly groups: readonly GroupKpis[]
}

export type KpiGrouping = 'unit' | 'grid' | 'class'

/** Figures by unit, grid or class over a period, against the period of the same length before it. */
export function caseKpis(cases: readonly CaseFacts[], by: KpiGrouping, period: Period): KpiReport {
  const previous = { from: 2 * period.from - period.to, to: period.from }
  const both = (some: readonly CaseFacts[]) => ({ now: kpisOf(some, period), before: kpisOf(some, previous) })
  const grouped = new Map<string | null, CaseFacts[]>()
  for (const facts of cases) {
    const some = grouped.get(facts[by])
    if (some) some.push(facts)
    else grouped.set(facts[by], [facts])
  }
  const groups = [...grouped]
    .map(([key, some]): GroupKpis => ({ key, ...both(some) }))
    .filter(({ now, before }) => activity(now) + activity(before) > 0)
    .sort((a, b) => activity(b.now) - activity(a.now) || compareKeys(a.key, b.key))
  return { period, previous, all: both(cases), groups }
}

const activity = ({ registered, closed, onTime }: CaseKpis): number => registered + closed + onTime.denominator

function compareKeys(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a < b ? -1 : Number(a > b)
}

const ratio = (numerator: number, denominator: number): CountedRatio => ({
  value: denominator === 0 ? null : numerator / denominator,
  numerator,
  denominator,
})

function kpisOf(cases: readonly CaseFacts[], { from, to }: Period): CaseKpis {
  const within = (time: number | null): boolean => time !== null && time >= from && time < to
  const registered = cases.filter((facts) => within(facts.registered))
  const closed = cases.filter((facts) => within(facts.closed))
  const decided = cases.filter((facts) => within(decisionOf(facts)))
  const timed = closed.flatMap(({ handling }) => (handling === null ? [] : [handling]))
  const stages = stageMeans(closed)
  return {
    registered: registered.length,
    closed: closed.length,
    closing: ratio(registered.filter((facts) => facts.closed !== null && facts.closed < to).length, registered.length),
    onTime: ratio(decided.filter(inTime).length, decided.length),
    rework: ratio(closed.filter(({ returned }) => returned > 0).length, closed.length),
    handling: timed.length === 0 ? null : { minutes: mean(timed), cases: timed.length },
    stages,
    slowest: stages.reduce<StageMean | null>((most, one) => (most && most.minutes >= one.minutes ? most : one), null),
  }
}

const inTime = ({ closed, due }: CaseFacts): boolean => closed !== null && due !== null && closed <= due

/** When it was or will be settled whether a case is closed in time; null where no due moment is known. */
const decisionOf = (facts: CaseFacts): number | null => (inTime(facts) ? facts.closed : facts.due)

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function stageMeans(closed: readonly CaseFacts[]): readonly StageMean[] {
  return CASE_STAGES.flatMap((stage) => {
    const minutes = closed.flatMap(({ stages }) => stages.get(stage) ?? [])
    return minutes.length === 0 ? [] : [{ stage, minutes: mean(minutes), cases: minutes.length }]
  })
}
