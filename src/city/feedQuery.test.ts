import { describe, expect, it } from 'vitest'
import type { CatalogFeed } from '#catalog/schema.ts'
import { ReadStopped } from '#feeds/queries/boundedRead.ts'
import { feedQueryOptions } from './feedQuery'

const feed: CatalogFeed = {
  id: 'parks',
  title: { zh: 'parks' },
  record: 'place',
  source: { type: 'geojson', url: 'parks.geojson' },
  crs: 'wgs84',
  fields: {},
  sensitivity: 'public',
  extent: 'city',
}
const optionsOf = (more: Partial<CatalogFeed>) =>
  feedQueryOptions({ ...feed, ...more }, 'http://city.test/catalog.json', () => Promise.reject(new Error()))

/** Milliseconds until the feed is read again, by what is known of it. */
function intervalOf(more: Partial<CatalogFeed>, state: { data?: unknown; error?: unknown } = {}): unknown {
  const { refetchInterval } = optionsOf(more)
  if (typeof refetchInterval !== 'function') throw new Error('expected a function')
  return refetchInterval({ state: { data: undefined, error: null, ...state } } as Parameters<typeof refetchInterval>[0])
}

describe('feedQueryOptions', () => {
  it('reads a feed again on its own cycle, and one without a cycle never', () => {
    expect(intervalOf({ refreshSeconds: 60 })).toBe(60_000)
    expect(intervalOf({})).toBe(false)
  })

  it('keeps a cycle of a month within what a timer can count, which would otherwise fire at once', () => {
    // 31 d · 86 400 s · 1000 = 2 678 400 000 ms, over 2^31 − 1 = 2 147 483 647.
    expect(intervalOf({ refreshSeconds: 31 * 86_400 })).toBe(2_147_483_647)
  })

  it('reads a feed that failed again within a minute, whatever its cycle, and one that has a copy of it too', () => {
    const failed = { error: new Error('down') }
    const copied = { data: { fault: { code: 'unreachable', zh: '断', en: 'cut' } } }
    for (const state of [failed, copied]) {
      expect(intervalOf({}, state)).toBe(60_000)
      expect(intervalOf({ refreshSeconds: 3600 }, state)).toBe(60_000)
      expect(intervalOf({ refreshSeconds: 5 }, state)).toBe(5_000)
    }
    expect(intervalOf({}, { data: { fault: null } })).toBe(false)
  })

  it('leaves a live feed to its channel, but for one that was never read: it has none yet', () => {
    const live = { live: { type: 'sse', url: '/live' } as const, refreshSeconds: 5 }
    expect(intervalOf(live)).toBe(false)
    expect(intervalOf(live, { data: { fault: null }, error: new Error('down') })).toBe(false)
    expect(intervalOf(live, { error: new Error('down') })).toBe(60_000)
  })

  it('tries once more at once, but not what hung: the next cycle does', () => {
    const { retry } = optionsOf({})
    if (typeof retry !== 'function') throw new Error('expected a function')
    expect(retry(0, new Error('down'))).toBe(true)
    expect(retry(1, new Error('down'))).toBe(false)
    expect(retry(0, ReadStopped.noAnswer('http://city.test/a', 20_000))).toBe(false)
  })
})
