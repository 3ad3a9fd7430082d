import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { manualClock } from '#tests/city/manualClock.ts'
import { createCoalescer } from './coalescer'
import { createDelivery } from './delivery'
import { apply, gone, playChannel, put } from './liveFixture'
import type { Change } from './readMessage'

const FLUSH_MS = 250
const WAIT_MS = 5_000

function deliver(onChanges: (changes: readonly Change[]) => void | Promise<void>) {
  const clock = manualClock()
  const pending = createCoalescer(1_000)
  const batches: { readonly at: number; readonly changes: readonly Change[] }[] = []
  const delivery = createDelivery({
    pending,
    flushMs: FLUSH_MS,
    maximumWaitMs: WAIT_MS,
    clock: clock.now,
    timers: clock.timers,
    onChanges(changes) {
      batches.push({ at: clock.now(), changes })
      return onChanges(changes)
    },
    refused: (error) => {
      throw error
    },
  })
  return {
    clock,
    delivery,
    batches,
    add(id: string, value: unknown) {
      pending.add({ kind: 'put', id, time: null, feature: put(id, value), arrival: clock.now() })
      delivery.added()
    },
  }
}

const never = (): Promise<void> => new Promise(() => {})

describe('delivery', () => {
  it('hands on at most every 250 ms, the first change of a quiet feed at once', async () => {
    const { clock, delivery, batches, add } = deliver(() => {})
    delivery.open()
    const start = clock.now()
    for (let turn = 0; turn < 100; turn += 1) {
      add('a', turn)
      await clock.advance(10)
    }
    await clock.advance(1_000)
    // Changes at 0, 10, … 990 ms: batches at 0, 250, 500, 750, and one for what came after 750.
    expect(batches.map(({ at }) => at - start)).toEqual([0, 250, 500, 750, 1000])
  })

  it('waits for the consumer, but not longer than the maximum wait', async () => {
    const { clock, delivery, batches, add } = deliver(never)
    delivery.open()
    const start = clock.now()
    add('a', 1)
    await clock.advance(1_000)
    add('b', 1)
    await clock.advance(10_000)
    // The first promise never resolves: `b`, from 1,000 ms, goes out at 6,000 ms all the same.
    expect(batches.map(({ at, changes }) => [at - start, changes.map(({ id }) => id)])).toEqual([
      [0, ['a']],
      [6_000, ['b']],
    ])
  })

  it('does not wait for ever for one batch that the consumer never finished', async () => {
    let batch = 0
    const { clock, delivery, batches, add } = deliver(() => {
      batch += 1
      return batch === 1 ? never() : Promise.resolve()
    })
    delivery.open()
    const start = clock.now()
    for (let turn = 0; turn < 70; turn += 1) {
      add('a', turn)
      await clock.advance(100)
    }
    // The second waits 5 s from its first change, at 100 ms; from then on there is one every 250 ms again.
    expect(batches.slice(0, 5).map(({ at }) => at - start)).toEqual([0, 5_100, 5_350, 5_600, 5_850])
  })

  it('hands on when the consumer is done', async () => {
    let done = (): void => {}
    const { clock, delivery, batches, add } = deliver(
      () =>
        new Promise((resolve) => {
          done = resolve
        }),
    )
    delivery.open()
    const start = clock.now()
    add('a', 1)
    await clock.advance(10)
    add('b', 1)
    await clock.advance(2_000)
    expect(batches).toHaveLength(1)
    done()
    await clock.advance(1)
    expect(batches.map(({ at }) => at - start)).toEqual([0, 2_010])
  })

  it('does not depend on timers that never come: a thread that is never idle', () => {
    let time = 0
    let batches = 0
    const pending = createCoalescer(10)
    const delivery = createDelivery({
      pending,
      flushMs: FLUSH_MS,
      maximumWaitMs: WAIT_MS,
      clock: () => time,
      timers: { set: () => 0, clear() {} },
      onChanges() {
        batches += 1
      },
      refused() {},
    })
    delivery.open()
    pending.add({ kind: 'gone', id: 'a', time: null, arrival: 0 })
    delivery.added()
    time = WAIT_MS - 1
    delivery.added()
    expect(batches).toBe(0)
    time = WAIT_MS
    delivery.added()
    expect(batches).toBe(1)
  })
})

type Step =
  | { readonly do: 'put' | 'gone'; readonly id: string; readonly value: number }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'done' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('put' as const, 'put' as const, 'gone' as const),
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    value: fc.integer(),
  }),
  fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 2_000 }) }),
  fc.constant({ do: 'done' as const }),
)

describe('a channel that is live', () => {
  it('ends with the last state of every feature, whatever comes when, however slow the consumer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80, size: 'max' }), fc.boolean(), async (steps, slow) => {
        const open: (() => void)[] = []
        const { wire, clock, goLive, batches, channel } = playChannel({
          onChanges: () => (slow ? new Promise((resolve) => void open.push(resolve)) : undefined),
        })
        goLive()
        const straight = new Map<string, unknown>()
        for (const one of steps) {
          if (one.do === 'pass') await clock.advance(one.ms)
          else if (one.do === 'done') open.shift()?.()
          else {
            wire().message(JSON.stringify(one.do === 'put' ? put(one.id, one.value) : gone(one.id)))
            if (one.do === 'put') straight.set(one.id, one.value)
            else straight.delete(one.id)
          }
        }
        await clock.advance(WAIT_MS)
        const seen = new Map<string, unknown>()
        for (const batch of batches) {
          expect(new Set(batch.map(({ id }) => id)).size).toBe(batch.length)
          apply(seen, batch)
        }
        expect(seen).toEqual(straight)
        expect(channel.state()).toMatchObject({ kind: 'live', waitingChanges: 0, dropped: 0, bad: 0 })
      }),
    )
  })

  it('takes 5,000 changes a second for a minute and ends with the last state of every feature', async () => {
    const FEATURES = 20_000
    let most = 0
    const { wire, clock, goLive, batches, channel } = playChannel()
    goLive()
    const straight = new Map<string, unknown>()
    let serial = 0
    for (let tick = 0; tick < 600; tick += 1) {
      for (let each = 0; each < 500; each += 1) {
        serial += 1
        // 7,919 is prime to 20,000, so every feature has its turn; each third turn of a feature takes it away.
        const id = String((serial * 7_919) % FEATURES)
        const leave = Math.floor(serial / FEATURES) % 3 === 2
        wire().message([leave ? gone(id) : put(id, serial)])
        if (leave) straight.delete(id)
        else straight.set(id, serial)
      }
      most = Math.max(most, channel.state().waitingChanges)
      await clock.advance(100)
    }
    await clock.advance(1_000)
    const seen = new Map<string, unknown>()
    for (const batch of batches) apply(seen, batch)
    expect(seen).toEqual(straight)
    expect(channel.state()).toMatchObject({ received: 300_000, dropped: 0, waitingChanges: 0, kind: 'live' })
    // 60 s of a batch every 250 ms at most; 300 ms of changes kept back at most, three ticks of 500.
    expect(batches.length).toBeLessThanOrEqual(241)
    expect(most).toBeLessThanOrEqual(1_500)
  })
})
