import type { Feature } from 'geojson'
import type { CatalogCity, CatalogFeed } from '#catalog/schema.ts'
import type { CityFeature, Footprint } from '#core/model/feature.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { type Edit, editedId } from '#core/model/world.ts'
import { canonicalFeed, changeDoor } from '#feeds/door/changeDoor.ts'
import { EDIT_FAULTS } from './editFaults'

/** What an edit makes of a feature (null: it is gone) with the edit that takes it back, or why it cannot be made. */
export type Edited =
  | { readonly ok: true; readonly id: string; readonly feature: CityFeature | null; readonly inverse: Edit }
  | { readonly ok: false; readonly field: string | null; readonly reason: Reason }

/** The features of the feed that is edited, with the edits made so far. */
export interface EditedFeed {
  /** Undefined: there is none. */
  known(id: string): CityFeature | undefined
  /** As `known`, or the feature that had this id before it was dropped: it keeps its number on the map. */
  former(id: string): CityFeature | undefined
  /** Whether a number on the map is another's. */
  taken(mapId: number): boolean
}

/**
 * Makes edits of one feed, feature by feature. What is written passes the checks of the door, without its conversion and
 * mapping: an edit is in WGS84 with canonical names.
 */
export function featureEditor(
  feed: CatalogFeed,
  city: CatalogCity,
  { known: standing, former, taken }: EditedFeed,
): (edit: Edit) => Edited {
  const canonical = canonicalFeed(feed)
  const door = changeDoor(canonical, city, former, taken, AS_WRITTEN)
  /** Footprints given with their feature: they stay when it is patched or moved, and come back with it. */
  const given = new WeakMap<CityFeature, Footprint>()

  /** A footprint of its own stands in place of the expression, and passes the same checks. */
  const doorOf = (footprint: Footprint | undefined) =>
    footprint ? changeDoor({ ...canonical, footprint: { ...footprint } }, city, former, taken, AS_WRITTEN) : door

  const put = (id: string, value: Feature, footprint: Footprint | undefined, inverse: Edit): Edited => {
    const admitted = doorOf(footprint)(id, { ...value, id })
    if (!admitted.ok) return { ok: false, field: admitted.quarantined.field, reason: admitted.quarantined.reason }
    if (footprint) given.set(admitted.feature, footprint)
    return { ok: true, id, feature: admitted.feature, inverse }
  }

  return (edit) => {
    const id = editedId(edit)
    if (id === null) return { ok: false, field: 'id', reason: EDIT_FAULTS.noId() }
    const known = standing(id)
    const own = known && given.get(known)
    const inverse: Edit = known
      ? { feed: feed.id, put: geoJsonOf(known), ...(own && { footprint: own }) }
      : { feed: feed.id, id, drop: true }
    if ('put' in edit) return put(id, edit.put, edit.footprint, inverse)
    if (!known) return { ok: false, field: null, reason: EDIT_FAULTS.unknownId(id) }
    if ('drop' in edit) return { ok: true, id, feature: null, inverse }
    if ('patch' in edit) {
      return put(id, { ...geoJsonOf(known), properties: patched(known.properties, edit.patch) }, own, inverse)
    }
    if (known.geometry?.type !== 'Point') return { ok: false, field: 'geometry', reason: EDIT_FAULTS.notAPoint() }
    return put(id, { ...geoJsonOf(known), geometry: { type: 'Point', coordinates: [...edit.move] } }, own, inverse)
  }
}

/** A plan is of the time to come: no date in it is ahead of the clock. */
const AS_WRITTEN = () => Number.POSITIVE_INFINITY

/** A feature as GeoJSON with canonical names. */
export function geoJsonOf({ id, geometry, properties }: CityFeature): Feature {
  // GeoJSON allows a null geometry, its type does not; features of `reported` feeds have none.
  return { type: 'Feature', id, geometry, properties: { ...properties } } as Feature
}

/** Symbols are kept: what a derivation remembers of a feature is carried under them. */
function patched(
  properties: CityFeature['properties'],
  patch: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...properties, ...patch }
  for (const [name, value] of Object.entries(patch)) if (value === null) delete merged[name]
  return merged
}
