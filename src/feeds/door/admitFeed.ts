import type { CatalogCity, CatalogFeed } from '#catalog/schema.ts'
import { hashBytes } from '#core/evidence/sha256.ts'
import type { CityFeature } from '#core/model/feature.ts'
import { type FeedReport, isTimeAside, type Quarantined, type Reason } from '#core/model/feedReport.ts'
import { parseTime } from '#core/model/parseTime.ts'
import { countsAt, shanghaiTime } from '#core/model/time.ts'
import { converterOf, crsOfMember, sameCrs } from '../crs/converterOf'
import { cityLimit, placesOf } from '../geometry/cityLimit'
import type { FeedFailure, RawCollection, RawEntry, Remembered } from '../protocols/protocol'
import { protocolOf } from '../protocols/registry'
import { MOST_BYTES } from '../queries/boundedRead'
import { type Admitted, admitFeature } from './admitFeature'
import { diagnoseLayer } from './diagnoseLayer'
import { footprintOf } from './footprintOf'
import { assignMapIds, uniqueIds } from './identity'
import { createNoticeLog, type NoticeLog, QuarantineError } from './noticeLog'
import { FAILURES, NOTICES } from './reasons'
import { timeAside, unreadableTime } from './timeReasons'

export type FeedAdmission =
  | {
      readonly ok: true
      readonly features: readonly CityFeature[]
      readonly report: FeedReport
      /** What was noted of single features, by id; what concerns ids or mends is not among it. */
      readonly noted: ReadonlyMap<string, readonly Reason[]>
      /** For the next reading of the feed. */
      readonly remembered: Remembered
    }
  | { readonly ok: false; readonly failure: FeedFailure; readonly sha256: string }

const MISPLACED: ReadonlySet<string> = new Set(['out-of-range', 'outside-city', 'cannot-convert'])
/** From this share of misplaced features on, the layer as a whole is taken to be misplaced. */
const AS_A_WHOLE = 0.8

/**
 * The door: the features of a feed that can be used, in WGS84, mapped, checked and mended; and a report that names
 * every feature kept out, with index, id, field and reason. A feed that cannot be read at all fails, with line (from 1)
 * or byte (from 0). Nothing is dropped, moved or guessed at silently. `now`: the app's time, epoch milliseconds. `earlier`: what
 * the reading before left for this one; without it the features are those that these bytes alone say.
 */
export function admitFeed(
  bytes: Uint8Array,
  feed: CatalogFeed,
  city: CatalogCity,
  now: number,
  earlier: Remembered = [],
): FeedAdmission {
  const hash = hashBytes(bytes)
  const fail = (failure: FeedFailure): FeedAdmission => ({ ok: false, failure, sha256: hash })
  if (bytes.length > MOST_BYTES) return fail({ reason: FAILURES.tooLarge(MOST_BYTES) })
  const read = protocolOf(feed.source.type)
  const reading = read(bytes, earlier, feed.source)
  if (!reading.ok) return fail(reading.failure)
  const convert = converterOf(feed.crs)
  if (convert === null) return fail({ reason: FAILURES.unknownCrs(feed.crs) })
  const footprint = footprintOf(feed.footprint)
  if (!footprint.ok) return fail(footprint.failure)

  const places = placesOf(feed, city, convert)
  const { entries, remarks = [], timeOfReading = false } = reading.collection
  const log = createNoticeLog()
  const admitted: { readonly entry: RawEntry; readonly feature: Admitted }[] = []
  const quarantined: Quarantined[] = []
  for (const entry of entries) {
    let id: string | null = null
    try {
      const feature = admitFeature(entry, { feed, places, footprint: footprint.evaluate, now }, (known) => {
        id = known
      })
      admitted.push({ entry, feature })
    } catch (error) {
      if (!(error instanceof QuarantineError)) throw error
      quarantined.push({ index: entry.index, id, field: error.field, reason: error.reason })
    }
  }

  const unplaced = admitted.flatMap(({ entry, feature }) =>
    feature.unplaced ? [{ index: entry.index, reason: feature.unplaced }] : [],
  )
  noteLayer(reading.collection, [...quarantined, ...unplaced], feed, city, log)
  const features = identify(admitted, feed, log)
  for (const { id, reason } of remarks) log.note(reason, id)
  const asOf = dataTime(admitted, reading.collection, now, log)
  const report: FeedReport = {
    id: feed.id,
    read: entries.length,
    accepted: features.length,
    repaired: features.filter(({ mended }) => mended).length,
    quarantined,
    notices: log.notices(),
    asOf,
    ...(timeOfReading && asOf === null && { asOfReading: true }),
    judgedAt: now,
    sha256: hash,
    bytes: bytes.length,
  }
  const noted = new Map(features.flatMap(({ feature, notices }) => (notices.length > 0 ? [[feature.id, notices]] : [])))
  return {
    ok: true,
    features: features.map(({ feature }) => feature),
    report,
    noted,
    remembered: reading.remembered ?? [],
  }
}

/** What concerns the feed as a whole: a `crs` member that disagrees, and a layer that lies elsewhere. */
function noteLayer(
  { crsName, entries }: RawCollection,
  kept: readonly Pick<Quarantined, 'index' | 'reason'>[],
  feed: CatalogFeed,
  city: CatalogCity,
  log: NoticeLog,
): void {
  if (crsName !== null && !sameCrs(crsOfMember(crsName), feed.crs)) {
    log.note(NOTICES.crsMember(crsName, feed.crs), null, entries.length)
  }
  const misplaced = kept.filter(({ reason }) => MISPLACED.has(reason.code))
  const refused = new Set(kept.map(({ index }) => index))
  const located = entries.filter(({ index, value }) => !refused.has(index) && positionOf(value) !== null).length
  if (misplaced.length === 0 || misplaced.length < AS_A_WHOLE * (misplaced.length + located)) return
  const positions = misplaced.map(({ index }) => positionOf(entries[index]?.value)).filter((at) => at !== null)
  if (positions.length === 0) return
  log.note(diagnoseLayer(positions, feed, cityLimit(city.bounds)), null, misplaced.length)
}

const positionOf = (feature: unknown): readonly [number, number] | null =>
  typeof feature === 'object' && feature !== null && 'geometry' in feature ? firstPosition(feature.geometry) : null

interface Identified {
  readonly feature: CityFeature
  readonly notices: readonly Reason[]
  readonly mended: boolean
}

/** Unique ids, map ids and the notices that carry them. */
function identify(
  admitted: readonly { readonly entry: RawEntry; readonly feature: Admitted }[],
  feed: CatalogFeed,
  log: NoticeLog,
): Identified[] {
  const ids = uniqueIds(admitted.map(({ entry, feature }) => ({ id: feature.id, index: entry.index })))
  const mapIds = assignMapIds(ids.map(({ id }) => id))
  const features = admitted.map(({ feature }, at): Identified => {
    const { id, numbered } = ids[at] ?? { id: '', numbered: false }
    if (feature.id === null) log.note(NOTICES.idFromIndex(), id)
    if (numbered) log.note(NOTICES.idNumbered(), id)
    for (const mend of feature.mends) log.note(NOTICES[mend](), id)
    for (const left of feature.leftOut) log.note(left, id)
    for (const notice of feature.notices) log.note(notice, id)
    const { geometry, properties, time, footprint } = feature
    return {
      feature: { id, mapId: mapIds.get(id) ?? 0, geometry, properties, time, ...(footprint && { footprint }) },
      notices: feature.notices,
      mended: numbered || feature.mends.size > 0 || feature.leftOut.length > 0,
    }
  })
  const nameless = admitted.filter(({ feature }) => feature.id === null).length
  if (feed.live !== undefined && nameless > 0) log.note(NOTICES.liveForbidden(), null, nameless)
  return features
}

/** The newest time of the accepted features and of messages that are none, else what the top level says, else unknown. */
function dataTime(
  admitted: readonly { readonly feature: Admitted }[],
  { asOf, messageTimes = [] }: RawCollection,
  now: number,
  log: NoticeLog,
): number | null {
  const counted = messageTimes.filter((time) => countsAt(time, now))
  const aside = messageTimes.find((time) => !countsAt(time, now))
  const isNamed = admitted.some(({ feature }) => feature.notices.some(isTimeAside))
  // A message that is no feature of its own, such as an ending.
  if (aside !== undefined && !isNamed) log.note(timeAside('sent', shanghaiTime(aside), aside), null)
  const times = [...admitted.map(({ feature }) => feature.time), ...counted]
  const newest = times.reduce<number | null>((latest, time) => {
    return time !== null && (latest === null || time > latest) ? time : latest
  }, null)
  if (newest !== null || asOf === undefined || asOf === null) return newest
  const time = parseTime(asOf)
  if (time !== null && countsAt(time, now)) return time
  log.note(time === null ? unreadableTime('asOf', asOf) : timeAside('asOf', asOf, time), null)
  return null
}

/** The first position of a geometry as written, or null where there is none. */
function firstPosition(geometry: unknown): readonly [number, number] | null {
  if (typeof geometry !== 'object' || geometry === null || !('coordinates' in geometry)) return null
  let value: unknown = geometry.coordinates
  while (Array.isArray(value) && Array.isArray(value[0])) value = value[0]
  if (!Array.isArray(value)) return null
  const [x, y]: unknown[] = value
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : null
}
