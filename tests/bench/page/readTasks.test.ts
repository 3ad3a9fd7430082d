import { describe, expect, it } from 'vitest'
import { partsBy } from './partOf'
import { readTasks } from './readTasks'
import { BEGIN, END } from './recordTrace'
import type { TraceEvent } from './TraceEvent'

const event = (name: string, ts: number, more: Partial<TraceEvent> = {}): TraceEvent => ({
  name,
  cat: '',
  ph: 'X',
  pid: 1,
  tid: 2,
  ts,
  args: {},
  ...more,
})
const task = (ts: number, dur: number, tdur: number) => event('RunTask', ts, { dur, tdur })
const call = (id: number, functionName: string, scriptId: string, parent?: number) => ({
  id,
  ...(parent !== undefined && { parent }),
  callFrame: { functionName, scriptId, url: scriptId === '0' ? '' : 'http://page/app.js' },
})

/** Samples at 0.5, 1, 3, 6, 9, 12, 21 and 40 ms. */
const PROFILE = [
  event('Profile', 0, { ph: 'P', id: 'p', args: { data: { startTime: 0 } } }),
  event('ProfileChunk', 0, {
    ph: 'P',
    id: 'p',
    args: {
      data: {
        cpuProfile: {
          nodes: [call(1, 'work', '7'), call(2, 'drawElements', '0', 1), call(3, '(program)', '0')],
          samples: [3, 1, 2, 1, 1, 3, 1, 3],
        },
        timeDeltas: [500, 500, 2000, 3000, 3000, 3000, 9000, 19000],
      },
    },
  }),
]

describe('tasks of a record', () => {
  const events = [
    event(BEGIN, 0, { ph: 'I' }),
    // Out of order, as threads write them.
    task(20_000, 15_000, 4_000),
    task(1_000, 11_000, 11_000),
    event('V8.GC_SCAVENGER', 8_000, { dur: 1_000 }),
    event('Layout', 30_000, { dur: 5_000 }),
    // Of another thread, and after the end.
    event('RunTask', 2_000, { tid: 9, dur: 90_000 }),
    event(END, 50_000, { ph: 'I' }),
    task(60_000, 80_000, 1),
    ...PROFILE,
  ]
  const tasks = readTasks(
    events,
    partsBy(() => null, new Set(['drawElements'])),
  )

  it('are those of the thread between the marks, longest first', () => {
    expect(tasks.map(({ at, ms }) => [at, ms])).toEqual([
      [20, 15],
      [1, 11],
    ])
  })

  it('are split by what was sampled in them, with what the sample before lasts into', () => {
    // 1-3 work, 3-6 WebGL, 6-9 work, 9-12 work; the collection of 8-9 belongs to the sample that begins at 6.
    expect(tasks[1]!.kinds).toMatchObject({ library: 8, gl: 3, gc: 0, browser: 0 })
    expect(tasks[1]!.own).toBe(8)
    expect(tasks[1]!.ownCpu).toBe(8)
    // 20-21 is left of the sample at 12, 21-35 of the one at 21, of which 5 ms ran late: what began it counts.
    expect(tasks[0]!.kinds).toMatchObject({ browser: 1, library: 14, render: 0 })
  })

  it('had at most their processor time of their own', () => {
    expect(tasks[0]!.own).toBe(15)
    expect(tasks[0]!.ownCpu).toBe(4)
  })
})
