import { describe, expect, it } from 'vitest'
import { manualClock } from '#tests/city/manualClock.ts'
import { type BoundedRead, boundedRead, ReadStopped } from './boundedRead'

const URL = 'http://city.test/a.geojson'
const LIMITS = { answerMs: 20_000, silenceMs: 10_000, totalMs: 60_000 }

/** A read of an answer whose pieces are played by hand. */
function playRead(more: Partial<BoundedRead> = {}, headers: Record<string, string> = {}) {
  const clock = manualClock()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let answer: (response: Response) => void = () => {}
  let aborted = false
  const progress: number[] = []
  const reading = boundedRead({
    url: URL,
    limits: LIMITS,
    timers: clock.timers,
    onBytes: (bytes) => void progress.push(bytes),
    ask: (signal) => {
      signal.addEventListener('abort', () => {
        aborted = true
      })
      return new Promise((resolve) => {
        answer = resolve
      })
    },
    ...more,
  })
  const outcome = reading.then(
    ({ bytes }) => new TextDecoder().decode(bytes),
    (error: unknown) => (error instanceof ReadStopped ? error.reason : error),
  )
  return {
    clock,
    outcome,
    progress,
    aborted: () => aborted,
    begin: () =>
      answer(
        new Response(
          new ReadableStream<Uint8Array>({
            start: (made) => {
              controller = made
            },
          }),
          { headers },
        ),
      ),
    piece: (text: string) => controller?.enqueue(new TextEncoder().encode(text)),
    end: () => controller?.close(),
  }
}
type Played = ReturnType<typeof playRead>
const settledNow = (played: Played) =>
  Promise.race([played.outcome, new Promise((done) => setTimeout(() => done('open')))])

describe('a read', () => {
  it('gives the bytes of all pieces and leaves no timer behind', async () => {
    const read = playRead()
    read.begin()
    await read.clock.advance(9_999)
    read.piece('{"a"')
    await settledNow(read)
    await read.clock.advance(9_999)
    read.piece(':1}')
    read.end()
    expect(await read.outcome).toBe('{"a":1}')
    expect(read.progress).toEqual([4, 7])
    expect(read.clock.pending()).toEqual([])
  })

  it('ends where no answer begins, and lets the request go', async () => {
    const read = playRead()
    await read.clock.advance(19_999)
    expect(await settledNow(read)).toBe('open')
    await read.clock.advance(1)
    expect(await read.outcome).toMatchObject({
      code: 'timeout',
      zh: `读取失败 · 超时:20 秒没有回应(${URL})`,
      en: `reading failed · timeout: no answer in 20 s (${URL})`,
    })
    expect(read.aborted()).toBe(true)
    expect(read.clock.pending()).toEqual([])
  })

  it('ends where an answer begins and does not go on', async () => {
    const read = playRead()
    read.begin()
    await settledNow(read)
    read.piece('{"a"')
    await settledNow(read)
    await read.clock.advance(9_999)
    expect(await settledNow(read)).toBe('open')
    await read.clock.advance(1)
    expect(await read.outcome).toMatchObject({
      code: 'timeout',
      en: expect.stringContaining('nothing for 10 s after 4 bytes'),
    })
  })

  it('ends in the end where it trickles', async () => {
    const read = playRead()
    read.begin()
    await settledNow(read)
    for (let second = 0; second < 56; second += 8) {
      read.piece('.')
      await settledNow(read)
      await read.clock.advance(8_000)
    }
    expect(await settledNow(read)).toBe('open')
    read.piece('.')
    await settledNow(read)
    await read.clock.advance(4_000)
    expect(await read.outcome).toMatchObject({
      code: 'timeout',
      en: expect.stringContaining('not complete in 60 s, 8 bytes'),
    })
  })

  it('ends where more comes than the limit, by what it announces or as it unpacks', async () => {
    const announced = playRead({ most: 8 }, { 'content-length': '9' })
    announced.begin()
    expect(await announced.outcome).toMatchObject({ code: 'too-large' })
    const packed = playRead({ most: 8 }, { 'content-length': '2' })
    packed.begin()
    await settledNow(packed)
    packed.piece('12345678')
    expect(await settledNow(packed)).toBe('open')
    packed.piece('9')
    expect(await packed.outcome).toMatchObject({ code: 'too-large' })
    expect(packed.aborted()).toBe(true)
  })

  it('ends with what the request throws, and when it is abandoned', async () => {
    const failure = new Error('refused')
    expect(await playRead({ ask: () => Promise.reject(failure) }).outcome).toBe(failure)
    const abandoned = new AbortController()
    const read = playRead({ signal: abandoned.signal })
    const reason = new Error('nobody asks any more')
    abandoned.abort(reason)
    expect(await read.outcome).toBe(reason)
    expect(read.clock.pending()).toEqual([])
  })
})
