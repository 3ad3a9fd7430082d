import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, gone, NETWORK_DOWN, playChannel, put } from './liveFixture'

type Step =
  | { readonly do: 'put' | 'gone'; readonly id: string; readonly value: number }
  | { readonly do: 'pass'; readonly ms: number }
  /** The oldest message under way arrives. */
  | { readonly do: 'arrive' }
  | { readonly do: 'open' | 'drop' | 'read' | 'take' | 'fail' | 'done' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('put' as const, 'put' as const, 'gone' as const),
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      value: fc.integer({ min: 0, max: 1_000_000 }),
    }),
  },
  { weight: 5, arbitrary: fc.constant({ do: 'arrive' as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 3_000 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('open', 'open', 'read', 'take', 'take', 'fail', 'done', 'drop') }),
  },
)

/**
 * A city whose server tells every change, in order and some time later, to whoever is connected then, and answers a
 * snapshot with what is true when it reads it, though it arrives later. A connection may end at any moment with
 * messages under way, snapshots may fail, and the consumer may be slow.
 */
async function play(steps: readonly Step[], maximumIds: number, slow: boolean, settle = true) {
  const truth = new Map<string, unknown>()
  const shown = new Map<string, unknown>()
  const finishing: (() => void)[] = []
  const asked: number[] = []
  const read: { readonly ticket: number; readonly copy: ReadonlyMap<string, unknown> }[] = []
  let underWay: unknown[] = []
  let connected = false
  const doubled: string[] = []

  const played = playChannel({
    limits: { maximumIds },
    wantSnapshot: (ticket) => void asked.push(ticket),
    onChanges: (changes) => {
      const ids = changes.map(({ id }) => id)
      if (new Set(ids).size < ids.length) doubled.push(ids.join())
      apply(shown, changes)
      return slow ? new Promise((resolve) => void finishing.push(resolve)) : undefined
    },
  })
  const { channel, clock, wire } = played

  function change(one: { readonly do: 'put' | 'gone'; readonly id: string; readonly value: number }): void {
    if (one.do === 'put') truth.set(one.id, one.value)
    else truth.delete(one.id)
    if (connected) underWay.push(one.do === 'put' ? put(one.id, one.value) : gone(one.id))
  }
  function open(): void {
    if (channel.state().kind !== 'connecting') return
    connected = true
    underWay = []
    wire().opened()
  }
  function readSnapshot(): void {
    const ticket = asked.shift()
    if (ticket !== undefined) read.push({ ticket, copy: new Map(truth) })
  }
  function takeSnapshot(): void {
    const one = read.shift()
    if (one === undefined) return
    // A consumer shows what it fetched, wanted still or not; only the channel knows whether it will do.
    shown.clear()
    for (const [id, value] of one.copy) shown.set(id, value)
    channel.snapshotTaken(one.ticket)
  }
  function arrive(): void {
    const message = underWay.shift()
    if (message !== undefined) wire().message(JSON.stringify(message))
  }

  for (const one of steps) {
    if (one.do === 'put' || one.do === 'gone') change(one)
    else if (one.do === 'pass') await clock.advance(one.ms)
    else if (one.do === 'arrive') arrive()
    else if (one.do === 'open') open()
    else if (one.do === 'read') readSnapshot()
    else if (one.do === 'take') takeSnapshot()
    else if (one.do === 'done') finishing.shift()?.()
    else if (one.do === 'fail') {
      const ticket = asked.shift()
      if (ticket !== undefined) channel.snapshotFailed(ticket, NETWORK_DOWN)
    } else if (connected) {
      connected = false
      underWay = []
      wire().closed(NETWORK_DOWN)
    }
    expect(channel.state().waitingChanges).toBeLessThanOrEqual(maximumIds)
  }

  // The network holds from here on, and the server goes on telling what is under way.
  const rounds = settle ? 100 : 0
  for (let round = 0; round < rounds && (channel.state().kind !== 'live' || underWay.length > 0); round += 1) {
    if (!connected) open()
    arrive()
    readSnapshot()
    while (read.length > 0) takeSnapshot()
    await clock.advance(2_000)
  }
  if (settle) await clock.advance(6_000)
  return { truth, shown, state: channel.state(), doubled, played }
}

describe('a channel', () => {
  it('ends with what is true, whatever was cut off, late, refused or too much', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 120, size: 'max' }),
        fc.integer({ min: 2, max: 6 }),
        fc.boolean(),
        async (steps, maximumIds, slow) => {
          const { truth, shown, state, doubled } = await play(steps, maximumIds, slow)
          expect(state.kind).toBe('live')
          expect(shown).toEqual(truth)
          expect(doubled).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('leaves no timer when it is closed at any moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
        const { played } = await play(steps, 3, true, false)
        played.channel.close()
        expect(played.clock.pending()).toEqual([])
        const told = played.states.length
        await played.clock.advance(600_000)
        expect([played.clock.pending(), played.states.length]).toEqual([[], told])
      }),
    )
  })
})
