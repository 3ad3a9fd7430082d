import { readJson } from '#catalog/json/readJson.ts'
import type { CatalogFeed } from '#catalog/schema.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { foundText } from '#core/model/foundText.ts'
import { parseTime } from '#core/model/parseTime.ts'
import { countsAt } from '#core/model/time.ts'
import { isObject } from '#core/model/values.ts'
import { readIdentity } from '../door/identity'
import { mapFields } from '../door/mapFields'
import { QuarantineError } from '../door/noticeLog'
import { BAD_MESSAGES } from './liveReasons'

/** One change of a living feed as it came, before the door: a feature inserted or replaced, or one that is gone. */
export type Change =
  | {
      readonly kind: 'put'
      readonly id: string
      /** Its own time, epoch milliseconds; null where it has none that counts. */
      readonly time: number | null
      /** The feature was said to be gone, at a time if any, just before it came. */
      readonly afterGone?: { readonly time: number | null }
      /** A GeoJSON Feature as received; the door has not seen it. */
      readonly feature: unknown
      /** When it arrived, epoch milliseconds of the city's clock. */
      readonly arrival: number
    }
  | { readonly kind: 'gone'; readonly id: string; readonly time: number | null; readonly arrival: number }

export interface MessageReading {
  /** In the order in which they stand. */
  readonly changes: readonly Change[]
  /** Why each of the rest is no change. */
  readonly bad: readonly Reason[]
}

const NOTHING: MessageReading = { changes: [], bad: [] }

/**
 * What a message says: a Feature with an id, `{"id": …, "deleted": true}`, or an array of those. No text at all and
 * `{"heartbeat": true}` say nothing but that the server lives. Never throws.
 */
export function readMessage(
  data: string | readonly unknown[],
  fields: CatalogFeed['fields'],
  arrival: number,
): MessageReading {
  let values: readonly unknown[]
  if (typeof data === 'string') {
    const text = data.trim()
    if (text === '') return NOTHING
    const reading = readJson(text, { nullNotFinite: true })
    if (!reading.ok) return { changes: [], bad: [BAD_MESSAGES.notJson(foundText(text.slice(0, 20)))] }
    values = Array.isArray(reading.value) ? reading.value : [reading.value]
  } else values = data

  const changes: Change[] = []
  const bad: Reason[] = []
  for (const value of values) {
    if (isObject(value) && value.heartbeat === true) continue
    try {
      changes.push(changeOf(value, fields, arrival))
    } catch (error) {
      if (!(error instanceof QuarantineError)) throw error
      bad.push(error.reason)
    }
  }
  return { changes, bad }
}

function countedTime(value: unknown, now: number): number | null {
  const time = parseTime(value)
  return time !== null && countsAt(time, now) ? time : null
}

function changeOf(value: unknown, fields: CatalogFeed['fields'], arrival: number): Change {
  if (!isObject(value)) throw new QuarantineError('type', BAD_MESSAGES.notChange(foundText(value)))
  const gone = value.deleted === true
  if (!gone && value.type !== 'Feature') {
    throw new QuarantineError('type', BAD_MESSAGES.notChange(foundText(value.type ?? value)))
  }
  const properties = isObject(value.properties) ? value.properties : {}
  const id = readIdentity({ index: 0, value, writtenNumber: () => null }, value, properties, fields)
  if (id === null) throw new QuarantineError('id', BAD_MESSAGES.noId())
  // A message that something is gone often has no properties: its members stand at the top.
  const time = countedTime(mapFields(gone ? { ...value, ...properties } : properties, fields).time, arrival)
  return gone ? { kind: 'gone', id, time, arrival } : { kind: 'put', id, time, feature: value, arrival }
}
