import { describe, expect, it } from 'vitest'
import { readCase } from '#core/cases/caseRecord.ts'
import type { Action } from '#core/model/feedDefinitions.ts'
import { deviceReports } from '../deviceModel'
import { deviceReading } from '../devices/deviceWorld'
import { seedOf } from '../draw'
import { type ActionStore, createDemoSession } from './createDemoSession'
import { DAY, HOUR, listenTo, MINUTE, START, snapshots } from './demoFixture'

const FEEDS = ['cases', 'devices', 'vehicles', 'hazards', 'warnings']

const action = (verb: string, more: Partial<Action> = {}): Action => ({
  id: `id of ${verb}`,
  feed: 'cases',
  feature: 'AJ059',
  verb,
  by: '王',
  at: '2026-09-01T08:00:00+08:00',
  ...more,
})

function memoryStore(): { storeOf: (city: string) => ActionStore; kept: () => readonly Action[] } {
  let kept: readonly Action[] = []
  return {
    storeOf: () => ({
      load: async () => kept,
      save: async (actions) => {
        kept = actions
      },
    }),
    kept: () => kept,
  }
}

describe('the simulated city', () => {
  it.each(FEEDS)('%s: the same seed and times give the same city, however the time is cut', async (id) => {
    const [fine, coarse, again] = await Promise.all([1, 2, 3].map(() => listenTo(createDemoSession(), id)))
    const end = START + 30 * HOUR
    for (let now = START; now < end; now += 10 * MINUTE) fine!.to(now)
    for (let now = START; now < end; now += 10 * MINUTE) again!.to(now)
    for (const each of [fine!, again!]) each.to(end)
    for (const hours of [1, 7, 30]) coarse!.to(START + hours * HOUR)
    expect(again!.messages).toEqual(fine!.messages)
    expect(new Map([...coarse!.held()].sort())).toEqual(new Map([...fine!.held()].sort()))
    expect(fine!.messages.length).toBeGreaterThan(0)
  })

  it.each(FEEDS)('%s: who connects later is told everything that differs', async (id) => {
    const early = await listenTo(createDemoSession(), id)
    for (let now = START; now <= START + 8 * HOUR; now += 20 * MINUTE) early.to(now)
    const late = await listenTo(createDemoSession(), id, START + 8 * HOUR)
    expect(new Map([...late.held()].sort())).toEqual(new Map([...early.held()].sort()))
  })

  it.each(FEEDS)('%s: what is sent is whole, identified, and without what the app derives', async (id) => {
    const listening = await listenTo(createDemoSession(), id)
    listening.to(START + 12 * HOUR)
    for (const message of listening.messages) {
      expect(typeof message.id).toBe('string')
      if ('deleted' in message) continue
      expect(message.type).toBe('Feature')
      expect(message.geometry).not.toBeNull()
      for (const derived of ['clock', 'alarm', 'overdue', 'in_force'])
        expect(message.properties).not.toHaveProperty(derived)
      if (id === 'devices') expect(message.properties).not.toHaveProperty('state')
    }
  })

  it('does not burst after a long sleep: a month later each feature is told once, in pieces', async () => {
    for (const id of FEEDS) {
      const listening = await listenTo(createDemoSession(), id)
      const before = listening.messages.length
      listening.to(START + 30 * DAY)
      expect(Math.max(0, ...listening.batches)).toBeLessThanOrEqual(500)
      const ids = listening.messages.slice(before).map((message) => message.id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('stays of a size however long it runs', async () => {
    const listening = await listenTo(createDemoSession(), 'cases')
    const sizes = [60, 120].map((days) => {
      for (let now = START + (days - 60) * DAY; now <= START + days * DAY; now += 6 * HOUR) listening.to(now)
      return listening.held().size
    })
    // Twelve a day, closed ones kept for 35 days: some 420, and no more after another two months.
    expect(sizes[1]).toBeLessThan(sizes[0]! * 1.3)
    expect(sizes[1]).toBeLessThan(700)
  })
})

describe('devices', () => {
  it('report when the model says and what the model says', async () => {
    const listening = await listenTo(createDemoSession(), 'devices')
    for (let now = START; now <= START + 3 * HOUR; now += 30_000) listening.to(now)
    const expected = (snapshots.devices ?? []).flatMap(({ id, properties }) => {
      const { kind, cycle } = properties
      const seed = seedOf(id)
      return deviceReports({ seed, cycle: Number(cycle) }, START - 2 * MINUTE, START + 3 * HOUR).map((at) => [
        id,
        at,
        deviceReading(String(kind), seed, at),
      ])
    })
    const told = listening.messages.map((message) => {
      if ('deleted' in message) throw new Error('a device is gone')
      const { lastSeen, value } = message.properties
      return [message.id, Date.parse(String(lastSeen)), value]
    })
    const order = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.join(' ')).sort()
    expect(order(told)).toEqual(order(expected))
  })
})

describe('vehicles', () => {
  it('move no faster than they say, and tell every ten seconds on the way', async () => {
    const listening = await listenTo(createDemoSession(), 'vehicles')
    const last = new Map<string, { at: number; x: number; y: number }>()
    let moves = 0
    for (let now = START; now <= START + 4 * HOUR; now += 10_000) {
      const before = listening.messages.length
      listening.to(now)
      for (const message of listening.messages.slice(before)) {
        if ('deleted' in message || message.geometry?.type !== 'Point') continue
        // Metres east and north at 35.4°: a degree is 90.7 km by 111.2 km.
        const [x, y] = [message.geometry.coordinates[0]! * 90_700, message.geometry.coordinates[1]! * 111_200]
        const at = Date.parse(String(message.properties.time))
        const from = last.get(message.id)
        if (from && message.properties.state === '行驶') {
          moves++
          const metresPerSecond = Math.hypot(x - from.x, y - from.y) / ((at - from.at) / 1000)
          expect(metresPerSecond).toBeLessThan(50 / 3.6)
        }
        last.set(message.id, { at, x, y })
      }
    }
    expect(moves).toBeGreaterThan(100)
  })
})

describe('actions', () => {
  it('change the case at once and send the change', async () => {
    const session = createDemoSession()
    const listening = await listenTo(session, 'cases')
    const before = listening.messages.length
    expect(await session.acceptAction(action('note', { note: '已电话核实' }))).toEqual({ ok: true })
    const told = listening.messages.slice(before)
    expect(told.map(({ id }) => id)).toEqual(['AJ059'])
    const record = readCase(listening.held().get('AJ059')!.properties)
    expect(record?.history.at(-1)).toMatchObject({ verb: 'note', note: '已电话核实', by: '王', at: START })
  })

  it('are done once, whatever is sent again', async () => {
    const session = createDemoSession()
    const listening = await listenTo(session, 'cases')
    await session.acceptAction(action('urge'))
    expect(await session.acceptAction(action('urge'))).toEqual({ ok: true })
    const record = readCase(listening.held().get('AJ059')!.properties)
    expect(record?.history.filter(({ verb }) => verb === 'urge').length).toBe(1)
  })

  it('are refused with a reason, and change nothing', async () => {
    const session = createDemoSession()
    const listening = await listenTo(session, 'cases')
    const before = listening.messages.length
    expect(await session.acceptAction(action('close'))).toMatchObject({ ok: false, reason: { code: 'case-stage' } })
    expect(await session.acceptAction(action('note', { id: 'other', feature: 'AJ999' }))).toMatchObject({
      ok: false,
      reason: { code: 'demo-no-case' },
    })
    expect(await session.acceptAction(action('dance', { id: 'third' }))).toMatchObject({
      reason: { code: 'demo-verb' },
    })
    expect(listening.messages.length).toBe(before)
  })

  it('are given again after a reload, and not done twice', async () => {
    const { storeOf, kept } = memoryStore()
    const first = createDemoSession(storeOf)
    const page = await listenTo(first, 'cases')
    page.to(START + 5 * MINUTE)
    await first.acceptAction(action('note', { note: '记下' }))
    expect(kept()).toMatchObject([{ id: 'id of note', at: '2026-09-01T08:05:00+08:00' }])

    // The demonstration clock begins anew with the page.
    const second = createDemoSession(storeOf)
    const reloaded = await listenTo(second, 'cases')
    expect(await second.acceptAction(action('note', { note: '记下' }))).toEqual({ ok: true })
    const notes = readCase(reloaded.held().get('AJ059')!.properties)?.history.filter(({ verb }) => verb === 'note')
    expect(notes).toMatchObject([{ note: '记下', at: START }])
  })

  it('that the case does not allow yet after a reload are done at their own time', async () => {
    const { storeOf } = memoryStore()
    const first = createDemoSession(storeOf)
    const page = await listenTo(first, 'cases')
    let accepted = 0
    for (let now = START; now < START + 9 * HOUR && accepted === 0; now += 10 * MINUTE) {
      page.to(now)
      if (readCase(page.held().get('AJ059')!.properties)?.stage !== '处置') continue
      const answer = await first.acceptAction(action('suspend'))
      expect(answer).toEqual({ ok: true })
      accepted = now
    }
    expect(accepted).toBeGreaterThan(START)

    const second = createDemoSession(storeOf)
    const reloaded = await listenTo(second, 'cases')
    expect(readCase(reloaded.held().get('AJ059')!.properties)?.suspended).toBe(false)
    for (let now = START; now <= accepted; now += 10 * MINUTE) reloaded.to(now)
    expect(readCase(reloaded.held().get('AJ059')!.properties)).toMatchObject({ suspended: true, time: accepted })
  })
})
