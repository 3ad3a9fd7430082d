import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NOW } from '#core/model/world.ts'
import { connectCityEngine } from './connectCityEngine'
import { ENGINE_FAILURES, EngineFailure } from './EngineFailure'

interface Asked {
  readonly heartbeat?: Wire
  readonly id?: string
  readonly type: string
  readonly path?: readonly string[]
  readonly argumentList?: readonly { readonly value?: unknown }[]
}

/** A thread that answers nothing and keeps what it is asked. */
class SilentWorker extends EventTarget {
  static last: SilentWorker
  readonly asked: Asked[] = []
  readonly handedOver: Transferable[] = []
  heart: Wire | null = null
  terminated = false
  constructor() {
    super()
    SilentWorker.last = this
  }
  postMessage(message: Asked, transfers: Transferable[] = []): void {
    if (message.heartbeat) this.heart = message.heartbeat
    this.asked.push(message)
    this.handedOver.push(...transfers)
  }
  terminate(): void {
    this.terminated = true
  }
  /** Answers what it was asked by a verb last. */
  answer(verb: string, value: unknown): void {
    const asked = this.asked.findLast(({ path }) => path?.join() === verb)
    this.dispatchEvent(new MessageEvent('message', { data: { id: asked?.id, type: 'RAW', value } }))
  }
  verbs(): string[] {
    return this.asked.flatMap(({ path, type }) => (type === 'APPLY' && path ? [path.join()] : []))
  }
}

/** Both ends of a wire on this thread: what is said is heard at once. */
class Wire extends EventTarget {
  other: Wire | null = null
  onmessage: ((event: MessageEvent) => void) | null = null
  postMessage(data: unknown): void {
    this.other?.onmessage?.(new MessageEvent('message', { data }))
  }
  close(): void {}
}
class WirePair {
  readonly port1 = new Wire()
  readonly port2 = new Wire()
  constructor() {
    this.port2.other = this.port1
  }
}
const beat = (said: string) => SilentWorker.last.heart?.postMessage(said)

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', SilentWorker)
  vi.stubGlobal('MessageChannel', WirePair)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const outcome = (answer: Promise<unknown>): { error: unknown } => {
  const found: { error: unknown } = { error: null }
  answer.catch((error: unknown) => {
    found.error = error
  })
  return found
}
const cancelled = () =>
  SilentWorker.last.asked
    .filter(({ path }) => path?.join() === 'cancel')
    .map(({ argumentList }) => argumentList?.[0]?.value)

it('each verb is given the time of its kind, and a job that misses it is cancelled', async () => {
  const { engine } = connectCityEngine()
  const plain = outcome(engine.search(NOW, 'x', 10))
  const long = outcome(engine.evaluate(NOW, { scope: null, job: 'a job' }))
  const nameless = outcome(engine.robustness(NOW, { scope: null, indicator: 'x' }))
  const open = outcome(engine.nextMapDiff(1))
  await vi.advanceTimersByTimeAsync(59_999)
  expect(plain.error).toBeNull()
  await vi.advanceTimersByTimeAsync(1)
  expect(plain.error).toEqual(new EngineFailure(ENGINE_FAILURES.noAnswer(60)))
  expect([long.error, cancelled()]).toEqual([null, []])
  await vi.advanceTimersByTimeAsync(120_000)
  expect(long.error).toEqual(new EngineFailure(ENGINE_FAILURES.noAnswer(180)))
  expect(nameless.error).toEqual(new EngineFailure(ENGINE_FAILURES.noAnswer(180)))
  expect(cancelled()).toEqual(['a job'])
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(open.error).toBeNull()
})

it('every open question ends when the thread dies', async () => {
  const { engine } = connectCityEngine()
  const [first, second] = [outcome(engine.timeline()), outcome(engine.nextMapDiff(1))]
  SilentWorker.last.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }))
  await vi.advanceTimersByTimeAsync(0)
  expect([first.error, second.error]).toEqual(Array(2).fill(new EngineFailure(ENGINE_FAILURES.failed('out of memory'))))
  await expect(engine.timeline()).rejects.toThrow('out of memory')
})

it('closing ends the thread and every open question', async () => {
  const { engine, close } = connectCityEngine()
  const open = outcome(engine.nextMapDiff(1))
  close()
  await vi.advanceTimersByTimeAsync(0)
  expect(open.error).toEqual(new EngineFailure(ENGINE_FAILURES.closed()))
  expect(SilentWorker.last.terminated).toBe(true)
})

it('the bytes of a feed are handed over, not copied', async () => {
  const { engine } = connectCityEngine()
  const bytes = new Uint8Array([1, 2, 3])
  outcome(engine.admit('schools', bytes))
  expect(SilentWorker.last.handedOver).toContain(bytes.buffer)
  // Those of the catalog are needed here still.
  const catalog = new Uint8Array([4])
  outcome(engine.openCatalog(catalog, null))
  expect(SilentWorker.last.handedOver).not.toContain(catalog.buffer)
})

/** An engine with a catalog open, a clock, a follower and nothing pending, and what is told of its health. */
async function openedEngine() {
  const told: string[] = []
  const connected = connectCityEngine(({ state, last }) => void told.push(last ? `${state} ${last.fault.kind}` : state))
  const { engine } = connected
  const tell = async (asked: Promise<unknown>, verb: string, answer: unknown) => {
    SilentWorker.last.answer(verb, answer)
    await asked
  }
  await tell(engine.openCatalog(new Uint8Array([4]), null, 'http://city.test/catalog.json'), 'openCatalog', {
    ok: true,
  })
  await tell(engine.setClock({ start: 0, at: 0, speed: 1 }), 'setClock', null)
  await tell(engine.setClock({ start: 0, at: 0, speed: 60 }), 'setClock', null)
  await tell(
    engine.follow(() => {}),
    'follow',
    null,
  )
  const retell = async () => {
    for (const verb of ['openCatalog', 'setClock', 'follow']) {
      SilentWorker.last.answer(verb, { ok: true })
      await vi.advanceTimersByTimeAsync(0)
    }
  }
  return { ...connected, told, retell }
}

it.each([
  [
    'that throws',
    () => SilentWorker.last.dispatchEvent(Object.assign(new Event('error'), { message: 'x is undefined' })),
    'error',
  ],
  ['that is gone', () => SilentWorker.last.heart?.other?.dispatchEvent(new Event('close')), 'gone'],
])('a thread %s is given up at once, and another is told what it was told last', async (_, fail, kind) => {
  const { engine, told, retell } = await openedEngine()
  const first = SilentWorker.last
  const open = outcome(engine.nextMapDiff(1))
  fail()
  await vi.advanceTimersByTimeAsync(0)
  expect(first.terminated).toBe(true)
  expect(open.error).toBeInstanceOf(EngineFailure)
  expect(told).toEqual(['well', `down ${kind}`])
  await expect(engine.timeline()).rejects.toBeInstanceOf(EngineFailure)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(SilentWorker.last).not.toBe(first)
  await retell()
  expect(SilentWorker.last.verbs()).toEqual(['openCatalog', 'setClock', 'follow'])
  const clock = SilentWorker.last.asked.find(({ path }) => path?.join() === 'setClock')
  expect(clock?.argumentList?.[0]?.value).toEqual({ start: 0, at: 0, speed: 60 })
  expect(told).toEqual(['well', `down ${kind}`, `well ${kind}`])
  const asked = engine.timeline()
  SilentWorker.last.answer('timeline', 7)
  expect(await asked).toBe(7)
})

it('a thread that is not heard is said to be silent, then given up; one that is heard again is well', async () => {
  const { told } = await openedEngine()
  beat('idle')
  await vi.advanceTimersByTimeAsync(6_000)
  expect(told).toEqual(['well', 'silent'])
  beat('idle')
  expect(told).toEqual(['well', 'silent', 'well'])
  const first = SilentWorker.last
  await vi.advanceTimersByTimeAsync(16_000)
  expect(told.slice(3)).toEqual(['silent', 'down silent'])
  expect(first.terminated).toBe(true)
})

it('one that fails again and again is started more and more seldom; none is once it is closed', async () => {
  const { close } = await openedEngine()
  const waits: number[] = []
  for (let time = 0; time < 4; time += 1) {
    const before = SilentWorker.last
    const at = Date.now()
    before.dispatchEvent(Object.assign(new Event('error'), { message: 'again' }))
    while (SilentWorker.last === before) await vi.advanceTimersByTimeAsync(100)
    waits.push(Date.now() - at)
  }
  expect(waits.every((wait, at) => at === 0 || wait > (waits[at - 1] ?? 0) * 0.9)).toBe(true)
  expect(waits.at(-1)).toBeGreaterThan(3_900)
  close()
  const last = SilentWorker.last
  last.dispatchEvent(Object.assign(new Event('error'), { message: 'late' }))
  await vi.advanceTimersByTimeAsync(120_000)
  expect(SilentWorker.last).toBe(last)
})

it('a thread that fails before a catalog is open is not started again: its opening has failed', async () => {
  const { engine } = connectCityEngine()
  const opening = outcome(engine.openCatalog(new Uint8Array([4]), null))
  const first = SilentWorker.last
  first.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }))
  await vi.advanceTimersByTimeAsync(120_000)
  expect(opening.error).toEqual(new EngineFailure(ENGINE_FAILURES.failed('out of memory')))
  expect(SilentWorker.last).toBe(first)
})
