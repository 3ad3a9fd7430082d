import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCoalescer } from './coalescer'
import { apply, put } from './liveFixture'
import type { Change } from './readMessage'

const change = fc
  .record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), value: fc.integer(), gone: fc.boolean() })
  .map(
    ({ id, value, gone }): Change =>
      gone ? { kind: 'gone', id, arrival: 0 } : { kind: 'put', id, feature: put(id, value), arrival: 0 },
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
})
