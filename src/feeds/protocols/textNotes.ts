import { pathText } from '#catalog/fault.ts'
import { type DoubledKey, doubledKeys } from '#catalog/json/doubledKeys.ts'
import type { NotFinite } from '#catalog/json/readJson.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { isObject } from '#core/model/values.ts'
import { FAILURES, NOTICES, QUARANTINE } from '../door/reasons'
import type { Refusal, Remark } from './protocol'

type Path = readonly (string | number)[]

/** JSON as it was read, with the text it was made of. */
interface Written {
  readonly value: unknown
  readonly text: string
  readonly notFinite: readonly NotFinite[]
}

/** What was noted of the text of one entry. */
interface EntryNotes {
  readonly notices: Reason[]
  refusal?: Refusal
}

/** What the text of a feed says and its parsed value does not: numbers that are none, and keys that stand twice. */
export interface TextNotes {
  readonly byEntry: ReadonlyMap<number, EntryNotes>
  readonly beside: readonly Remark[]
  /** The feed as a whole can be read two ways. */
  readonly failure: Reason | null
}

/**
 * Notes by entry, or beside them. `inEntry` tells which entry a path leads into, and the way from there as in a
 * Feature; null outside of entries. What is written twice, and differently, becomes null in `value` where the rest can
 * be used without it; where it cannot (which geometry? which id?) the entry is refused.
 */
export function textNotes(
  { value, text, notFinite }: Written,
  inEntry: (path: Path) => { readonly index: number; readonly inner: Path } | null,
): TextNotes {
  const byEntry = new Map<number, EntryNotes>()
  const beside: Remark[] = []
  let failure: Reason | null = null
  const notesOf = (index: number): EntryNotes => {
    const notes = byEntry.get(index) ?? { notices: [] }
    byEntry.set(index, notes)
    return notes
  }
  for (const { path, written } of notFinite) {
    const entry = inEntry(path)
    const reason = NOTICES.notFinite(pathText(entry?.inner ?? path), written)
    if (entry) notesOf(entry.index).notices.push(reason)
    else beside.push({ id: null, reason })
  }
  const settle = ({ path, same }: DoubledKey, where: string, read: boolean): Reason => {
    if (!read) return NOTICES.keyTwiceUnread(where)
    if (same) return NOTICES.keyTwiceAlike(where)
    setNull(value, path)
    return NOTICES.keyTwiceDiffers(where)
  }
  for (const doubled of doubledKeys(text, value)) {
    const { path, same } = doubled
    const entry = inEntry(path)
    const inner = entry?.inner ?? path
    const where = pathText(inner)
    const member = path.length === 1 ? path[0] : null
    if ((entry === null && member === 'features') || (member === 'type' && !same)) {
      failure ??= FAILURES.memberTwice(where)
    }
    if (entry === null) {
      if (member !== 'features') beside.push({ id: null, reason: settle(doubled, where, READ_BESIDE.has(inner[0])) })
      continue
    }
    const notes = notesOf(entry.index)
    if (MEANING.has(where) && !same) notes.refusal ??= { id: null, field: where, reason: QUARANTINE.memberTwice(where) }
    else notes.notices.push(settle(doubled, where, MEANING.has(where) || inner[0] === 'properties'))
  }
  return { byEntry, beside, failure }
}

/** Members of a collection that are read beside its features. */
const READ_BESIDE: ReadonlySet<unknown> = new Set(['type', 'timeStamp', 'asOf', 'crs'])

/** Members of a feature without which nobody knows what it is or where. */
const MEANING: ReadonlySet<string> = new Set([
  'type',
  'id',
  'deleted',
  'properties',
  'geometry',
  'geometry.type',
  'geometry.coordinates',
])

function setNull(value: unknown, path: Path): void {
  let holder = value
  for (const key of path.slice(0, -1)) {
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return
    holder = Reflect.get(holder, key)
  }
  const last = path.at(-1)
  if (isObject(holder) && last !== undefined && Object.hasOwn(holder, last)) {
    // Not by assignment, which would mean something else for a key `__proto__`.
    Object.defineProperty(holder, last, { value: null, enumerable: true, configurable: true, writable: true })
  }
}
