import { isObject } from '#core/model/values.ts'
import { withoutSecrets } from '#core/model/withoutSecrets.ts'
import { secretPaths } from './addresses'
import { readJson } from './json/readJson'

/**
 * A catalog as it may be handed on: the bytes as they are, or, where some address carries a secret, the same catalog with
 * `***` in its place. Expressions are left as they are. What is computed from both is the same: feeds are told by id.
 */
export function publicCatalog(bytes: Uint8Array): Uint8Array {
  const reading = readJson(bytes)
  if (!reading.ok || secretPaths(reading.value).length === 0) return bytes
  return new TextEncoder().encode(JSON.stringify(hidden(reading.value), null, 1))
}

function hidden(value: unknown): unknown {
  if (typeof value === 'string') return withoutSecrets(value)
  if (Array.isArray(value)) return typeof value[0] === 'string' ? value : value.map(hidden)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hidden(inner)]))
}
