import type { Action } from '../model/feedDefinitions'
import { parseTime } from '../model/parseTime'
import { shanghaiTime } from '../model/time'
import { type CaseRecord, readCase } from './caseRecord'
import { isCaseStage, isCaseVerb } from './stages'
import { applyTransition, type CaseTransition } from './transitions'

/** An action on a case whose outcome the feed does not show yet. */
export interface PendingAction {
  readonly action: Action
  /** When the server said yes, epoch milliseconds; null while it has not answered. */
  readonly acceptedAt: number | null
}

type Properties = Readonly<Record<string, unknown>>

/** An accepted action that the feed does not show after this long is no longer awaited: the feed is right. */
const PATIENCE_MS = 120_000
/** A server stamps what it did with its own clock, often to the minute. */
const SAME_MOMENT_MS = 60_000

/**
 * A case as it will be once its pending actions are done, through the case machine, in their order. The history gains
 * their events, each with `pending`: the action's id. What the feed already shows is not done twice, and what the case
 * as it stands now does not allow is left out: the server will say why. The same object when nothing is
 * pending; laid over its own result it changes nothing.
 */
export function withPending(properties: Properties, pending: readonly PendingAction[], now: number): Properties {
  const shown = readCase(properties)
  if (!shown) return properties
  let record = shown
  const history: readonly unknown[] = Array.isArray(properties.history) ? properties.history : []
  const added: Readonly<Record<string, unknown>>[] = []
  const decided = pending.findLastIndex(({ action }) => history.some((event) => isEventOf(event, action.id)))
  for (const one of pending.slice(decided + 1)) {
    const transition = transitionOf(one.action, record)
    if (!transition || isShown(one, transition, shown, now)) continue
    const result = applyTransition(record, transition)
    if (!result.ok) continue
    record = result.case
    const { at, unit, by, note, ...event } = record.history.at(-1)!
    added.push({ at: shanghaiTime(at), ...event, unit, by, note, pending: one.action.id })
  }
  if (added.length === 0) return properties
  return {
    ...properties,
    stage: record.stage,
    ...(record.unit === null ? {} : { unit: record.unit }),
    suspended: record.suspended,
    returned: record.returned,
    time: shanghaiTime(record.time),
    history: [...history, ...added],
  }
}

/** The action as the case machine takes it; one that asks for a moment before the case's last change comes right after. */
function transitionOf({ verb, at: asked, unit, by, note, to }: Action, record: CaseRecord): CaseTransition | null {
  const at = parseTime(asked)
  if (!isCaseVerb(verb) || at === null) return null
  return {
    at: Math.max(at, record.history.at(-1)?.at ?? record.time ?? at),
    verb,
    unit,
    by,
    note,
    to: isCaseStage(to) ? to : undefined,
  }
}

function isShown(
  { action, acceptedAt }: PendingAction,
  { verb }: CaseTransition,
  shown: CaseRecord,
  now: number,
): boolean {
  const asked = parseTime(action.at) ?? now
  const done = shown.history.some(
    (event) => event.verb === verb && event.note === action.note && Math.abs(event.at - asked) <= SAME_MOMENT_MS,
  )
  if (done || acceptedAt === null) return done
  return (shown.time !== null && shown.time >= asked) || Math.abs(now - acceptedAt) > PATIENCE_MS
}

const isEventOf = (event: unknown, actionId: string): boolean =>
  typeof event === 'object' && event !== null && 'pending' in event && event.pending === actionId
