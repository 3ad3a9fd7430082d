import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageField, type FieldCover } from '#core/geo/coverage/coverageField.ts'
import { fieldSubject } from '#core/geo/coverage/fieldSubject.ts'
import { anyCover, anyDegenerate, anyPart } from './arbitraries'
import type { Part } from './coverageCase'

type Edit =
  | { readonly kind: 'add'; readonly cover: FieldCover }
  | { readonly kind: 'remove' | 'measure'; readonly at: number }

function anyEdit(cover: fc.Arbitrary<FieldCover>): fc.Arbitrary<Edit> {
  return fc.oneof(
    { weight: 4, arbitrary: cover.map((added): Edit => ({ kind: 'add', cover: added })) },
    { weight: 3, arbitrary: fc.nat().map((at): Edit => ({ kind: 'remove', at })) },
    { weight: 2, arbitrary: fc.nat().map((at): Edit => ({ kind: 'measure', at })) },
  )
}

/** Plays the edits on a field that starts with some covers, and holds all subjects against a new field of what is left. */
function play(start: readonly FieldCover[], edits: readonly Edit[], subjects: readonly (readonly Part[])[]): void {
  const ready = subjects.map((parts) => fieldSubject(parts))
  const field = coverageField(start)
  const left = new Map(start.map((cover, handle) => [handle, cover]))
  for (const edit of edits) {
    if (edit.kind === 'add') left.set(field.add(edit.cover), edit.cover)
    else if (edit.kind === 'measure') field.measure(ready[edit.at % ready.length]!, edit.at % 2 === 0)
    else if (left.size > 0) {
      const handle = [...left.keys()][edit.at % left.size]!
      field.remove(handle)
      left.delete(handle)
    }
  }
  const fresh = coverageField(left.values())
  for (const subject of ready) expect(field.measure(subject, true)).toEqual(fresh.measure(subject, true))
}

describe('a field after any edits', () => {
  it('measures as a new field of the same covers does, gap rings and all, bit for bit', () => {
    fc.assert(
      fc.property(
        fc.array(anyCover, { maxLength: 10 }),
        fc.array(anyEdit(anyCover), { minLength: 1, maxLength: 30 }),
        fc.array(anyPart, { minLength: 1, maxLength: 3 }),
        (start, edits, parts) =>
          play(
            start,
            edits,
            parts.map((part) => [part]),
          ),
      ),
      { numRuns: 300, seed: 5 },
    )
  })

  it('does so in degenerate pictures', () => {
    fc.assert(
      fc.property(anyDegenerate, fc.array(fc.nat(), { minLength: 1, maxLength: 20 }), ({ parts, covers }, turns) => {
        const edits = turns.map((turn, i): Edit => {
          const cover = covers[turn % (covers.length || 1)]
          if (i % 3 === 2) return { kind: 'measure', at: turn }
          return i % 3 === 0 && cover ? { kind: 'add', cover } : { kind: 'remove', at: turn }
        })
        play(covers, edits, [parts])
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})
