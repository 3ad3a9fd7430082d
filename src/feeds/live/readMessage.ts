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
import { type TextNotes, textNotes } from '../protocols/textNotes'
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
      /** What was noted of the text of the message; absent where nothing was. */
      readonly notices?: readonly Reason[]
      /** When it arrived, epoch milliseconds of the city's clock. */
      readonly arrival: number
      /** What came of the same feature with another time and was not handed on: older than this. */
      readonly older?: readonly unknown[]
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
  let notes: TextNotes | null = null
  if (typeof data === 'string') {
    const text = data.trim()
    if (text === '') return NOTHING
    const reading = readJson(text, { nullNotFinite: true })
    if (!reading.ok) return { changes: [], bad: [BAD_MESSAGES.notJson(foundText(text.slice(0, 20)))] }
    const { value } = reading
    const listed = Array.isArray(value) ? value : null
    values = listed ?? [value]
    notes = textNotes(reading, (path) => {
      const [index, ...inner] = listed ? path : [0, ...path]
      return typeof index === 'number' ? { index, inner: asInFeature(values[index], inner) } : null
    })
  } else values = data

  const changes: Change[] = []
  const bad: Reason[] = []
  for (const [index, value] of values.entries()) {
    if (isObject(value) && value.heartbeat === true) continue
    const noted = notes?.byEntry.get(index)
    try {
      if (noted?.refusal) throw new QuarantineError(noted.refusal.field, noted.refusal.reason)
      const change = changeOf(value, fields, arrival)
      const notices = noted?.notices ?? []
      changes.push(change.kind === 'put' && notices.length > 0 ? { ...change, notices } : change)
    } catch (error) {
      if (!(error instanceof QuarantineError)) throw error
      bad.push(error.reason)
    }
  }
  return { changes, bad }
}

/** A message that something is gone often has no properties: its members stand at the top, and are read as if among them. */
const asInFeature = (value: unknown, inner: readonly (string | number)[]): readonly (string | number)[] =>
  isObject(value) && value.type !== 'Feature' && inner[0] !== 'id' && inner[0] !== 'deleted'
    ? ['properties', ...inner]
    : inner

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
  const time = countedTime(mapFields(gone ? { ...value, ...properties } : properties, fields).time, arrival)
  return gone ? { kind: 'gone', id, time, arrival } : { kind: 'put', id, time, feature: value, arrival }
}
