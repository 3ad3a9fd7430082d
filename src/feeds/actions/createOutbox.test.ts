import { describe, expect, it } from 'vitest'
import { manualClock } from '#tests/city/manualClock.ts'
import type { SendOutcome } from './actionSender'
import { createOutbox, type OutboxSettings } from './createOutbox'
import { action } from './outboxFixture'
import { memoryOutboxStore, type OutboxStore } from './outboxStore'

const ACCEPTED: SendOutcome = { kind: 'accepted' }
const OFFLINE = { code: 'unreachable', zh: '连不上', en: 'could not be reached' }
const LATER: SendOutcome = { kind: 'later', reason: OFFLINE, afterMs: null }
const CLOSED = { code: 'http-409', zh: '案件已结案', en: 'the case is closed' }
const REFUSED: SendOutcome = { kind: 'refused', reason: CLOSED }

/** An outbox on a clock of its own, with a server that answers from a script and then accepts. */
function open(answers: readonly SendOutcome[] = [], change: Partial<OutboxSettings> = {}) {
  const clock = manualClock(0)
  const sent: string[] = []
  const script = [...answers]
  const outbox = createOutbox({
    store: memoryOutboxStore(),
    send: async ({ id }) => {
      sent.push(id)
      return script.shift() ?? ACCEPTED
    },
    timers: clock.timers,
    random: () => 0,
    now: clock.now,
    ...change,
  })
  const states = () => outbox.view().entries.map(({ action: { id }, state }) => `${id} ${state}`)
  return { outbox, clock, sent, states }
}

describe('createOutbox', () => {
  it('keeps an action before it sends it', async () => {
    const seen: string[] = []
    const store = memoryOutboxStore()
    let write: () => void = () => {}
    const slow: OutboxStore = {
      ...store,
      async put(entry) {
        await new Promise<void>((done) => {
          write = done
        })
        await store.put(entry)
        seen.push(`kept ${entry.state}`)
      },
    }
    const { outbox, clock } = open([], {
      store: slow,
      send: async () => {
        seen.push('sent')
        return ACCEPTED
      },
    })
    outbox.submit(action('a', 'case-1'))
    await clock.advance(60_000)
    expect(seen).toEqual([])
    write()
    await clock.advance(0)
    expect(seen).toEqual(['kept queued', 'sent'])
    write()
    await clock.advance(0)
    expect(seen).toEqual(['kept queued', 'sent', 'kept accepted'])
  })

  it('sends those of one feature one after the other, of others beside them', async () => {
    const answer = new Map<string, (outcome: SendOutcome) => void>()
    const sent: string[] = []
    const { outbox, clock } = open([], {
      send: ({ id }) => {
        sent.push(id)
        return new Promise((done) => answer.set(id, done))
      },
    })
    for (const one of [action('a1', 'case-1'), action('a2', 'case-1'), action('b1', 'case-2')]) outbox.submit(one)
    await clock.advance(0)
    expect(sent).toEqual(['a1', 'b1'])
    answer.get('a1')?.(ACCEPTED)
    await clock.advance(0)
    expect(sent).toEqual(['a1', 'b1', 'a2'])
  })

  it('tries again after 0.5, 1 and 2 s at the earliest, never past half a minute, and says what is wrong meanwhile', async () => {
    // random 0: half of 1, 2, 4 … 60 s.
    const { outbox, clock, sent } = open(Array.from({ length: 9 }, () => LATER))
    outbox.submit(action('a', 'case-1'))
    const waits: (number | undefined)[] = []
    for (let tries = 0; tries < 9; tries += 1) {
      await clock.advance(0)
      waits.push(clock.pending()[0])
      expect(outbox.view().entries[0]).toMatchObject({ state: 'queued', attempts: tries + 1, problem: OFFLINE })
      await clock.advance(waits[tries] ?? 0)
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
    expect(outbox.view().entries[0]?.state).toBe('accepted')
    expect(sent).toHaveLength(10)
  })

  it('waits as long as the server asks', async () => {
    const { outbox, clock } = open([{ kind: 'later', reason: OFFLINE, afterMs: 20_000 }])
    outbox.submit(action('a', 'case-1'))
    await clock.advance(0)
    expect(clock.pending()).toEqual([20_000])
  })

  it('holds back the later ones of a feature while the first waits, and goes at once when woken', async () => {
    const { outbox, clock, sent, states } = open([LATER])
    outbox.submit(action('a1', 'case-1'))
    outbox.submit(action('a2', 'case-1'))
    await clock.advance(0)
    expect([sent, states()]).toEqual([['a1'], ['a1 queued', 'a2 queued']])
    outbox.wake()
    await clock.advance(0)
    expect([sent, states()]).toEqual([
      ['a1', 'a1', 'a2'],
      ['a1 accepted', 'a2 accepted'],
    ])
    expect(clock.pending()).toEqual([])
  })

  it('lists a refusal with its reason, goes on with the next, and lets go of it when asked', async () => {
    const { outbox, clock, states } = open([REFUSED])
    outbox.submit(action('a1', 'case-1'))
    outbox.submit(action('a2', 'case-1'))
    await clock.advance(0)
    expect(states()).toEqual(['a1 refused', 'a2 accepted'])
    expect(outbox.view().entries[0]?.problem).toEqual(CLOSED)
    outbox.discard('a1')
    expect(states()).toEqual(['a2 accepted'])
  })

  it('does not let go of what may have reached the server', async () => {
    const { outbox, clock, states } = open([LATER])
    outbox.submit(action('a', 'case-1'))
    await clock.advance(0)
    outbox.discard('a')
    expect(states()).toEqual(['a queued'])
  })

  it('takes up what an earlier page left, in its order, with the same ids, and what was on its way again', async () => {
    const store = memoryOutboxStore()
    const first = open([], { store, send: () => new Promise(() => {}) })
    for (const one of [action('a1', 'case-1'), action('a2', 'case-1')]) first.outbox.submit(one)
    await first.clock.advance(0)
    expect(first.states()).toEqual(['a1 sending', 'a2 queued'])
    first.outbox.close()

    const second = open([], { store })
    second.outbox.submit(action('a3', 'case-1'))
    await second.clock.advance(0)
    expect(second.sent).toEqual(['a1', 'a2', 'a3'])

    // All three are answered: a third page has nothing to send, and still lists them.
    const third = open([], { store })
    await third.clock.advance(0)
    expect([third.sent, third.states()]).toEqual([[], ['a1 accepted', 'a2 accepted', 'a3 accepted']])
  })

  it('takes the same id once', async () => {
    const { outbox, clock, sent } = open()
    outbox.submit(action('a', 'case-1'))
    outbox.submit(action('a', 'case-1'))
    await clock.advance(0)
    outbox.submit(action('a', 'case-1'))
    await clock.advance(0)
    expect(sent).toEqual(['a'])
  })

  it('lists the newest answered only, and forgets the older in the store too', async () => {
    const store = memoryOutboxStore()
    const { outbox, clock, states } = open([], { store, keep: 2 })
    for (const id of ['a', 'b', 'c']) {
      outbox.submit(action(id, id))
      await clock.advance(1000)
    }
    await clock.advance(0)
    expect(states()).toEqual(['b accepted', 'c accepted'])
    expect((await store.all()).map((entry) => entry.action.id)).toEqual(['b', 'c'])
  })

  it('works on without a store, and says that nothing lasts', async () => {
    const forbidden = () => Promise.reject(new Error('forbidden'))
    const { outbox, clock, states } = open([], { store: { all: forbidden, put: forbidden, remove: forbidden } })
    outbox.submit(action('a', 'case-1'))
    await clock.advance(0)
    expect([states(), outbox.view().lasting]).toEqual([['a accepted'], false])
  })

  it('tells its listeners of every change until they leave', async () => {
    const { outbox, clock } = open()
    const seen: string[] = []
    const leave = outbox.subscribe(() =>
      seen.push(
        outbox
          .view()
          .entries.map(({ state }) => state)
          .join(),
      ),
    )
    outbox.submit(action('a', 'case-1'))
    await clock.advance(0)
    expect(seen).toEqual(expect.arrayContaining(['queued', 'sending', 'accepted']))
    leave()
    const before = seen.length
    outbox.discard('a')
    expect(seen).toHaveLength(before)
  })
})
