import { expect, test } from 'vitest'
import { inTurn } from './inTurn'

/** A job that ends when told. */
function job(log: string[], name: string) {
  let end: () => void = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const run = async () => {
    log.push(`${name} starts`)
    await ended
    log.push(`${name} ends`)
    return name
  }
  return { run, end: () => end() }
}

test('jobs of one engine run one after the other, each with its own answer', async () => {
  const log: string[] = []
  const [first, second] = [job(log, 'first'), job(log, 'second')]
  const engine = {}
  const { signal } = new AbortController()
  const answers = Promise.all([inTurn(engine, signal, first.run), inTurn(engine, signal, second.run)])
  second.end()
  first.end()
  expect(await answers).toEqual(['first', 'second'])
  expect(log).toEqual(['first starts', 'first ends', 'second starts', 'second ends'])
})

test('a job that was superseded while it waited never starts', async () => {
  const log: string[] = []
  const [first, stale, newest] = [job(log, 'first'), job(log, 'stale'), job(log, 'newest')]
  const engine = {}
  const superseded = new AbortController()
  const { signal } = new AbortController()
  const running = inTurn(engine, signal, first.run)
  const waiting = inTurn(engine, superseded.signal, stale.run)
  const last = inTurn(engine, signal, newest.run)
  superseded.abort(new Error('superseded'))
  first.end()
  newest.end()
  await expect(waiting).rejects.toThrow('superseded')
  expect(await Promise.all([running, last])).toEqual(['first', 'newest'])
  expect(log).not.toContain('stale starts')
})

test('a job that fails does not stop the next', async () => {
  const engine = {}
  const { signal } = new AbortController()
  const failing = inTurn(engine, signal, () => Promise.reject(new Error('broken')))
  const next = inTurn(engine, signal, async () => 'fine')
  await expect(failing).rejects.toThrow('broken')
  expect(await next).toBe('fine')
})

test('two engines do not wait for each other', async () => {
  const log: string[] = []
  const held = job(log, 'held')
  const { signal } = new AbortController()
  const waiting = inTurn({}, signal, held.run)
  expect(await inTurn({}, signal, async () => 'free')).toBe('free')
  held.end()
  expect(await waiting).toBe('held')
})
