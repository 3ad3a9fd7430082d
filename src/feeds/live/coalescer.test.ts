import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCoalescer } from './coalescer'
import { apply, put } from './liveFixture'
import type { Change } from './readMessage'

const change = fc
  .record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), value: fc.integer(), gone: fc.boolean() })
  .map(
    ({ id, value, gone }): Change =>
      gone
        ? { kind: 'gone', id, time: null, arrival: 0 }
        : { kind: 'put', id, time: null, feature: put(id, value), arrival: 0 },
  )

const LONG = { maxLength: 60, size: 'max' } as const

describe('coalescer', () => {
  it('ends, batch by batch, where applying every change in order ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 5, arbitrary: change }, { weight: 1, arbitrary: fc.constant('take') }), LONG),
        (steps) => {
          const pending = createCoalescer(100)
          const seen = new Map<string, unknown>()
          const straight = new Map<string, unknown>()
          for (const step of [...steps, 'take' as const]) {
            if (typeof step !== 'string') {
              expect(pending.add(step)).toBe(true)
              apply(straight, [step])
              continue
            }
            const batch = pending.take()
            expect(new Set(batch.map(({ id }) => id)).size).toBe(batch.length)
            apply(seen, batch)
            expect(seen).toEqual(straight)
            expect(pending.size).toBe(0)
          }
        },
      ),
    )
  })

  it('keeps features in the order in which they first changed', () => {
    fc.assert(
      fc.property(fc.array(change, LONG), (changes) => {
        const pending = createCoalescer(100)
        for (const one of changes) pending.add(one)
        expect(pending.take().map(({ id }) => id)).toEqual([...new Set(changes.map(({ id }) => id))])
      }),
    )
  })

  it('never keeps more features than its bound, and says when it has let all go', () => {
    fc.assert(
      fc.property(fc.array(change, LONG), fc.integer({ min: 1, max: 5 }), (changes, bound) => {
        const pending = createCoalescer(bound)
        let kept = new Set<string>()
        for (const one of changes) {
          const fits = kept.has(one.id) || kept.size < bound
          expect(pending.add(one)).toBe(fits)
          kept = fits ? kept.add(one.id) : new Set()
          expect(pending.size).toBe(kept.size)
        }
        expect(pending.clear()).toBe(kept.size)
        expect(pending.size).toBe(0)
      }),
    )
  })

  it('lets what is older by its own time replace nothing; of equal times, or of none, the later arrival wins', () => {
    const at = (time: number | null, value: number): Change => ({
      kind: 'put',
      id: 'a',
      time,
      feature: put('a', value),
      arrival: 0,
    })
    const goneAt = (time: number | null): Change => ({ kind: 'gone', id: 'a', time, arrival: 0 })
    const left = (...changes: readonly Change[]) => {
      const pending = createCoalescer(100)
      for (const one of changes) pending.add(one)
      return pending.take()
    }
    expect(left(at(9, 9), at(3, 3))).toEqual([at(9, 9)])
    expect(left(at(3, 3), at(9, 9))).toEqual([at(9, 9)])
    expect(left(at(9, 1), at(9, 2))).toEqual([at(9, 2)])
    expect(left(at(9, 1), at(null, 2))).toEqual([at(null, 2)])
    expect(left(at(9, 9), goneAt(3))).toEqual([at(9, 9)])
    // Gone without a time is gone as of the newest that was known.
    expect(left(at(9, 9), goneAt(null), at(3, 3))).toEqual([goneAt(9)])
    expect(left(goneAt(null), at(3, 3))).toEqual([{ ...at(3, 3), afterGone: { time: null } }])
    expect(left(goneAt(5), at(3, 3))).toEqual([goneAt(5)])
    expect(left(goneAt(5), at(6, 6), at(7, 7))).toEqual([{ ...at(7, 7), afterGone: { time: 5 } }])
  })

  it('keeps what something newer replaced where that is wanted, within the same bound', () => {
    const at = (id: string, time: number): Change => ({ kind: 'put', id, time, feature: put(id, time), arrival: 0 })
    const older = (bound: number, ...changes: readonly Change[]) => {
      const pending = createCoalescer(bound, true)
      for (const one of changes) pending.add(one)
      return pending
        .take()
        .map((change) => [
          change.id,
          change.time,
          change.kind === 'put' && change.older?.map((feature) => (feature as ReturnType<typeof put>).properties.value),
        ])
    }
    expect(older(9, at('a', 3), at('b', 1), at('a', 5), at('a', 4), at('a', 5))).toEqual([
      ['a', 5, [3, 4]],
      ['b', 1, undefined],
    ])
    expect(older(2, ...[1, 2, 3, 4, 5].map((time) => at('a', time)))).toEqual([['a', 5, [1, 2]]])
    const many = Array.from({ length: 100 }, (_, time) => at('a', time))
    expect(older(1000, ...many)[0]?.[2]).toEqual(Array.from({ length: 64 }, (_, index) => index + 35))
  })
})
