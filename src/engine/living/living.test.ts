import { describe, expect, it } from 'vitest'
import { astray, at, device, FIRST, gone, LIVE, livingDevices, playLiving, START } from './livingFixture'

describe('a first reading', () => {
  it('is told of as all new, and its channel opened once, at an address relative to the catalog', async () => {
    const { living, batches, wires, begin, stored, openCity, clock } = playLiving({ feeds: [LIVE] })
    expect([living.isLiving('devices'), living.isLiving('elsewhere')]).toEqual([true, false])
    expect(wires).toHaveLength(0)
    begin(FIRST)
    const [batch] = batches
    expect(batches).toHaveLength(1)
    expect(batch).toMatchObject({ feed: 'devices', arrival: START })
    expect(batch?.before.size).toBe(0)
    expect([...(batch?.after ?? [])]).toEqual(stored().features.map((feature) => [feature.id, feature]))
    expect(wires.map(({ settings }) => settings.url?.href)).toEqual(['http://city.test/live'])
    living.begun('devices', { bytes: new Uint8Array(), noted: new Map() })
    expect(wires).toHaveLength(1)
    // Another catalog: what was open is closed.
    openCity()
    await clock.advance(0)
    expect(wires[0]?.closed()).toBe(true)
  })

  it('tells the page how the connection stands, and when to read the source again', () => {
    const { events, begin, wire } = playLiving({ feeds: [LIVE] })
    begin(FIRST)
    wire().opened()
    expect(events.map((event) => (event.kind === 'connection' ? event.state.kind : event.kind))).toEqual([
      'connecting',
      'catching-up',
      'snapshot-wanted',
    ])
    expect(new Set(events.map((event) => 'feed' in event && event.feed))).toEqual(new Set(['devices']))
  })

  it('of a feed that stays as it is read begins nothing', () => {
    const { living, batches, begin, wires, find, report } = playLiving({ feeds: [{ record: 'place' }] })
    expect(living.isLiving('devices')).toBe(false)
    begin(FIRST)
    expect([batches, wires]).toEqual([[], []])
    expect(find('1')?.properties).toMatchObject({ value: 10 })
    expect([...living.changed('devices')]).toEqual([])
    expect(() => living.renew('devices', [], report(), { bytes: new Uint8Array(), noted: new Map() })).toThrow(
      'feed devices has not begun',
    )
  })

  it('opens no channel and no clock for an engine that only answers', () => {
    const { begin, wires, batches, clock } = playLiving({ feeds: [LIVE], timers: false })
    begin(FIRST)
    expect(batches).toHaveLength(1)
    expect(wires).toHaveLength(0)
    expect(clock.pending()).toEqual([])
  })

  it('hands a simulator the features it plays, of the latest reading, and the calendar by what it holds', async () => {
    const calendar = { hours: [['08:00', '12:00']], holidays: [], workdays: [] }
    const feed = { live: { type: 'demo' }, calendar: 'town' }
    const { begin, renew, wires } = playLiving({ feeds: [feed], calendars: { town: calendar } })
    begin(FIRST)
    const [wire] = wires
    expect(wire?.settings.feed.calendar).toMatchObject(calendar)
    expect(await wire?.settings.snapshot()).toEqual(FIRST)
    renew([device('3', 30)])
    expect(await wire?.settings.snapshot()).toEqual([device('3', 30)])
  })

  it('hands no other transport the bytes of a reading', async () => {
    const { wires } = livingDevices()
    expect(await wires[0]?.settings.snapshot()).toEqual([])
  })
})

describe('changes', () => {
  it('put, replace and remove, in one batch that says what was before', async () => {
    const { batches, find, values, hear, report, clock, now } = livingDevices()
    const [one, two] = [find('1'), find('2')]
    await clock.advance(5_000)
    await hear(device('1', 11, 4), device('3', 30, 3), gone('2'), gone('9'))
    expect(values()).toEqual(['1=11', '3=30'])
    expect(batches).toHaveLength(2)
    const { before, after, arrival } = batches[1]!
    expect([...before]).toEqual([
      ['1', one],
      ['3', undefined],
      ['2', two],
    ])
    expect([...after]).toEqual([
      ['1', find('1')],
      ['3', find('3')],
      ['2', undefined],
    ])
    // Handed on at once: the one before was long ago.
    expect(arrival).toBe(now() - 500)
    expect(report()).toMatchObject({ accepted: 2, read: 2, asOf: START + 4_000, revision: 1 })
  })

  it('that say what is there already are none: the object stays, and nobody is told', async () => {
    const { batches, find, hear, report } = livingDevices()
    const before = find('1')
    await hear(device('1', 10))
    expect(find('1')).toBe(before)
    expect(batches).toHaveLength(1)
    expect(report()).toMatchObject({ accepted: 2, read: 2 })
  })

  it('kept out are counted and named, each id once and the latest reason', async () => {
    const { hear, values, report, find } = livingDevices()
    const before = find('1')
    await hear(astray('1', 11), device('2', 21))
    await hear({ ...device('1', 12), geometry: null }, astray('5', 50))
    expect(values()).toEqual(['1=10', '2=21'])
    expect(find('1')).toBe(before)
    expect(report()).toMatchObject({ accepted: 2, read: 4, revision: 2 })
    expect(report().quarantined.map(({ id, field, reason }) => [id, field, reason.code])).toEqual([
      ['1', 'geometry', 'no-geometry'],
      ['5', 'geometry', 'outside-city'],
    ])
  })

  it('kept out are all counted; the latest 500 are named', async () => {
    const { hear, report } = livingDevices()
    await hear(...Array.from({ length: 501 }, (_, index) => astray(`x${index}`, index)))
    const { quarantined, read, accepted } = report()
    expect([quarantined.length, quarantined[0]?.id, quarantined.at(-1)?.id]).toEqual([500, 'x1', 'x500'])
    expect([read, accepted]).toEqual([503, 2])
  })

  it('that are good clear what was bad of the same feature, and of no other', async () => {
    const { hear, report } = livingDevices()
    await hear(astray('1', 11), astray('2', 21), device('3', 30))
    await hear(device('1', 12))
    expect(report().quarantined.map(({ id }) => id)).toEqual(['2'])
    expect(report()).toMatchObject({ accepted: 3, read: 4 })
    await hear(gone('2'), device('1', 13))
    expect(report().quarantined).toEqual([])
    expect(report()).toMatchObject({ accepted: 2, read: 2 })
  })

  it('clear what the reading kept out when it comes in after all', async () => {
    const { begin, goLive, hear, report } = playLiving({ feeds: [LIVE] })
    const nameless = { ...astray('x', 0), id: undefined }
    begin([device('1', 10), astray('2', 20), astray('3', 30), nameless])
    goLive()
    expect(report()).toMatchObject({ accepted: 1, read: 4 })
    await hear(device('2', 21), astray('3', 31))
    expect(report().quarantined.map(({ id }) => id)).toEqual([null, '3'])
    expect(report()).toMatchObject({ accepted: 2, read: 4 })
  })

  it('are heard of no more once the feed is closed, and the clock stands', async () => {
    const { living, clock, wires, ticks, values, wire } = livingDevices()
    wire().message([device('1', 11)])
    living.close()
    await clock.advance(5_000)
    expect([ticks, values()]).toEqual([[], ['1=10', '2=20']])
    expect(wires[0]?.closed()).toBe(true)
    expect(living.isLiving('devices')).toBe(false)
    expect(clock.pending()).toEqual([])
  })

  // The report of the store names what was kept out, but nobody is told: the page shows none kept out until another
  // change of the feed is good. To be turned round when it is told.
  it('that are all bad are told of, on a feed where nothing else happens', async () => {
    const { hear, report, reports, clock } = livingDevices()
    await clock.advance(2_000)
    reports.length = 0
    await hear(astray('1', 11))
    expect(report().quarantined.map(({ id }) => id)).toEqual(['1'])
    expect(reports).toEqual(['devices'])
  })

  it('as they came are kept for a measured feed only, the latest of each, until it is read anew', async () => {
    const settings = { feeds: [LIVE, { ...LIVE, id: 'others' }], measured: ['devices'] }
    const played = playLiving(settings)
    played.begin(FIRST, 'others')
    played.begin(FIRST)
    played.goLive()
    await played.hear(device('1', 11), device('3', 30), gone('2'), astray('4', 40))
    await played.hear(device('1', 12), gone('9'))
    expect([...played.living.changed('devices')]).toEqual([
      ['1', device('1', 12)],
      ['3', device('3', 30)],
      ['2', null],
    ])
    expect(played.living.changed('others').size).toBe(0)
    played.renew(FIRST)
    expect(played.living.changed('devices').size).toBe(0)
  })
})

describe('what comes late', () => {
  it('does not put back what is newer: not by a message, by one that says gone, nor within one array', async () => {
    const { hear, values, late, report } = livingDevices()
    await hear(device('1', 9.9, 60))
    await hear(device('1', 1, -2_700))
    await hear({ ...gone('1'), time: at(-2_700) })
    expect(values()).toEqual(['1=9.9', '2=20'])
    await hear(device('2', 8, 120), device('2', 3, 30))
    expect(values()).toEqual(['1=9.9', '2=8'])
    // The last came while the one before it was still kept back.
    expect(late).toEqual(['devices 1=1', 'devices 2=3'])
    expect(report().asOf).toBe(START + 120_000)
  })

  it('is the latest arrival where times are the same or there are none', async () => {
    const { hear, values } = livingDevices()
    const timeless = { ...device('1', 5), properties: { value: 5 } }
    await hear(device('1', 11))
    expect(values()).toEqual(['1=11', '2=20'])
    await hear(timeless)
    expect(values()).toEqual(['1=5', '2=20'])
    await hear(device('1', 12, -2_700))
    expect(values()).toEqual(['1=12', '2=20'])
  })

  it('does not bring back what is gone', async () => {
    const { hear, values } = livingDevices()
    await hear(device('1', 11, 60))
    await hear(gone('1'))
    await hear(device('1', 10, 30))
    expect(values()).toEqual(['2=20'])
    await hear(gone('2'), device('2', 19, -60))
    expect(values()).toEqual([])
    await hear(device('1', 12, 61), device('2', 21, 1))
    expect(values()).toEqual(['1=12', '2=21'])
  })

  it('does not count as kept out where it would be, and a broken clock does not keep out what follows it', async () => {
    const { hear, values, report } = livingDevices()
    await hear(device('1', 11, 60))
    await hear({ ...astray('1', 12), properties: { value: 12, time: at(0) } })
    expect(report().quarantined).toEqual([])
    await hear(device('1', 13, 86_400))
    expect(report().notices.map(({ reason, ids }) => [reason.code, ids])).toEqual([['time-ahead', ['1']]])
    expect(report().asOf).toBe(START + 60_000)
    await hear(device('1', 14, 61))
    expect(values()).toEqual(['1=14', '2=20'])
    expect(report().notices).toEqual([])
  })

  it('holds against a snapshot older than the stream', async () => {
    const { hear, renew, values, living, report } = livingDevices()
    await hear(device('1', 11, 60))
    const before = report().revision
    renew([device('1', 10), device('2', 22, 5)])
    expect(values()).toEqual(['1=11', '2=22'])
    expect(report().revision).toBe(before! + 1)
    expect([...living.changed('devices').keys()]).toEqual([])
    // What a snapshot lacks is gone.
    renew([device('2', 22, 5)])
    expect(values()).toEqual(['2=22'])
  })

  it('holds in what evidence is made of', async () => {
    const { hear, renew, living } = livingDevices({ measured: ['devices'] })
    await hear(device('1', 11, 60))
    renew([device('1', 10), device('2', 20)])
    expect([...living.changed('devices')]).toMatchObject([['1', { id: '1', properties: { value: 11 } }]])
  })
})

describe('a later reading', () => {
  it('keeps the objects that are the same, takes the new ones, and removes the missing', () => {
    const { renew, find, values, batches, report } = livingDevices()
    const [one, two] = [find('1'), find('2')]
    renew([device('1', 10), device('3', 30)])
    expect(values()).toEqual(['1=10', '3=30'])
    expect(find('1')).toBe(one)
    const { before, after } = batches[1]!
    expect([...before]).toEqual([
      ['3', undefined],
      ['2', two],
    ])
    expect([...after]).toEqual([
      ['3', find('3')],
      ['2', undefined],
    ])
    expect(report()).toMatchObject({ accepted: 2, read: 2, revision: 1 })
  })

  it('with nothing new is no change', async () => {
    const { renew, batches, report, hear, stored } = livingDevices()
    await hear(device('1', 11))
    const { features } = stored()
    renew([device('1', 11), device('2', 20)])
    expect(batches).toHaveLength(2)
    expect(report().revision).toBe(1)
    expect(stored().features).toEqual(features)
  })

  it('forgets what was kept out of the changes before it: its own report stands', async () => {
    const { renew, report, hear } = livingDevices()
    await hear(astray('1', 11), device('2', 21))
    renew([device('1', 10), device('2', 21)])
    expect(report().quarantined).toEqual([])
    await hear(device('2', 22))
    expect(report()).toMatchObject({ quarantined: [], read: 2, revision: 2 })
  })
})

describe('between a snapshot and its changes', () => {
  it('a feed is held until a moment after the snapshot is taken', async () => {
    const { living, begin, wire, wanted, clock } = playLiving({ feeds: [LIVE] })
    begin(FIRST)
    expect(living.held('devices')).toBe(false)
    wire().opened()
    expect(living.held('devices')).toBe(true)
    await clock.advance(1_000)
    living.snapshotTaken('devices', wanted())
    await clock.advance(399)
    expect(living.held('devices')).toBe(true)
    await clock.advance(1)
    expect(living.held('devices')).toBe(false)
  })

  it('and no longer than three seconds, whenever the snapshot comes', async () => {
    const { living, begin, wire, wanted, clock } = playLiving({ feeds: [LIVE] })
    begin(FIRST)
    wire().opened()
    await clock.advance(2_999)
    expect(living.held('devices')).toBe(true)
    living.snapshotTaken('devices', wanted())
    await clock.advance(1)
    expect(living.held('devices')).toBe(false)
  })

  it('and not at all once the snapshot has failed; another is asked for, and holds again', async () => {
    const { living, begin, wire, wanted, clock } = playLiving({ feeds: [LIVE] })
    begin(FIRST)
    wire().opened()
    const first = wanted()
    living.snapshotFailed('devices', first, { code: 'down', zh: '断', en: 'down' })
    expect(living.held('devices')).toBe(false)
    await clock.advance(2_000)
    expect(wanted()).toBeGreaterThan(first)
    expect(living.held('devices')).toBe(true)
  })

  it('changes wait for the snapshot', async () => {
    const { living, begin, wire, wanted, values, hear, clock } = playLiving({ feeds: [LIVE] })
    begin(FIRST)
    wire().opened()
    await hear(device('1', 11))
    expect(values()).toEqual(['1=10', '2=20'])
    living.snapshotTaken('devices', wanted())
    await clock.advance(300)
    expect(values()).toEqual(['1=11', '2=20'])
  })

  it('a wire that has gone is tried again when asked', async () => {
    const { living, wires, wire } = livingDevices()
    wire().closed({ code: 'down', zh: '断', en: 'down' })
    expect(wires).toHaveLength(1)
    living.retry('devices')
    expect(wires).toHaveLength(2)
    living.retry('elsewhere')
    expect(wires).toHaveLength(2)
  })
})
