import { foundText } from '#catalog/fault.ts'
import type { RecordKind } from '#core/model/feature.ts'
import { parseTime } from '#core/model/time.ts'
import { KNOWN_BOOLEAN, KNOWN_NUMBER, KNOWN_TEXT } from './mapFields'
import { QuarantineError } from './noticeLog'
import { QUARANTINE } from './reasons'

type Properties = Readonly<Record<string, unknown>>

const KINDS = [
  { type: 'string', names: KNOWN_TEXT, zh: '文本', en: 'text' },
  { type: 'boolean', names: KNOWN_BOOLEAN, zh: ' true 或 false', en: 'true or false' },
  { type: 'number', names: KNOWN_NUMBER, zh: '数字', en: 'a number' },
] as const

/** Known properties of the wrong kind. Null counts as not there. */
export function checkKnownProperties(properties: Properties): void {
  for (const { type, names, zh, en } of KINDS) {
    for (const name of names) {
      const value = properties[name]
      if (value === undefined || value === null || typeof value === type) continue
      throw new QuarantineError(`properties.${name}`, QUARANTINE.wrongKind(name, zh, en, foundText(value)))
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
      throw new QuarantineError(`properties.${name}`, QUARANTINE.wrongKind(name, '文本', 'text', foundText(value)))
    }
  }
  const { value } = properties
  const good = typeof value === 'boolean' || (!item && typeof value === 'number')
  if (!good) {
    const [zh, en] = item ? [' true 或 false', 'true or false'] : ['数字、true 或 false', 'a number, true or false']
    throw new QuarantineError('properties.value', QUARANTINE.wrongKind('value', zh, en, foundText(value)))
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
    const found = foundText(properties[name])
    throw new QuarantineError(`properties.${name}`, QUARANTINE.wrongKind(name, '可读的时间', 'a readable time', found))
  }
}
