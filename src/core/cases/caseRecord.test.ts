import { describe, expect, it } from 'vitest'
import { deepFreeze } from '#tests/city/deepFreeze.ts'
import { caseProperties, readCase } from './caseRecord'

const at = (hour: string) => `2026-09-01T${hour}:00+08:00`
const time = (hour: string) => Date.parse(at(hour))
/** Out of order, with three entries that say nothing. */
const HISTORY = deepFreeze([
  { at: at('10:00'), verb: 'return', stage: '立案', note: '', by: '李雷' },
  { at: at('08:00'), verb: 'report', stage: '上报' },
  { at: at('09:00'), verb: 'suspend', stage: '处置', unit: '甲' },
  { at: 'some day', verb: 'note', stage: '处置' },
  { at: at('11:00'), verb: 'sing', stage: '处置' },
  { at: at('11:00'), verb: 'note', stage: '归档' },
  null,
])
const read = (properties: Readonly<Record<string, unknown>>) => readCase(deepFreeze({ stage: '处置', ...properties }))

describe('a case as its feed tells it', () => {
  it('has its history in order of time, without what cannot be read', () => {
    expect(read({ history: HISTORY })?.history).toEqual([
      { at: time('08:00'), verb: 'report', stage: '上报', unit: undefined, by: undefined, note: undefined },
      { at: time('09:00'), verb: 'suspend', stage: '处置', unit: '甲', by: undefined, note: undefined },
      { at: time('10:00'), verb: 'return', stage: '立案', unit: undefined, by: '李雷', note: undefined },
    ])
    expect(read({ history: 'none' })?.history).toEqual([])
  })

  it('takes from its history what its properties do not say', () => {
    expect(read({ history: HISTORY })).toMatchObject({
      suspended: true,
      returned: 1,
      reported: time('08:00'),
      time: time('10:00'),
      closed: null,
    })
    expect(read({})).toMatchObject({ unit: null, suspended: false, returned: 0, reported: null, time: null })
    const resumed = [...HISTORY, { at: at('12:00'), verb: 'resume', stage: '处置' }]
    expect(read({ history: resumed })?.suspended).toBe(false)
  })

  it('is what its properties say, though the history tells otherwise', () => {
    const said = { suspended: false, returned: 0, reported: at('07:00'), time: at('12:00'), unit: '乙' }
    expect(read({ ...said, history: HISTORY })).toMatchObject({
      suspended: false,
      returned: 0,
      reported: time('07:00'),
      time: time('12:00'),
      unit: '乙',
    })
    // No count: as many as the history tells.
    for (const returned of [-1, '3', null]) expect(read({ returned, history: HISTORY })?.returned).toBe(1)
  })

  it('is closed when it stands so, at the moment said or the last one told of', () => {
    const closing = [...HISTORY, { at: at('11:00'), verb: 'close', stage: '结案' }]
    expect(read({ stage: '结案', history: closing })?.closed).toBe(time('11:00'))
    expect(read({ stage: '结案', closed: at('11:30'), history: closing })?.closed).toBe(time('11:30'))
    expect(read({ stage: '结案' })?.closed).toBeNull()
    // Reopened: it is not closed now.
    expect(read({ closed: at('11:30'), history: closing })?.closed).toBeNull()
  })

  it('is none in a stage of another vocabulary', () => {
    expect([read({ stage: '归档' }), read({ stage: undefined })]).toEqual([null, null])
  })

  it('written as properties reads the same again', () => {
    const record = read({ unit: '甲', returned: 2, reported: at('07:00'), history: HISTORY })!
    expect(readCase(caseProperties(record))).toEqual(record)
  })
})
