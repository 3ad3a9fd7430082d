import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action } from '../model/feedDefinitions'
import { readCase } from './caseRecord'
import { CASE_VERBS } from './stages'
import { type PendingAction, withPending } from './withPending'

const NOW = Date.parse('2026-09-01T09:00:00+08:00')

/** At 派遣 with the water bureau since 08:30. */
const CASE = Object.freeze({
  name: '道路积水',
  stage: '派遣',
  unit: '市城乡水务局',
  returned: 0,
  time: '2026-09-01T08:30:00+08:00',
  history: Object.freeze([
    { at: '2026-09-01T08:00:00+08:00', verb: 'report', stage: '上报', by: '采集员' },
    { at: '2026-09-01T08:05:00+08:00', verb: 'accept', stage: '受理' },
    { at: '2026-09-01T08:10:00+08:00', verb: 'register', stage: '立案' },
    { at: '2026-09-01T08:30:00+08:00', verb: 'dispatch', stage: '派遣', unit: '市城乡水务局' },
  ]),
})

const ask = (id: string, verb: string, change: Partial<Action> = {}): PendingAction => ({
  action: { id, feed: 'cases', feature: 'AJ1', verb, by: '值班员', at: '2026-09-01T09:00:00+08:00', ...change },
  acceptedAt: null,
})
const accepted = (pending: PendingAction, at: string): PendingAction => ({ ...pending, acceptedAt: Date.parse(at) })

describe('withPending', () => {
  it('shows what will be, and marks the event as pending', () => {
    const shown = withPending(CASE, [ask('a', 'return', { note: '不属本单位' })], NOW)
    expect(shown).toMatchObject({
      name: '道路积水',
      stage: '立案',
      returned: 1,
      unit: '市城乡水务局',
      time: '2026-09-01T09:00:00+08:00',
    })
    expect(shown.history).toHaveLength(5)
    expect((shown.history as unknown[]).at(-1)).toEqual({
      at: '2026-09-01T09:00:00+08:00',
      verb: 'return',
      stage: '立案',
      unit: undefined,
      by: '值班员',
      note: '不属本单位',
      pending: 'a',
    })
  })

  it('goes back as far as is asked', () => {
    expect(withPending(CASE, [ask('a', 'return', { to: '受理' })], NOW)).toMatchObject({ stage: '受理', returned: 1 })
    // Not on to a later stage, nor to one of another city.
    expect(withPending(CASE, [ask('a', 'return', { to: '核查' })], NOW)).toBe(CASE)
    expect(withPending(CASE, [ask('a', 'return', { to: '归档' })], NOW)).toMatchObject({ stage: '立案' })
  })

  it('goes through them in order: returned, sent to another unit, urged', () => {
    const shown = withPending(
      CASE,
      [ask('a', 'return'), ask('b', 'dispatch', { unit: '市综合执法局' }), ask('c', 'urge')],
      NOW,
    )
    expect(shown).toMatchObject({ stage: '派遣', unit: '市综合执法局', returned: 1 })
    expect(shown.history).toHaveLength(7)
  })

  it('is the case itself when nothing is pending, or nothing pending is possible', () => {
    expect(withPending(CASE, [], NOW)).toBe(CASE)
    expect(withPending(CASE, [ask('a', 'close'), ask('b', 'launch')], NOW)).toBe(CASE)
    const other = { stage: '办理中' }
    expect(withPending(other, [ask('a', 'urge')], NOW)).toBe(other)
  })

  it('leaves out one the case no longer allows, and keeps the ones after it', () => {
    const shown = withPending(CASE, [ask('a', 'resume'), ask('b', 'note', { note: '已联系' })], NOW)
    expect((shown.history as { pending?: string }[]).slice(4).map(({ pending }) => pending)).toEqual(['b'])
  })

  it('does not do again what the feed shows, though its answer was lost', () => {
    const after = {
      ...CASE,
      stage: '立案',
      returned: 1,
      time: '2026-09-01T09:00:20+08:00',
      history: [
        ...CASE.history,
        { at: '2026-09-01T09:00:20+08:00', verb: 'return', stage: '立案', note: '不属本单位' },
      ],
    }
    expect(withPending(after, [ask('a', 'return', { note: '不属本单位' })], NOW)).toBe(after)
  })

  it('awaits an accepted one until the feed has changed since, or two minutes at most', () => {
    const urge = accepted(ask('a', 'urge'), '2026-09-01T09:00:01+08:00')
    expect(withPending(CASE, [urge], NOW + 60_000).history).toHaveLength(5)
    // 09:00:01 + 120 s is not yet past at 09:02:01, and past a millisecond later.
    expect(withPending(CASE, [urge], NOW + 121_000).history).toHaveLength(5)
    expect(withPending(CASE, [urge], NOW + 121_001)).toBe(CASE)
    const changed = { ...CASE, time: '2026-09-01T09:00:00+08:00' }
    expect(withPending(changed, [urge], NOW + 60_000)).toBe(changed)
  })

  it('takes two of the same second one after the other', () => {
    const two = [
      accepted(ask('a', 'note', { note: '一' }), '2026-09-01T09:00:01+08:00'),
      accepted(ask('b', 'note', { note: '二' }), '2026-09-01T09:00:01+08:00'),
    ]
    expect(withPending(CASE, two, NOW).history).toHaveLength(6)
  })

  it('whatever is asked: the events are in order of time, done again it changes nothing, and each is there once', () => {
    const asks = fc.array(
      fc.record({
        verb: fc.constantFrom(...CASE_VERBS),
        minutes: fc.integer({ min: -120, max: 120 }),
        unit: fc.constantFrom('甲', '乙', undefined),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(asks, (some) => {
        const pending = some.map(({ verb, minutes, unit }, index) =>
          ask(`id${index}`, verb, { unit, at: new Date(NOW + minutes * 60_000).toISOString() }),
        )
        const once = withPending(CASE, pending, NOW)
        const record = readCase(once)!
        const times = record.history.map(({ at }) => at)
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        expect(record.history.at(-1)?.stage).toBe(record.stage)
        expect(record.history.filter(({ verb }) => verb === 'return')).toHaveLength(record.returned)
        const marks = (once.history as { pending?: string }[]).flatMap(({ pending: mark }) => mark ?? [])
        expect(new Set(marks).size).toBe(marks.length)
        expect(withPending(once, pending, NOW)).toBe(once)
      }),
    )
  })
})
