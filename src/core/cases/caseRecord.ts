import { parseTime } from '../model/parseTime'
import { isPlaceholder, shanghaiTime } from '../model/time'
import { textOf } from '../model/values'
import { type CaseStage, type CaseVerb, isCaseStage, isCaseVerb } from './stages'

/** One thing that happened to a case. Times are epoch milliseconds. */
export interface CaseEvent {
  readonly at: number
  readonly verb: CaseVerb
  /** Where the case stands after it. */
  readonly stage: CaseStage
  readonly unit?: string | undefined
  readonly by?: string | undefined
  readonly note?: string | undefined
}

/** What the case machine and the clock know of a case. */
export interface CaseRecord {
  readonly stage: CaseStage
  /** The unit in charge, or null where none is named. */
  readonly unit: string | null
  /** 挂账: the clock stands still. */
  readonly suspended: boolean
  /** How often it was returned 退回. */
  readonly returned: number
  readonly reported: number | null
  /** Time of the last change. */
  readonly time: number | null
  readonly closed: number | null
  /** In order of time; empty where the source keeps none. */
  readonly history: readonly CaseEvent[]
}

type Properties = Readonly<Record<string, unknown>>

const said = (value: unknown): string | undefined => textOf(value) ?? undefined

/** Of a date that stands for none nothing begins. */
function momentOf(value: unknown): number | null {
  const time = parseTime(value)
  return time === null || isPlaceholder(time) ? null : time
}

/** A history costs more than the rest, and stays while other properties change. */
const histories = new WeakMap<object, readonly CaseEvent[]>()

function readHistory(value: unknown): readonly CaseEvent[] {
  if (!Array.isArray(value)) return []
  const known = histories.get(value)
  if (known) return known
  const events = value.flatMap(readEvent).sort((a, b) => a.at - b.at)
  histories.set(value, events)
  return events
}

/** Entries whose time, verb or stage cannot be read are passed over. */
function readEvent(entry: unknown): readonly CaseEvent[] {
  if (typeof entry !== 'object' || entry === null) return []
  const { at: written, verb, stage, unit, by, note }: Properties = { ...entry }
  const at = momentOf(written)
  if (at === null || !isCaseVerb(verb) || !isCaseStage(stage)) return []
  return [{ at, verb, stage, unit: said(unit), by: said(by), note: said(note) }]
}

function leftSuspended(history: readonly CaseEvent[]): boolean {
  const last = history.findLast(({ verb }) => verb === 'suspend' || verb === 'resume')
  return last?.verb === 'suspend'
}

/** Cases are read for every clock, figure and cell: properties do not change, so each object of them is read once. */
const records = new WeakMap<Properties, CaseRecord | null>()

/** A case from its properties; null where its stage is none of the standard's. */
export function readCase(properties: Properties): CaseRecord | null {
  const known = records.get(properties)
  if (known !== undefined) return known
  const record = readProperties(properties)
  records.set(properties, record)
  return record
}

function readProperties(properties: Properties): CaseRecord | null {
  const { stage, unit, suspended, returned } = properties
  if (!isCaseStage(stage)) return null
  const history = readHistory(properties.history)
  const last = history.at(-1)?.at ?? null
  const closing = history.findLast(({ verb }) => verb === 'close')?.at
  return {
    stage,
    unit: textOf(unit),
    suspended: typeof suspended === 'boolean' ? suspended : leftSuspended(history),
    returned:
      typeof returned === 'number' && returned >= 0 ? returned : history.filter(({ verb }) => verb === 'return').length,
    reported: momentOf(properties.reported) ?? history.find(({ verb }) => verb === 'report')?.at ?? null,
    time: momentOf(properties.time) ?? last,
    closed: stage === '结案' ? (momentOf(properties.closed) ?? closing ?? null) : null,
    history,
  }
}

/** A case as properties of a feature: to be laid over those it was read from. Times in Asia/Shanghai. */
export function caseProperties(record: CaseRecord): Readonly<Record<string, unknown>> {
  return {
    stage: record.stage,
    ...(record.unit === null ? {} : { unit: record.unit }),
    suspended: record.suspended,
    returned: record.returned,
    ...(record.reported === null ? {} : { reported: shanghaiTime(record.reported) }),
    ...(record.time === null ? {} : { time: shanghaiTime(record.time) }),
    ...(record.closed === null ? {} : { closed: shanghaiTime(record.closed) }),
    history: record.history.map(({ at, unit, by, note, ...event }) => ({
      at: shanghaiTime(at),
      ...event,
      ...(unit === undefined ? {} : { unit }),
      ...(by === undefined ? {} : { by }),
      ...(note === undefined ? {} : { note }),
    })),
  }
}
