import type { Catalog, CatalogFeed } from '#catalog/schema.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { FeedReport } from '#core/model/feedReport.ts'
import { deepFreeze } from '#tests/city/deepFreeze.ts'
import { wholeFeed } from '#tests/city/wholeCatalog.ts'
import { admitFeed } from './admitFeed'

/** For tests: a city of one degree by half a degree, so that the door's limit is [115.5, 34.75, 117.5, 35.75]. */
export const CITY: Catalog['city'] = deepFreeze({
  code: '370883',
  name: { zh: '示例', en: undefined },
  bounds: [116, 35, 117, 35.5],
  timeZone: 'Asia/Shanghai',
})

/** Noon of 1 September 2026 in Shanghai. */
export const NOW = Date.UTC(2026, 8, 1, 4)

/** A feed with every default of the catalog. */
export function feedOf(feed: Record<string, unknown>): CatalogFeed {
  return deepFreeze(wholeFeed(feed))
}

const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

export const collection = (...features: unknown[]) => deepFreeze({ type: 'FeatureCollection', features })

export const point = (id: unknown, at: unknown, properties: Record<string, unknown> = {}) =>
  shape(id, { type: 'Point', coordinates: at }, properties)

export const shape = (id: unknown, geometry: unknown, properties: Record<string, unknown> = {}) =>
  deepFreeze({ type: 'Feature', id, geometry, properties })

/** Admits what must be readable. */
export function admit(
  value: unknown,
  feed: Record<string, unknown> = {},
  now = NOW,
): { readonly features: readonly CityFeature[]; readonly report: FeedReport } {
  const admission = admitFeed(bytesOf(value), feedOf(feed), CITY, now)
  if (!admission.ok) throw new Error(admission.failure.reason.en)
  return deepFreeze(admission)
}

/** Admits what must fail as a whole. */
export function failureOf(value: unknown, feed: Record<string, unknown> = {}) {
  const bytes = value instanceof Uint8Array ? value : bytesOf(value)
  const admission = admitFeed(bytes, feedOf(feed), CITY, NOW)
  if (admission.ok) throw new Error('was read')
  return admission.failure
}

/** `index id field code` of every quarantined feature. */
export const refusals = (report: FeedReport): string[] =>
  report.quarantined.map(({ index, id, field, reason }) => `${index} ${id} ${field} ${reason.code}`)

/** `code count` of every notice. */
export const noticed = (report: FeedReport): string[] =>
  report.notices.map(({ reason, count }) => `${reason.code} ${count}`)
