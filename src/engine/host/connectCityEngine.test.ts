import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NOW } from '#core/model/world.ts'
import { connectCityEngine } from './connectCityEngine'
import { EngineFailure } from './EngineFailure'

interface Asked {
  readonly type: string
  readonly path?: readonly string[]
  readonly argumentList?: readonly { readonly value?: unknown }[]
}

/** A thread that answers nothing and keeps what it is asked. */
class SilentWorker extends EventTarget {
  static last: SilentWorker
  readonly asked: Asked[] = []
  readonly handedOver: Transferable[] = []
  terminated = false
  constructor() {
    super()
    SilentWorker.last = this
  }
  postMessage(message: Asked, transfers: Transferable[] = []): void {
    this.asked.push(message)
    this.handedOver.push(...transfers)
  }
  terminate(): void {
    this.terminated = true
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', SilentWorker)
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
  expect(plain.error).toEqual(new EngineFailure('no answer in 60 s'))
  expect([long.error, cancelled()]).toEqual([null, []])
  await vi.advanceTimersByTimeAsync(120_000)
  expect(long.error).toEqual(new EngineFailure('no answer in 180 s'))
  expect(nameless.error).toEqual(new EngineFailure('no answer in 180 s'))
  expect(cancelled()).toEqual(['a job'])
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(open.error).toBeNull()
})

it('every open question ends when the thread dies', async () => {
  const { engine } = connectCityEngine()
  const [first, second] = [outcome(engine.timeline()), outcome(engine.nextMapDiff(1))]
  SilentWorker.last.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }))
  await vi.advanceTimersByTimeAsync(0)
  expect([first.error, second.error]).toEqual(Array(2).fill(new EngineFailure('out of memory')))
  await expect(engine.timeline()).rejects.toThrow('out of memory')
})

it('closing ends the thread and every open question', async () => {
  const { engine, close } = connectCityEngine()
  const open = outcome(engine.nextMapDiff(1))
  close()
  await vi.advanceTimersByTimeAsync(0)
  expect(open.error).toEqual(new EngineFailure('the engine was closed'))
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
