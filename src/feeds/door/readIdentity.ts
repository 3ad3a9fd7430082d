import { foundText } from '#catalog/fault.ts'
import type { CatalogFeed } from '#catalog/schema.ts'
import type { RawEntry } from '../protocols/protocol'
import { QuarantineError } from './quarantineError'
import { QUARANTINE } from './reasons'

/**
 * Identity of a feature as text: the property that `fields.id` names, else the GeoJSON id, else a property `id`. Null
 * where there is none. An integer beyond 2^53 has lost digits on parsing and is quarantined as it was written.
 */
export function readIdentity(
  entry: RawEntry,
  feature: Readonly<Record<string, unknown>>,
  properties: Readonly<Record<string, unknown>>,
  fields: CatalogFeed['fields'],
): string | null {
  const named = fields.id
  const candidates: readonly (readonly [unknown, readonly string[]])[] = [
    ...(named === undefined ? [] : [[properties[named], ['properties', named]] as const]),
    [feature.id, ['id']],
    [properties.id, ['properties', 'id']],
  ]
  const found = candidates.find(([value]) => value !== undefined && value !== null && value !== '')
  if (found === undefined) return null
  const [value, path] = found
  if (typeof value === 'string') return value
  if (typeof value !== 'number') throw new QuarantineError('id', QUARANTINE.idWrongKind(foundText(value)))
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw new QuarantineError('id', QUARANTINE.idTooLarge(entry.writtenNumber(path) ?? String(value)))
  }
  return String(value)
}
