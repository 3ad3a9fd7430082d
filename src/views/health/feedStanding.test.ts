import { describe, expect, it } from 'vitest'
import type { FeedReading } from '#city/feedQuery.ts'
import { wholeFeed } from '#tests/city/wholeCatalog.ts'
import { byNeed, feedStanding, isOutOfDate, summarizeFeeds } from './feedStanding'

const feed = wholeFeed({ id: 'a', refreshSeconds: 60, staleSeconds: 600 })
const NOW = 1_000_000_000_000

function reading(asOf: number | null, quarantined = 0): FeedReading {
  return {
    report: {
      id: 'a',
      read: 10,
      accepted: 10 - quarantined,
      repaired: 0,
      quarantined: Array.from({ length: quarantined }, (_, index) => ({
        index,
        id: null,
        field: 'geometry',
        reason: { code: 'x', zh: '缺', en: 'missing' },
      })),
      notices: [],
      asOf,
      sha256: '',
      bytes: 0,
    },
    mapUrl: '',
    bounds: null,
    properties: [],
    fetchedAt: NOW,
    fromCopy: false,
    fault: null,
  }
}

const standing = (data: FeedReading | undefined, fetching = false) =>
  feedStanding(feed, { data, fault: null, fetching }, NOW)

describe('how a feed stands', () => {
  it('judges the time of the data, not of the fetch', () => {
    expect(standing(reading(NOW - 60_000)).state).toBe('live')
    expect(standing(reading(NOW - 61_000)).state).toBe('late')
    expect(standing(reading(NOW - 601_000)).state).toBe('stale')
    expect(standing(reading(null)).state).toBe('never')
  })

  it('is failing while its channel says nothing that can be used, however fresh its data seem', () => {
    const unreadable = { code: 'live-unreadable', zh: '不能用', en: 'of no use' }
    const data = reading(NOW)
    expect(feedStanding(feed!, { data, fault: null, fetching: false, unreadable }, NOW)).toMatchObject({
      state: 'failing',
      fault: unreadable,
      reading: data,
    })
    expect(feedStanding(feed!, { data, fault: null, fetching: false, unreadable: null }, NOW).state).toBe('live')
  })

  it('tells unread from being read', () => {
    expect(standing(undefined).state).toBe('idle')
    expect(standing(undefined, true).state).toBe('loading')
  })

  it('is failing when the reading in use is a kept copy', () => {
    const fault = { code: 'unreachable', zh: '无法连接', en: 'unreachable' }
    const kept = standing({ ...reading(NOW), fromCopy: true, fault })
    expect(kept).toMatchObject({ state: 'failing', fault })
    expect(kept.reading).not.toBeNull()
  })

  it('judges a kept copy by its own age while its source fails', () => {
    const fault = { code: 'unreachable', zh: '无法连接', en: 'unreachable' }
    const copyOf = (age: number | null) =>
      standing({ ...reading(age === null ? null : NOW - age), fromCopy: true, fault })
    // Refresh 60 s, stale after 600 s.
    const ages = [60_000, 61_000, 600_000, 601_000, null]
    expect(ages.map((age) => copyOf(age).freshness)).toEqual(['live', 'late', 'late', 'stale', 'never'])
    expect(ages.map((age) => isOutOfDate(copyOf(age)))).toEqual([false, false, false, true, true])
    expect(isOutOfDate(standing(undefined))).toBe(false)
  })

  it('counts the current among all of the catalog, names those not read, and counts all that is quarantined', () => {
    const [unread, loading] = [standing(undefined), standing(undefined, true)]
    const all = [standing(reading(NOW, 2)), standing(reading(NOW - 601_000, 1)), unread, loading]
    expect(summarizeFeeds(all)).toEqual({ all: 4, live: 1, unread: [unread, loading], quarantined: 3 })
  })

  it('puts first what wants looking at, and keeps the order of the rest', () => {
    const calm = standing(reading(NOW))
    const kept = standing(reading(NOW, 1))
    const stale = standing(reading(NOW - 601_000))
    const unread = standing(undefined)
    expect(byNeed([unread, calm, kept, stale])).toEqual([stale, kept, unread, calm])
  })
})
