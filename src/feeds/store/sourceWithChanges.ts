import { readJson } from '#catalog/json/readJson.ts'
import type { CatalogFeed } from '#catalog/schema.ts'
import { isObject } from '#core/model/values.ts'

/**
 * The GeoJSON of a feed as a source would give it now: the collection received, with the changes since by id (null: gone).
 * A feature in it that has no id, or cannot be read, stays as it is. Bytes are UTF-8 JSON.
 * @throws SyntaxError when the bytes are no JSON: they were admitted before, so they are
 */
export function sourceWithChanges(
  bytes: Uint8Array,
  { fields }: Pick<CatalogFeed, 'fields'>,
  changed: ReadonlyMap<string, unknown>,
): Uint8Array {
  const received = readJson(bytes, { nullNotFinite: true })
  if (!received.ok) throw new SyntaxError('the bytes of a feed are no JSON')
  const top = isObject(received.value) ? received.value : {}
  const features = Array.isArray(top.features) ? top.features : top.type === 'Feature' ? [top] : []
  const rest = new Map(changed)
  const now = features.flatMap((feature: unknown) => {
    const id = idOf(feature, fields.id)
    if (id === null || !changed.has(id)) return [feature]
    rest.delete(id)
    const change = changed.get(id)
    return change === null ? [] : [change]
  })
  const come = [...rest.values()].filter((feature) => feature !== null)
  const collection = {
    ...(top.type === 'FeatureCollection' ? top : { type: 'FeatureCollection' }),
    features: [...now, ...come],
  }
  return new TextEncoder().encode(JSON.stringify(collection))
}

/** The identity the door would read; null where it would read none. */
function idOf(feature: unknown, field: string | undefined): string | null {
  if (!isObject(feature)) return null
  const properties = isObject(feature.properties) ? feature.properties : {}
  const found = [field === undefined ? undefined : properties[field], feature.id, properties.id].find(
    (value) => value !== undefined && value !== null && value !== '',
  )
  return typeof found === 'string' || typeof found === 'number' ? String(found) : null
}
