import { isDeeperThan } from '#catalog/json/deeperThan.ts'
import type { CatalogFeed } from '#catalog/schema.ts'
import type { RecordKind } from '#core/model/feature.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { parseTime } from '#core/model/parseTime.ts'
import type { RawEntry } from '../protocols/protocol'
import { KNOWN_BOOLEAN, KNOWN_NUMBER, KNOWN_TEXT } from './mapFields'
import { QuarantineError } from './noticeLog'
import { NOTICES, QUARANTINE } from './reasons'

type Properties = Readonly<Record<string, unknown>>

const KINDS = [
  { type: 'string', names: KNOWN_TEXT, zh: '文本', en: 'text' },
  { type: 'boolean', names: KNOWN_BOOLEAN, zh: ' true 或 false', en: 'true or false' },
  { type: 'number', names: KNOWN_NUMBER, zh: '数字', en: 'a number' },
] as const

/** Levels of lists and objects inside each other that a property may have. */
const DEEPEST_PROPERTY = 32

/** Quarantines a property nested so deep that nothing could go through it. */
export function checkDepth(properties: Properties): void {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== 'object' || value === null || !isDeeperThan(DEEPEST_PROPERTY, value)) continue
    throw new QuarantineError(`properties.${name}`, QUARANTINE.tooDeep(name, DEEPEST_PROPERTY))
  }
}

/** A number of more than 308 digits is read as infinite: it becomes null, and is noted. */
export function nullInfinite(properties: Record<string, unknown>, notices: Reason[]): void {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== 'number' || Number.isFinite(value)) continue
    properties[name] = null
    notices.push(NOTICES.numberInfinite(`properties.${name}`))
  }
}

/** Text of a reported value: names of the row it is about and of who said it. */
const REPORTED_TEXT = ['indicator', 'metric', 'item', 'source', 'scope'] as const

/**
 * A number where text is wanted becomes that text, as it is written, and is noted: files often hold codes as numbers.
 * One that has lost digits on parsing, and of which nothing else is known, is left to be refused.
 */
export function numbersToText(
  properties: Record<string, unknown>,
  { record, fields }: Pick<CatalogFeed, 'record' | 'fields'>,
  { writtenNumber }: Pick<RawEntry, 'writtenNumber'>,
  notices: Reason[],
): void {
  const writtenIn = (names: readonly string[]): string | null =>
    names.reduce<string | null>((found, each) => found ?? writtenNumber(['properties', each]), null)
  for (const name of record === 'reported' ? [...KNOWN_TEXT, ...REPORTED_TEXT] : KNOWN_TEXT) {
    const value = properties[name]
    if (typeof value !== 'number') continue
    // Fewer digits are never rounded; to look a number up costs another reading of the file.
    const isLong = String(value).length > 15
    const written = isLong ? writtenIn([fields[name] ?? name, name]) : null
    if (written === null && Number.isInteger(value) && !Number.isSafeInteger(value)) continue
    const text = written ?? String(value)
    properties[name] = text
    notices.push(NOTICES.numberAsText(name, text))
  }
}

/** Known properties of the wrong kind. Null counts as not there. */
export function checkKnownProperties(properties: Properties): void {
  for (const { type, names, zh, en } of KINDS) {
    for (const name of names) {
      const value = properties[name]
      if (value === undefined || value === null || typeof value === type) continue
      throw new QuarantineError(`properties.${name}`, QUARANTINE.wrongKind(name, zh, en, value))
    }
  }
}

export const isMissing = (value: unknown): boolean => value === undefined || value === null || value === ''

/** What a record cannot be used without. `id` is the identity, null when the feature has none of its own. */
export function checkRequiredProperties(record: RecordKind, properties: Properties, id: string | null): void {
  switch (record) {
    case 'case':
      if (id === null) throw new QuarantineError('id', QUARANTINE.missing(record, 'id'))
      requireAll(record, properties, ['stage', 'time'])
      requireTime('time', properties)
      return
    case 'reading':
      requireAll(record, properties, ['device', 'value', 'time'])
      requireTime('time', properties)
      return
    case 'reported':
      checkReported(properties)
      return
    default:
  }
}

function checkReported(properties: Properties): void {
  const item = !isMissing(properties.item)
  requireAll('reported', properties, ['indicator', item ? 'item' : 'metric', 'value', 'date', 'source'])
  for (const name of ['indicator', item ? 'item' : 'metric', 'source', 'scope']) {
    const value = properties[name]
    if (!isMissing(value) && typeof value !== 'string') {
      throw new QuarantineError(`properties.${name}`, QUARANTINE.wrongKind(name, '文本', 'text', value))
    }
  }
  const { value } = properties
  const good = typeof value === 'boolean' || (!item && typeof value === 'number')
  if (!good) {
    const [zh, en] = item ? [' true 或 false', 'true or false'] : ['数字、true 或 false', 'a number, true or false']
    throw new QuarantineError('properties.value', QUARANTINE.wrongKind('value', zh, en, value))
  }
  requireTime('date', properties)
}

function requireAll(record: RecordKind, properties: Properties, names: readonly string[]): void {
  for (const name of names) {
    if (isMissing(properties[name])) throw new QuarantineError(`properties.${name}`, QUARANTINE.missing(record, name))
  }
}

function requireTime(name: string, properties: Properties): void {
  if (parseTime(properties[name]) === null) {
    const found = properties[name]
    throw new QuarantineError(`properties.${name}`, QUARANTINE.wrongKind(name, '可读的时间', 'a readable time', found))
  }
}
