import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ManualClock, manualClock } from '#tests/city/manualClock.ts'
import type { SendAction, SendOutcome } from './actionSender'
import { createOutbox, type Outbox } from './createOutbox'
import { action } from './outboxFixture'
import { memoryOutboxStore } from './outboxStore'

/** What becomes of one attempt: the request is lost, its answer is lost, the server is down, or all goes well. */
const FATES = ['request lost', 'answer lost', 'server down', 'well'] as const
type Fate = (typeof FATES)[number]

interface Attempt {
  readonly fate: Fate
  /** From the desk to the server, and back: milliseconds. */
  readonly there: number
  readonly back: number
}

const REASON = { code: 'x', zh: '不通', en: 'no way' }
const WELL: Attempt = { fate: 'well', there: 10, back: 10 }

/** A server that does each id once and gives the same answer again; some ids it refuses. */
function serverOf(clock: ManualClock, script: Attempt[], refuses: ReadonlySet<string>) {
  const done: string[] = []
  const answers = new Map<string, SendOutcome>()
  const reach = (id: string): SendOutcome => {
    const known = answers.get(id)
    if (known) return known
    const answer: SendOutcome = refuses.has(id) ? { kind: 'refused', reason: REASON } : { kind: 'accepted' }
    if (answer.kind === 'accepted') done.push(id)
    answers.set(id, answer)
    return answer
  }
  const send: SendAction = ({ id }) =>
    new Promise((resolve) => {
      const { fate, there, back } = script.shift() ?? WELL
      clock.timers.set(() => {
        const answer = fate === 'request lost' || fate === 'server down' ? null : reach(id)
        const outcome: SendOutcome =
          answer === null || fate === 'answer lost' ? { kind: 'later', reason: REASON, afterMs: null } : answer
        clock.timers.set(() => resolve(outcome), back)
      }, there)
    })
  return { send, done, answers }
}

const attempts = fc.array(
  fc.record({
    fate: fc.constantFrom(...FATES),
    there: fc.integer({ min: 0, max: 20_000 }),
    back: fc.integer({ min: 0, max: 20_000 }),
  }),
  { maxLength: 30 },
)

/** What happens at the desk, in turn. */
const happenings = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('ask' as const), feature: fc.constantFrom('p', 'q', 'r') }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 40_000 }) }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'wake' as const }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'reload' as const }) },
  ),
  { maxLength: 25 },
)

describe('the outbox, whatever fails', () => {
  it('ends with each action done exactly once, or refused, in the order of its feature', async () => {
    await fc.assert(
      fc.asyncProperty(attempts, happenings, fc.infiniteStream(fc.nat(3)), async (script, turns, luck) => {
        const clock = manualClock(0)
        const store = memoryOutboxStore()
        const asked: { readonly id: string; readonly feature: string }[] = []
        const refuses = new Set<string>()
        const server = serverOf(clock, [...script], refuses)
        const inFlight = new Map<string, number>()
        let most = 0

        /** A page: counts how many actions of one feature it has under way at once. */
        function openPage(): Outbox {
          const under = new Map<string, number>()
          return createOutbox({
            store,
            timers: clock.timers,
            random: () => 0.5,
            now: clock.now,
            keep: 1000,
            send: async (one) => {
              inFlight.set(one.id, (inFlight.get(one.id) ?? 0) + 1)
              under.set(one.feature, (under.get(one.feature) ?? 0) + 1)
              most = Math.max(most, under.get(one.feature) ?? 0)
              const outcome = await server.send(one)
              under.set(one.feature, (under.get(one.feature) ?? 0) - 1)
              return outcome
            },
          })
        }

        let page = openPage()
        for (const turn of turns) {
          if (turn.kind === 'ask') {
            const id = `${turn.feature}${asked.length}`
            if (luck.next().value === 0) refuses.add(id)
            asked.push({ id, feature: turn.feature })
            page.submit(action(id, turn.feature))
            await clock.advance(0) // The click that sends is over once the action is kept.
          } else if (turn.kind === 'pass') await clock.advance(turn.ms)
          else if (turn.kind === 'wake') page.wake()
          else {
            page.close()
            page = openPage()
          }
        }
        // 30 failures of at most 40 s and half a minute's pause each are over after an hour.
        await clock.advance(3_600_000)

        const ends = new Map(page.view().entries.map((entry) => [entry.action.id, entry.state]))
        expect(ends).toEqual(new Map(asked.map(({ id }) => [id, refuses.has(id) ? 'refused' : 'accepted'])))
        for (const feature of ['p', 'q', 'r']) {
          const ours = asked.filter((one) => one.feature === feature && !refuses.has(one.id)).map(({ id }) => id)
          expect(server.done.filter((id) => id.startsWith(feature))).toEqual(ours)
        }
        expect([...inFlight.keys()].sort()).toEqual(asked.map(({ id }) => id).sort())
        expect(most).toBeLessThanOrEqual(1)
        expect(clock.pending()).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
