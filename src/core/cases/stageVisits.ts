import type { CaseRecord } from './caseRecord'
import { type CaseStage, movesCase } from './stages'

/** A stay of a case at a stage. A return or a reassignment begins a new one. Times in epoch milliseconds. */
export interface VisitSpan {
  readonly stage: CaseStage
  readonly entered: number
  /** Null while it lasts. */
  readonly ended: number | null
  /** The unit in charge at the time, where it is known. */
  readonly unit: string | null
  /** The history does not say when it began: taken from the time of the last change, or of the report. */
  readonly assumed: boolean
}

/** Time during which a clock stood still; `to` is Infinity while it still does. */
export interface Pause {
  readonly from: number
  readonly to: number
}

/**
 * The stays of a case, in order; being closed is none of them. Without a history, or with one that does not lead to the
 * case's stage, the present stay is taken to have begun at the last change, or failing that at the report.
 */
export function stageVisits(record: CaseRecord): readonly VisitSpan[] {
  const visits: VisitSpan[] = []
  let unit: string | null = null
  const end = (at: number): void => {
    const last = visits.at(-1)
    if (last?.ended === null) visits[visits.length - 1] = { ...last, ended: at }
  }
  for (const event of record.history) {
    unit = event.unit ?? unit
    if (!movesCase(event.verb)) continue
    end(event.at)
    if (event.stage !== '结案') {
      visits.push({ stage: event.stage, entered: event.at, ended: null, unit, assumed: false })
    }
  }
  if (record.stage === '结案') {
    const { closed } = record
    if (closed !== null) end(closed)
    return visits
  }
  const last = visits.at(-1)
  if (last?.ended === null && last.stage === record.stage) {
    if (last.unit === null && record.unit !== null) visits[visits.length - 1] = { ...last, unit: record.unit }
    return visits
  }
  const entered = record.time ?? record.reported
  if (entered === null) return visits
  end(entered)
  visits.push({ stage: record.stage, entered, ended: null, unit: record.unit, assumed: true })
  return visits
}

/** When the case was suspended 挂账, in order. One suspended without a history has been so since its last change. */
export function casePauses(record: CaseRecord): readonly Pause[] {
  const pauses: Pause[] = []
  let since: number | null = null
  for (const { at, verb } of record.history) {
    if (verb === 'suspend') since ??= at
    if (verb === 'resume' && since !== null) {
      pauses.push({ from: since, to: at })
      since = null
    }
  }
  if (record.suspended) since ??= record.time ?? record.reported
  else if (since !== null) {
    pauses.push({ from: since, to: record.closed ?? record.time ?? since })
    since = null
  }
  return since === null ? pauses : [...pauses, { from: since, to: Infinity }]
}
