import type { CatalogCity, CatalogFeed } from '#catalog/schema.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { Quarantined, Reason } from '#core/model/feedReport.ts'
import { converterOf } from '../crs/converterOf'
import { placesOf } from '../geometry/cityLimit'
import { type Admitted, admitFeature } from './admitFeature'
import { footprintOf } from './footprintOf'
import { mapIdOf } from './identity'
import { QuarantineError } from './noticeLog'
import { NOTICES } from './reasons'

/** What became of one changed feature at the door. */
export type AdmittedChange =
  | { readonly ok: true; readonly feature: CityFeature; readonly notices: readonly Reason[] }
  | { readonly ok: false; readonly quarantined: Quarantined }

/** The feed as it takes features of the program's own: WGS84 with canonical names, so that nothing is converted or mapped. */
export const canonicalFeed = (feed: CatalogFeed): CatalogFeed => ({
  ...feed,
  source: { ...feed.source, type: 'geojson' },
  crs: 'wgs84',
  fields: {},
})

/**
 * The door for single features of a feed that has come in: the same checks as for a whole reading. `noted`: what its
 * reader said of it. `known` gives the feature of that id as it is, whose map id stays; `taken` says whether a map id is another's; `now` gives the app's time.
 * @throws Error for a feed whose whole reading would fail (unknown CRS, footprint that does not compile).
 */
export function changeDoor(
  feed: CatalogFeed,
  city: CatalogCity,
  known: (id: string) => CityFeature | undefined,
  taken: (mapId: number) => boolean,
  now: () => number,
): (id: string, value: unknown, noted?: readonly Reason[]) => AdmittedChange {
  const convert = converterOf(feed.crs)
  const footprint = footprintOf(feed.footprint)
  if (convert === null || !footprint.ok) throw new Error(`the door of ${feed.id} cannot be opened`)
  const settings = { feed, places: placesOf(feed, city, convert), footprint: footprint.evaluate }

  return (id, value, noted) => {
    let admitted: Admitted
    try {
      const entry = { index: 0, value, notices: noted, writtenNumber: () => null }
      admitted = admitFeature(entry, { ...settings, now: now() }, () => {})
    } catch (error) {
      if (!(error instanceof QuarantineError)) throw error
      return { ok: false, quarantined: { index: 0, id, field: error.field, reason: error.reason } }
    }
    if (admitted.id !== id) {
      return { ok: false, quarantined: { index: 0, id, field: 'id', reason: NOTICES.liveForbidden() } }
    }
    const { geometry, properties, time, footprint: covers, notices } = admitted
    const mapId = known(id)?.mapId ?? mapIdOf(id, taken)
    return {
      ok: true,
      notices,
      feature: { id, mapId, geometry, properties, time, ...(covers && { footprint: covers }) },
    }
  }
}
