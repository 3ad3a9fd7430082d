import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CatalogFeed } from '#catalog/schema.ts'
import type { FeedReport } from '#core/model/feedReport.ts'
import { admitFeed } from '#feeds/door/admitFeed.ts'
import { type LiveChannel, openLiveChannel } from '#feeds/live/liveChannel.ts'
import { LIVE_TRANSPORTS } from '#feeds/live/registry.ts'
import { manualClock } from '#tests/city/manualClock.ts'
import { wholeCatalog } from '#tests/city/wholeCatalog.ts'

const WAIT = { timeout: 30_000, interval: 10 }
const MINUTES = 30

interface Played {
  readonly id: string
  readonly channel: LiveChannel
  /** The feed as it is delivered; a few of its features are broken on purpose. */
  readonly delivered: FeedReport
  readonly held: Map<string, unknown>
  /** Of the whole feed as it stands after half an hour. */
  report: FeedReport | null
}

const catalog = wholeCatalog(JSON.parse(await readFile('geodata/catalog.json', 'utf8')))
const feeds = catalog.feeds.filter(({ live }) => live?.type === 'demo')
const played: Played[] = []

function reportOf(feed: CatalogFeed, bytes: Uint8Array): FeedReport {
  const admission = admitFeed(bytes, feed, catalog.city, Number.POSITIVE_INFINITY)
  if (!admission.ok) throw new Error(admission.failure.reason.en)
  return admission.report
}

/** The demonstration city as it is delivered, played for half an hour of its own clock. */
beforeAll(async () => {
  const clock = manualClock(Date.parse(catalog.city.clock?.start ?? ''))
  for (const feed of feeds) {
    const bytes = await readFile(`geodata/${feed.source.url}`)
    const { features } = JSON.parse(bytes.toString('utf8')) as { features: { id: string }[] }
    const held = new Map<string, unknown>(features.map((feature) => [String(feature.id), feature]))
    const channel: LiveChannel = openLiveChannel({
      feed: typeof feed.calendar === 'string' ? { ...feed, calendar: catalog.calendars[feed.calendar] } : feed,
      url: null,
      city: catalog.city,
      transport: LIVE_TRANSPORTS.demo,
      clock: clock.now,
      random: () => 0.5,
      timers: clock.timers,
      snapshot: async () => features,
      onState() {},
      wantSnapshot: (ticket) => channel.snapshotTaken(ticket),
      onChanges(changes) {
        for (const change of changes) {
          if (change.kind === 'put') held.set(change.id, change.feature)
          else held.delete(change.id)
        }
      },
    })
    played.push({ id: feed.id, channel, delivered: reportOf(feed, bytes), held, report: null })
  }
  await vi.waitFor(() => {
    for (const { channel } of played) expect(channel.state().kind).toBe('live')
  }, WAIT)
  for (let minute = 0; minute < MINUTES; minute += 1) await clock.advance(60_000)
  for (const one of played) {
    const feed = feeds.find(({ id }) => id === one.id)
    if (feed === undefined) throw new Error(one.id)
    const text = JSON.stringify({ type: 'FeatureCollection', features: [...one.held.values()] })
    one.report = reportOf(feed, new TextEncoder().encode(text))
  }
}, 120_000)
afterAll(() => {
  for (const { channel } of played) channel.close()
})

const refused = (report: FeedReport | null | undefined) => (report?.quarantined ?? []).map(({ id }) => id).sort()

describe('the demonstration city over the live channel', () => {
  it('plays cases, devices and vehicles among its feeds', () => {
    expect(feeds.map(({ record }) => record)).toEqual(expect.arrayContaining(['case', 'device', 'vehicle']))
  })

  it.each(feeds.map(({ id }) => id))('%s sends nothing but changes, and the door refuses none of them', (id) => {
    const one = played.find((each) => each.id === id)
    expect(one?.channel.state()).toMatchObject({ kind: 'live', bad: 0, dropped: 0, reason: null })
    expect(refused(one?.report)).toEqual(refused(one?.delivered))
    expect(one?.report?.notices.map(({ reason }) => reason.code)).not.toContain('duplicate-id-numbered')
    expect((one?.report?.accepted ?? 0) + refused(one?.delivered).length).toBe(one?.held.size)
  })

  it.each(feeds.filter(({ record }) => ['case', 'device', 'vehicle'].includes(record)).map(({ id }) => id))(
    '%s does live',
    (id) => {
      expect(played.find((each) => each.id === id)?.channel.state().received).toBeGreaterThan(0)
    },
  )
})
