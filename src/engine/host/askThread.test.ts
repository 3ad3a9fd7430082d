import { describe, expect, it } from 'vitest'
import type { EngineFault } from '#core/model/engineHealth.ts'
import { manualClock } from '#tests/city/manualClock.ts'
import { askThread } from './askThread'
import { ENGINE_FAILURES, EngineFailure } from './EngineFailure'

function playThread() {
  const clock = manualClock()
  const hears = new Map<string, (event: Event) => void>()
  let terminated = 0
  const failings: EngineFault[] = []
  const asked = askThread(
    {
      addEventListener: (type, hear) => void hears.set(type, hear),
      terminate: () => {
        terminated += 1
      },
    },
    clock.timers,
    (fault) => void failings.push(fault),
  )
  /** What a question has come to so far. */
  const outcome = (answer: Promise<unknown>) => {
    const found: { value?: unknown; error?: unknown } = {}
    answer.then(
      (value) => Object.assign(found, { value }),
      (error: unknown) => Object.assign(found, { error }),
    )
    return found
  }
  const say = (type: string, more: Readonly<Record<string, unknown>> = {}) =>
    hears.get(type)?.(Object.assign(new Event(type), more))
  return { asked, failings, clock, outcome, say, terminated: () => terminated }
}
const never = () => new Promise<never>(() => {})

describe('a question to a thread', () => {
  it('ends with its answer or its error, and leaves no timer behind', async () => {
    const { asked, clock } = playThread()
    const error = new RangeError('no such feed')
    await expect(asked.ends(Promise.resolve(7), 'plain')).resolves.toBe(7)
    await expect(asked.ends(Promise.reject(error), 'long')).rejects.toBe(error)
    await expect(asked.ends(Promise.resolve(8), 'open')).resolves.toBe(8)
    await clock.advance(0)
    expect(clock.pending()).toEqual([])
  })

  it('ends after 60 s when it is plain', async () => {
    const { asked, clock, outcome } = playThread()
    let stopped = 0
    const plain = outcome(asked.ends(never(), 'plain', () => (stopped += 1)))
    await clock.advance(59_999)
    expect(plain).toEqual({})
    await clock.advance(1)
    expect(plain.error).toEqual(new EngineFailure(ENGINE_FAILURES.noAnswer(60)))
    expect(stopped).toBe(1)
  })

  it('ends after 180 s when it is long, and the job is stopped then and not before', async () => {
    const { asked, clock, outcome } = playThread()
    let stopped = 0
    const stop = () => {
      stopped += 1
    }
    const long = outcome(asked.ends(never(), 'long', stop))
    await clock.advance(179_999)
    expect([long, stopped]).toEqual([{}, 0])
    await clock.advance(1)
    expect(long.error).toBeInstanceOf(EngineFailure)
    expect(long.error).toEqual(new EngineFailure(ENGINE_FAILURES.noAnswer(180)))
    expect(stopped).toBe(1)
    // One that has been answered is not stopped.
    await asked.ends(Promise.resolve(1), 'long', stop)
    await clock.advance(180_000)
    expect(stopped).toBe(1)
  })

  it('waits for ever when it is open', async () => {
    const { asked, clock, outcome } = playThread()
    const open = outcome(asked.ends(never(), 'open'))
    await clock.advance(86_400_000)
    expect(open).toEqual({})
  })

  it('ends when the thread dies, of whatever kind; later ones too', async () => {
    const { asked, failings, clock, outcome, say } = playThread()
    const questions = (['plain', 'long', 'open'] as const).map((kind) => outcome(asked.ends(never(), kind)))
    say('error', { message: 'out of memory' })
    const late = outcome(asked.ends(Promise.resolve(1), 'plain'))
    await clock.advance(0)
    for (const { error } of [...questions, late])
      expect(error).toEqual(new EngineFailure(ENGINE_FAILURES.failed('out of memory')))
    expect(failings).toEqual([{ kind: 'error', detail: 'out of memory' }])
    expect(clock.pending()).toEqual([])
  })

  it('ends when the thread cannot start, or a message of it cannot be read', async () => {
    const [start, message] = [playThread(), playThread()]
    const unstarted = start.outcome(start.asked.ends(never(), 'plain'))
    start.say('error')
    const unread = message.outcome(message.asked.ends(never(), 'open'))
    message.say('messageerror')
    await start.clock.advance(0)
    expect(unstarted.error).toEqual(new EngineFailure(ENGINE_FAILURES.failed('')))
    expect(unread.error).toEqual(new EngineFailure(ENGINE_FAILURES.unread()))
    expect(start.terminated()).toBe(0)
  })

  it('ends when the thread is closed, and the thread with it', async () => {
    const { asked, clock, outcome, terminated } = playThread()
    const open = outcome(asked.ends(never(), 'open'))
    asked.close(new EngineFailure(ENGINE_FAILURES.closed()))
    await clock.advance(0)
    expect(open.error).toEqual(new EngineFailure(ENGINE_FAILURES.closed()))
    expect(terminated()).toBe(1)
    await expect(asked.ends(never(), 'plain')).rejects.toThrow('the engine was closed')
  })
})
