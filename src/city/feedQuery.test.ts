import { describe, expect, it } from 'vitest'
import type { CatalogFeed } from '#catalog/schema.ts'
import { feedQueryOptions } from './feedQuery'

const feed: CatalogFeed = {
  id: 'parks',
  record: 'place',
  source: { type: 'geojson', url: 'parks.geojson' },
  crs: 'wgs84',
  fields: {},
  sensitivity: 'public',
  extent: 'city',
}
const intervalOf = (refreshSeconds: number | undefined): unknown =>
  feedQueryOptions({ ...feed, refreshSeconds }, 'http://city.test/catalog.json', () => Promise.reject(new Error()))
    .refetchInterval

describe('feedQueryOptions', () => {
  it('reads a feed again on its own cycle, and one without a cycle never', () => {
    expect(intervalOf(60)).toBe(60_000)
    expect(intervalOf(undefined)).toBe(false)
  })

  it('keeps a cycle of a month within what a timer can count, which would otherwise fire at once', () => {
    // 31 d · 86 400 s · 1000 = 2 678 400 000 ms, over 2^31 − 1 = 2 147 483 647.
    expect(intervalOf(31 * 86_400)).toBe(2_147_483_647)
  })
})
