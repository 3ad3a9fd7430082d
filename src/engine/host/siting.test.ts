import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SitingTask } from '#core/siting/sitingTask.ts'
import { feature, point } from '#tests/city/evaluationInput.ts'
import { EngineFailure } from './EngineFailure'
import { type SitingSaid, sitingThread } from './sitingThread'
import { startSiting } from './startSiting'

/** Four points in a row, 45 m apart, and a candidate at each: a site serves its own point and its neighbours. */
const places = [0, 1, 2, 3].map((at) => point(117 + at / 2000, 35.4))
const task: SitingTask = {
  method: { name: 'near', metres: 50 },
  open: places.map((geometry, at) => ({ id: `p${at}`, geometry, weight: 1 })),
  standing: [],
  candidates: places.map((geometry, at) => feature(`c${at}`, geometry)),
  edits: places.map((_, at) => ({ feed: 'signs', id: `c${at}`, drop: true })),
  bounds: undefined,
}
const blob = () => new Blob([JSON.stringify(task)])
const asked = { most: 2, seed: 1, seconds: 5 }

describe('the thread that searches', () => {
  /** Everything it says until it ends; the clock goes on by so much with each look. */
  async function said(ask: (hear: ReturnType<typeof sitingThread>) => void, step = 0): Promise<readonly SitingSaid[]> {
    const heard: SitingSaid[] = []
    let now = 0
    await new Promise<void>((done) => {
      const hear = sitingThread({
        say(each) {
          heard.push(each)
          if (each.kind === 'end' || each.kind === 'failed') done()
        },
        clock: () => {
          now += step
          return now
        },
        nextTask: () => Promise.resolve(),
      })
      ask(hear)
    })
    return heard
  }

  it('ends by itself with the optimum and what builds it', async () => {
    const end = (await said((hear) => hear({ task: blob(), ...asked }))).at(-1)
    expect(end).toMatchObject({
      kind: 'end',
      found: {
        proved: true,
        curve: [
          { n: 1, value: 3 },
          { n: 2, value: 4, bound: 4 },
        ],
        built: [{ gain: 3 }, { gain: 1 }],
      },
    })
    if (end?.kind !== 'end') throw new Error('no end')
    expect(end.found.edits).toEqual(end.found.built.map(({ site }) => task.edits[site]))
  })

  it('ends when it is told to, and when its seconds are over, with what it has', async () => {
    const stopped = await said((hear) => {
      hear({ task: blob(), ...asked })
      hear('stop')
    })
    expect(stopped.at(-1)).toMatchObject({ kind: 'end', found: { steps: 0, curve: [{ bound: 4 }, { bound: 4 }] } })
    const over = await said((hear) => hear({ task: blob(), ...asked }), 2000)
    expect(over.at(-1)).toMatchObject({ kind: 'end', found: { steps: 1, curve: [{ value: 3 }, { value: 4 }] } })
    // A look every 2 s: it is told each time how far it has read.
    expect(over.filter(({ kind }) => kind === 'reading')).toHaveLength(4)
  })

  it('says that it failed for what is no task', async () => {
    expect(await said((hear) => hear({ task: new Blob(['{']), ...asked }))).toEqual([
      { kind: 'failed', detail: expect.stringContaining('SyntaxError') },
    ])
  })
})

describe('a search in a worker of its own', () => {
  class StillWorker extends EventTarget {
    static last: StillWorker
    readonly asked: unknown[] = []
    terminated = false
    constructor() {
      super()
      StillWorker.last = this
    }
    postMessage(message: unknown): void {
      this.asked.push(message)
    }
    terminate(): void {
      this.terminated = true
    }
    say(data: SitingSaid): void {
      this.dispatchEvent(new MessageEvent('message', { data }))
    }
  }
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('Worker', StillWorker)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  const found = (steps: number) => ({ built: [], curve: [], proved: false, merged: 0, steps, edits: [] })

  it('hands on what it hears, ends with the last, and lets its worker go', async () => {
    const hear = vi.fn()
    const search = startSiting(blob(), asked, hear)
    const worker = StillWorker.last
    expect(worker.asked).toEqual([{ task: expect.any(Blob), ...asked }])
    worker.say({ kind: 'better', found: found(3) })
    search.stop()
    worker.say({ kind: 'end', found: found(4) })
    expect(await search.ended).toEqual(found(4))
    expect(hear.mock.calls).toEqual([[{ kind: 'better', found: found(3) }]])
    expect([worker.asked.at(-1), worker.terminated]).toEqual(['stop', true])
  })

  it('ends with the best it heard of, or fails, where the worker falls silent', async () => {
    const some = startSiting(blob(), asked)
    StillWorker.last.say({ kind: 'better', found: found(3) })
    vi.advanceTimersByTime(35_000)
    expect(await some.ended).toEqual(found(3))
    const none = startSiting(blob(), asked)
    const fails = expect(none.ended).rejects.toBeInstanceOf(EngineFailure)
    vi.advanceTimersByTime(35_000)
    await fails
    expect(StillWorker.last.terminated).toBe(true)
  })

  it('fails when it is closed, or the worker fails', async () => {
    const closed = startSiting(blob(), asked)
    closed.close()
    await expect(closed.ended).rejects.toThrow('the search was closed')
    const failed = startSiting(blob(), asked)
    StillWorker.last.say({ kind: 'failed', detail: 'no task' })
    await expect(failed.ended).rejects.toThrow('no task')
  })
})
