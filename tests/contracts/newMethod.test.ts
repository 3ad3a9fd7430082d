import { describe, expect, it } from 'vitest'
import { subjectValueWords } from '#board/inspector/subjectValueWords.ts'
import { axisWords, valueWords } from '#board/robustness/robustnessWords.ts'
import { missingWords } from '#board/words/fractionWords.ts'
import { parameterWords } from '#board/words/parameterWords.ts'
import { exclusionWords } from '#board/words/reasonWords.ts'
import { parseCatalog } from '#catalog/parseCatalog.ts'
import { evaluate } from '#core/indicators/evaluate.ts'
import { explain } from '#core/indicators/explain.ts'
import { METHODS } from '#core/indicators/methods/methods.ts'
import { methodFacts, registerMethods } from '#core/indicators/methods/metricMethod.ts'
import { feedsOfIndicator, feedsOfMetric, usesScope } from '#core/indicators/metricFacts.ts'
import { applyOverrides } from '#core/indicators/overrides.ts'
import type { StandardRow } from '#core/model/standard.ts'
import { ratingRank } from '#core/robustness/ratings.ts'
import { sweepRow } from '#core/robustness/sweepRow.ts'
import { feature, feed, input, point, row } from '#tests/city/evaluationInput.ts'
import { atMost } from './madeUpMethod'

/** The one line that a new method takes. */
const methods = registerMethods([...Object.values(METHODS), atMost])

const definition = { method: 'at-most', of: 'schools', amount: ['get', 'power'] } as const
const indicator = { id: 'row', metrics: { value: definition } }
const standardRow: StandardRow = row({
  stars: [{ op: '>=', value: 0.25 }, null, null, { op: '>=', value: 0.75 }, { op: '>=', value: 1 }],
})
// Powers 5, 10, 20, 40 and one unknown: at most 5: 1 of 4, 10: 2, 20: 3.
const schools = feed('schools', [
  ...[5, 10, 20, 40].map((power) => feature(`s${power}`, point(117, 35), { power })),
  feature('none', point(117, 35)),
])
const given = input(indicator.metrics, [schools], { row: standardRow })

const catalogOf = (metric: object) => ({
  version: 1,
  city: { code: '000000', name: '示例县', bounds: [117, 35, 118, 36] },
  feeds: [{ id: 'schools', record: 'place', source: { type: 'geojson', url: 'schools.geojson' } }],
  indicators: [{ id: 'row', metrics: { value: metric } }],
})
const parsed = (metric: object, known = methods) => parseCatalog(JSON.stringify(catalogOf(metric)), null, known)

/** JSON paths of the faults of a catalog with one metric. */
function faultsOf(metric: object, known = methods): string[] {
  const result = parsed(metric, known)
  return result.ok ? [] : result.faults.map(({ path }) => path)
}

describe('a method that is registered, and nothing else', () => {
  it('is accepted by the catalog, and refused where it is not registered', () => {
    expect(parsed(definition)).toMatchObject({ ok: true, catalog: { indicators: [indicator] } })
    expect(faultsOf({ ...definition, limit: 3, where: true })).toEqual([])
    expect(faultsOf(definition, METHODS)).toEqual(['indicators[0].metrics.value.method'])
  })

  it('has its parameters checked: range, presence, spelling, feeds, expressions', () => {
    const at = 'indicators[0].metrics.value'
    expect(faultsOf({ ...definition, limit: -1 })).toEqual([`${at}.limit`])
    expect(faultsOf({ method: 'at-most', of: 'schools' })).toEqual([`${at}.amount`])
    expect(faultsOf({ ...definition, limits: 1 })).toEqual([`${at}.limits`])
    expect(faultsOf({ ...definition, of: 'nothing' })).toEqual([`${at}.of`])
    expect(faultsOf({ ...definition, amount: ['got', 'power'] })).toEqual([`${at}.amount`])
  })

  it('says what it reads, and is filtered by a scope', () => {
    expect(feedsOfMetric(definition, methods)).toEqual(['schools'])
    expect(usesScope(definition, methods)).toBe(true)
    expect(feedsOfIndicator(indicator, [{ id: 'town', feed: 'towns' }], methods)).toEqual(['schools', 'towns'])
  })

  it('has its parameters set', () => {
    const set = (parameter: string, value: unknown) =>
      applyOverrides([indicator], [{ indicator: 'row', metric: null, parameter, value }], methods)
    expect(set('limit', 20)).toMatchObject({ ok: true, indicators: [{ metrics: { value: { limit: 20 } } }] })
    expect(set('limit', -1)).toMatchObject({
      faults: [{ message: 'row.limit: expected a number of at least 0, found -1' }],
    })
    expect(set('threshold', 0.5)).toMatchObject({ faults: [{ code: 'unknown-parameter' }] })
    expect(set('byWhere', true)).toMatchObject({ faults: [{ code: 'unknown-parameter' }] })
  })

  it('is evaluated with its default, and counts features to the next star', () => {
    expect(evaluate(given, null, methods).indicators[0]).toMatchObject({
      star: 1,
      metrics: { value: { value: 0.5, numerator: 2, denominator: 4, reasons: { 'unknown:amount': 1 } } },
      parameters: { value: { limit: 10 } },
      next: { star: 4, needs: [{ missing: 1 }] },
    })
    const { subjects } = explain(given, 'row', 'value', null, methods)
    expect(subjects.map(({ id, state, value }) => [id, state, value])).toEqual([
      ['none', 'excluded', null],
      ['s10', 'covered', 10],
      ['s20', 'uncovered', 20],
      ['s40', 'uncovered', 40],
      ['s5', 'covered', 5],
    ])
  })

  it('is swept over its own parameter, from its default', () => {
    const steps = sweepRow({
      input: given,
      row: standardRow,
      methods,
      evaluateRow: (each) => evaluate(each, null, methods).indicators[0]!,
    })
    let step = steps.next()
    while (!step.done) step = steps.next()
    if (step.value.kind !== 'swept') throw new Error(step.value.kind)
    const [answer] = step.value.axes
    // Factors 0.5, 1, 2 on 10: limits 5, 10 and 20 hold 1, 2 and 3 of 4.
    expect(answer?.cells.map(({ value, rating }) => [value, ratingRank(rating)])).toEqual([
      [0.5, 1],
      [1, 1],
      [2, 4],
    ])
    if (answer?.kind !== 'parameter') throw new Error(answer?.kind)
    expect(axisWords(answer.axis, words, names, false)).toBe('Limit')
    expect(valueWords(answer.axis.as, 2, words)).toBe('robustness.times 2')
  })

  it('is named on the board in its own words, from what the page is sent', () => {
    const sent: typeof facts = structuredClone(facts)
    const opened = parsed(definition)
    if (!opened.ok) throw new Error('refused')
    const city = { catalog: opened.catalog, methods: sent }
    const evaluated = evaluate(given, null, methods).indicators[0]!
    const view = { row: standardRow, result: evaluated } as Parameters<typeof parameterWords>[0]
    expect(parameterWords(view, 'value', city, words, names)).toEqual([
      ['indicators.parameters.method', 'share within the limit'],
      ['Limit', '≤ 10'],
      ['Subjects', '<schools>'],
    ])
    expect(missingWords(city, 'row', 'value', evaluated.metrics.value!, words)).toBe('cards.uncovered 2')
    expect(subjectValueWords(40, sent['at-most'] ?? null, words)).toBe('40')
    expect(exclusionWords('unknown:amount', words, sent)).toBe('amount missing')
  })
})

it('two methods of one name are refused', () => {
  expect(() => registerMethods([atMost, atMost])).toThrow('two methods are called at-most')
})

const facts = methodFacts(methods)
const t = ((key: string, said: Readonly<Record<string, unknown>> = {}) =>
  [key, ...Object.values(said)].join(' ')) as Parameters<typeof parameterWords>[3]['t']
const words = { t, language: 'en', say: ({ zh, en }: { zh: string; en?: string | undefined }) => en ?? zh } as const
const names = { methods: facts, feed: (id: string) => `<${id}>`, scope: String, part: String }
