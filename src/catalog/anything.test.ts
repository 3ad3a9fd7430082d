import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundledStandard } from './bundledStandard'
import { parseCatalog } from './parseCatalog'
import { parseStandard } from './standard'

const KEYS = [
  ...['id', 'feed', 'feeds', 'scopes', 'layers', 'maps', 'indicators', 'metrics', 'value', 'where', 'style', 'type'],
  ...[
    'paint',
    'layout',
    'filter',
    'footprint',
    'radius',
    'cards',
    'method',
    'of',
    'weights',
    'city',
    'bounds',
    'classes',
  ],
]
const WORDS = [
  'fill',
  'symbol',
  'combine',
  'covered',
  'get',
  '==',
  'case',
  '$class.color',
  '5g-key-area-coverage',
  'value',
]

const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(fc.constantFrom(...WORDS), fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('tree'), { maxKeys: 6 }),
  ),
}))
const list = fc.array(tree, { maxLength: 3 })
const catalog = fc.oneof(
  tree,
  fc.record(
    { version: tree, city: tree, feeds: list, layers: list, maps: list, scopes: list, indicators: list },
    { requiredKeys: [] },
  ),
)

describe('whatever a catalog holds', () => {
  it('it is refused with faults in words, never with an exception', () => {
    fc.assert(
      fc.property(catalog, (value) => {
        const result = parseCatalog(JSON.stringify(value), bundledStandard())
        if (result.ok) return
        expect(result.faults.length).toBeGreaterThan(0)
        for (const { zh, en } of result.faults) {
          expect([zh, en].every((words) => words !== '' && !words.includes('undefined'))).toBe(true)
        }
      }),
      { numRuns: 1500, seed: 20260901 },
    )
  })

  it('so is a standard', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const result = parseStandard({ indicators: [value] })
        expect(result.ok || result.faults.length > 0).toBe(true)
      }),
      { numRuns: 500, seed: 20260901 },
    )
  })
})
