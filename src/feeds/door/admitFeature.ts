import type { Geometry } from 'geojson'
import type { CatalogFeed } from '#catalog/schema.ts'
import type { ExpressionSubject } from '#core/model/compileExpression.ts'
import type { Footprint, RecordKind } from '#core/model/feature.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { parseTime } from '#core/model/parseTime.ts'
import { countsAt } from '#core/model/time.ts'
import { isObject, type JsonObject } from '#core/model/values.ts'
import type { Places } from '../geometry/cityLimit'
import { relationTo } from '../geometry/meetsBox'
import type { Mend } from '../geometry/mend'
import { type Mended, type Place, readGeometry } from '../geometry/readGeometry'
import type { RawEntry } from '../protocols/protocol'
import {
  checkDepth,
  checkKnownProperties,
  checkRequiredProperties,
  isMissing,
  nullInfinite,
  numbersToText,
} from './checkProperties'
import { codeNotices } from './codeNotices'
import { readIdentity } from './identity'
import { mapFields } from './mapFields'
import { QuarantineError } from './noticeLog'
import { NOTICES, QUARANTINE } from './reasons'
import { timeAside, unreadableTime } from './timeReasons'

/** What admitting one feature of a feed needs to know. */
export interface DoorSettings {
  readonly feed: CatalogFeed
  readonly places: Places
  readonly footprint: (subject: ExpressionSubject) => Footprint | null
  /** The app's time, epoch milliseconds: what is ahead of it is no time of data. */
  readonly now: number
}

/** A feature past the door but for what only the whole feed can tell: unique ids and map ids. */
export interface Admitted {
  readonly id: string | null
  readonly geometry: Geometry | null
  readonly properties: Readonly<Record<string, unknown>>
  readonly time: number | null
  readonly footprint: Footprint | null
  /** Why a geometry that it has cannot be used; null where there is none, or it is used. */
  readonly unplaced: Reason | null
  readonly mends: ReadonlySet<Mend>
  /** Parts and rings of the geometry that were left out. */
  readonly leftOut: readonly Reason[]
  readonly notices: readonly Reason[]
}

/** Checks, converts and mends one entry. `identified` hears the id as soon as it is known. Throws a QuarantineError. */
export function admitFeature(
  entry: RawEntry,
  settings: DoorSettings,
  identified: (id: string | null) => void,
): Admitted {
  const { feed } = settings
  const feature = entry.value
  if (entry.refusal) {
    const { id, field, reason } = entry.refusal
    const isNamed = id === null && field !== 'id' && isObject(feature)
    const raw = isNamed && isObject(feature.properties) ? feature.properties : {}
    identified(isNamed ? readIdentity(entry, feature, raw, feed.fields) : id)
    throw new QuarantineError(field, reason)
  }
  if (!isObject(feature) || feature.type !== 'Feature') {
    const found = isObject(feature) ? feature.type : feature
    throw new QuarantineError('type', QUARANTINE.notAFeature(found))
  }
  const raw = feature.properties ?? {}
  const id = readIdentity(entry, feature, isObject(raw) ? raw : {}, feed.fields)
  identified(id)
  if (!isObject(raw)) throw new QuarantineError('properties', QUARANTINE.propertiesNotObject(raw))

  checkDepth(raw)
  const notices: Reason[] = [...(entry.notices ?? [])]
  const properties = mapFields(raw, feed.fields)
  nullInfinite(properties, notices)
  numbersToText(properties, feed, entry, notices)
  // A property `id` that is something else than the identity stays what it is.
  if (id !== null && (isMissing(properties.id) || String(properties.id) === id)) properties.id = id
  checkKnownProperties(properties)
  checkRequiredProperties(feed.record, properties, id)

  const mended: Mended = { mends: new Set<Mend>(), leftOut: [] }
  const { geometry, unplaced } =
    feed.record === 'warning'
      ? placeOfWarning(feature.geometry, properties, settings, mended, notices)
      : { geometry: geometryOf(feature.geometry, settings, mended, notices), unplaced: null }
  const time = timeOf(settings, properties, notices)
  notices.push(...codeNotices(feed.record, id, properties))
  return {
    id,
    geometry,
    properties,
    time,
    footprint: settings.footprint({ geometry, properties }),
    unplaced,
    ...mended,
    notices,
  }
}

function geometryOf(raw: unknown, settings: DoorSettings, mended: Mended, notices: Reason[]): Geometry | null {
  const { record } = settings.feed
  if (record === 'reported') {
    if (raw !== undefined && raw !== null) notices.push(NOTICES.geometryIgnored())
    return null
  }
  if (record === 'generic' && (raw === undefined || raw === null || isEmpty(raw))) {
    notices.push(NOTICES.noPlace())
    return null
  }
  const geometry = geometryInPlace(raw, settings, mended)
  checkGeometryType(record, geometry)
  return geometry
}

/** A geometry in place: all of it near the city, or an area that holds the city whatever its corners. */
function geometryInPlace(raw: unknown, { feed, places }: DoorSettings, mended: Mended): Geometry {
  if (raw === undefined || raw === null) throw new QuarantineError('geometry', QUARANTINE.noGeometry())
  if (!isObject(raw)) throw new QuarantineError('geometry', QUARANTINE.unknownGeometryType(raw))
  const read = (place: Place) => {
    const made: Mended = { mends: new Set<Mend>(), leftOut: [] }
    const geometry = readGeometry(raw, place, made)
    return { geometry, made }
  }
  const keep = ({ geometry, made }: ReturnType<typeof read>): Geometry => {
    for (const mend of made.mends) mended.mends.add(mend)
    mended.leftOut.push(...made.leftOut)
    return geometry
  }
  try {
    return keep(read(places.place))
  } catch (error) {
    if (!(error instanceof QuarantineError) || error.reason.code !== OUTSIDE) throw error
    const wide = read(places.anywhere)
    const relation = relationTo(wide.geometry, places.bounds)
    if (relation === 'contains' || (relation === 'meets' && feed.record === 'warning')) return keep(wide)
    throw error
  }
}

const OUTSIDE = QUARANTINE.outsideCity(0, 0).code

/**
 * Where a warning holds. One that tells its area by words or codes alone, or by a figure that cannot be used, is a warning
 * all the same: it has no geometry, which is noted. One whose whole area lies elsewhere is none of this city.
 */
function placeOfWarning(
  raw: unknown,
  properties: JsonObject,
  settings: DoorSettings,
  mended: Mended,
  notices: Reason[],
): Pick<Admitted, 'geometry' | 'unplaced'> {
  if (raw === undefined || raw === null || isEmpty(raw)) {
    notices.push(NOTICES.notOnMap())
    return { geometry: null, unplaced: null }
  }
  try {
    return { geometry: geometryInPlace(raw, settings, mended), unplaced: null }
  } catch (error) {
    if (!(error instanceof QuarantineError)) throw error
    // Of areas that are told by words only nobody knows that they lie elsewhere, too.
    if (error.reason.code === OUTSIDE && isMissing(properties.unplaced)) throw error
    notices.push(NOTICES.notOnMap(), NOTICES.areaUnusable(error.reason))
    return { geometry: null, unplaced: error.reason }
  }
}

const isEmpty = (raw: unknown): boolean =>
  isObject(raw) && Array.isArray(raw.coordinates) && raw.coordinates.length === 0

/** The data time of one feature: the mapped `time`, or the date of a reported value. Null where it does not count. */
function timeOf({ feed, now }: DoorSettings, properties: JsonObject, notices: Reason[]): number | null {
  const name = isMissing(properties.time) && feed.record === 'reported' ? 'date' : 'time'
  const value = properties[name]
  if (isMissing(value)) return null
  const field = feed.fields[name] ?? name
  const time = parseTime(value)
  if (time !== null && countsAt(time, now)) return time
  notices.push(time === null ? unreadableTime(field, value) : timeAside(field, value, time))
  return null
}

const POINT: readonly Geometry['type'][] = ['Point']
const SURFACE: readonly Geometry['type'][] = ['Polygon', 'MultiPolygon']

const WANTED: Partial<Record<RecordKind, readonly Geometry['type'][]>> = {
  site: POINT,
  camera: POINT,
  junction: POINT,
  sheet: SURFACE,
  zone: SURFACE,
}

/** Quarantines a geometry of a kind that the record cannot have. */
function checkGeometryType(record: RecordKind, geometry: Geometry): void {
  const wanted = WANTED[record]
  if (wanted && !wanted.includes(geometry.type)) {
    throw new QuarantineError('geometry', QUARANTINE.wrongGeometryType(record, wanted.join(' / '), geometry.type))
  }
}
