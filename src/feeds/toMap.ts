import type { Feature } from 'geojson'
import type { CityFeature, MapDiff, MapFeatureDiff } from '#core/model/feature.ts'
import { shownName } from '#core/model/shownName.ts'

/**
 * Whether a property goes to the map. Lists of objects, such as the history of a case, are for sheets: no style or filter
 * reads them. The map's tiles carry whole numbers of 64 bits and look names up in a plain object: one number beyond, or
 * one name that every object knows (`constructor`), and the whole tile of the layer is lost.
 */
function isDrawn(name: string, value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER && !(name in Object.prototype)
  if (Array.isArray(value) && value.length > 0 && typeof value[0] === 'object') return false
  return !(name in Object.prototype)
}

/** Properties by name; null: any. */
type Names = ReadonlySet<string> | null

const NAMES = ['name', 'name_en']

/** A name as the map labels with it: no longer than is shown anywhere. */
const labelOf = (name: string, value: unknown): unknown =>
  typeof value === 'string' && NAMES.includes(name) ? shownName(value) : value

/**
 * A feature as the map reads it: the numeric map id as `id`, which feature-state and changes need, and the properties
 * among `sends` with the identity as text in `id`. Null for what has no geometry.
 */
export function mapFeature({ id, mapId, geometry, properties }: CityFeature, sends: Names = null): Feature | null {
  if (geometry === null) return null
  const entries = Object.entries(properties)
  const kept = entries.filter(([name, value]) => (sends === null || sends.has(name)) && isDrawn(name, value))
  const isWhole =
    kept.length === entries.length && !NAMES.some((name) => labelOf(name, properties[name]) !== properties[name])
  const drawn = isWhole ? properties : Object.fromEntries(kept.map(([name, value]) => [name, labelOf(name, value)]))
  return { type: 'Feature', id: mapId, geometry, properties: { ...drawn, id } }
}

/**
 * Features as the bytes of a GeoJSON FeatureCollection for the map (UTF-8, its buffer free to transfer). What has no
 * geometry is left out, and so is every property that is not among `sends`.
 */
export function toMapGeoJson(features: readonly CityFeature[], sends: Names = null): Uint8Array<ArrayBuffer> {
  const drawn = features.flatMap((feature) => mapFeature(feature, sends) ?? [])
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: drawn }))
}

/** A feature on the map of which nothing is remembered but its number there. */
interface LostFeature {
  readonly mapId: number
  readonly lost: true
}
export type ShownFeature = CityFeature | LostFeature

/** One feature as the map shows it, and as it is; undefined: not there. */
export type Shown = readonly [shown: ShownFeature | undefined, now: CityFeature | undefined]

/**
 * The smallest change that brings the map from what it shows to what is; null when there is nothing to draw anew. Of
 * features that stay, only properties among `reads` count; what comes has those among `sends`. What is lost is taken away and drawn whole.
 */
export function toMapDiff(pairs: Iterable<Shown>, reads: Names = null, sends: Names = null): MapDiff | null {
  const remove: number[] = []
  const add: Feature[] = []
  const update: MapFeatureDiff[] = []
  for (const [shown, now] of pairs) {
    if (shown === now) continue
    const before = shown && ('lost' in shown || shown.geometry !== null) ? shown : undefined
    const after = now && now.geometry !== null ? now : undefined
    if (before && after && !('lost' in before) && before.mapId === after.mapId) {
      const change = featureDiff(before, after, reads)
      if (change) update.push(change)
      continue
    }
    if (before) remove.push(before.mapId)
    const drawn = after && mapFeature(after, sends)
    if (drawn) add.push(drawn)
  }
  return remove.length + add.length + update.length > 0 ? { remove, add, update } : null
}

function featureDiff(before: CityFeature, after: CityFeature, reads: Names): MapFeatureDiff | null {
  const isRead = (key: string): boolean => key !== 'id' && (reads === null || reads.has(key))
  const set: { key: string; value: unknown }[] = []
  for (const [key, value] of Object.entries(after.properties)) {
    if (!isDrawn(key, value) || !isRead(key)) continue
    if (!isGiven(key, before.properties) || !sameValue(before.properties[key], value))
      set.push({ key, value: labelOf(key, value) })
  }
  const gone = Object.keys(before.properties).filter(
    (key) => isRead(key) && !isGiven(key, after.properties) && isGiven(key, before.properties),
  )
  const moved = before.geometry !== after.geometry && !sameValue(before.geometry, after.geometry)
  if (set.length === 0 && gone.length === 0 && !moved) return null
  return {
    id: after.mapId,
    ...(moved && after.geometry && { newGeometry: after.geometry }),
    ...(gone.length > 0 && { removeProperties: gone }),
    ...(set.length > 0 && { addOrUpdateProperties: set }),
  }
}

const isGiven = (name: string, properties: CityFeature['properties']): boolean =>
  Object.hasOwn(properties, name) && properties[name] !== undefined && isDrawn(name, properties[name])

const sameValue = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) || (typeof a === 'object' && a !== null && JSON.stringify(a) === JSON.stringify(b))
