import { describe, expect, it } from 'vitest'
import { compileValue } from './compileExpression'
import { expressionExcess } from './expressionBounds'

/** `["let", "a", …]` so many times, each doubling what the one before had. */
const doubled = (times: number, by = (name: string): unknown => ['concat', ['var', name], ['var', name]]) =>
  Array.from({ length: times }).reduceRight<unknown>(
    (inner, _, at) => ['let', `v${at + 1}`, by(`v${at}`), inner],
    ['var', `v${times}`],
  )
const grown = (times: number, by?: (name: string) => unknown): unknown => [
  'let',
  'v0',
  ['get', 'name'],
  doubled(times, by),
]
const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => ['!', inner], ['has', 'a'])

describe('an expression is refused', () => {
  it.each([
    ['that nests 64 levels more than one', nested(64), 'nesting of at most 64 levels'],
    ['that nests 5,000 levels', nested(5000), 'nesting of at most 64 levels'],
    ['of 20,001 values', ['in', ['get', 'a'], ['literal', Array(20_000).fill(1)]], 'at most 20000 values'],
    ['that doubles a text 30 times', grown(30), 'at most 10000 steps once its variables are written out'],
    [
      'that multiplies a text by itself',
      grown(2, (name) => ['join', ['split', ['var', name], ''], ['var', name]]),
      'a text of at most 1000000 characters',
    ],
  ])('%s', (_, expression, en) => {
    const found = expressionExcess(expression)
    expect(found?.en).toContain(en)
    const compiled = compileValue(expression as never)
    expect(compiled).toMatchObject({ ok: false, error: expect.stringContaining(en) })
  })

  it.each([
    ['of 63 levels in one', nested(63)],
    ['that doubles a text 9 times', grown(9)],
    [
      'that tells 6,000 labels apart',
      ['match', ['get', 'a'], ...Array.from({ length: 6000 }, (_, at) => [`l${at}`, at]).flat(), 0],
    ],
  ])('but not one %s', (_, expression) => {
    expect(expressionExcess(expression)).toBeNull()
    expect(compileValue(expression as never).ok).toBe(true)
  })
})
