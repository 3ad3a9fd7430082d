import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { feature, feed, input, point, rectangle, row } from '#tests/city/evaluationInput.ts'
import { evaluate } from '../indicators/evaluate'
import { explain, metricsBehind } from '../indicators/explain'
import { METHODS } from '../indicators/methods/methods'
import type { ParameterOverride } from '../model/evaluation'
import { buildEvidence, explainRow } from './buildEvidence'
import { evidenceDigest, sealEvidence } from './evidence'

const lamps = feed(
  'lamps',
  [
    feature('l1', point(117.1, 35.1), { smart: true }),
    feature('l2', point(117.1, 35.1), { smart: false }),
    feature('l3', point(117.1, 35.1), { smart: 'yes' }),
  ],
  { asOf: Date.UTC(2026, 8, 1) },
)
const zones = feed('zones', [feature('core', rectangle(117, 35, 118, 36))])
const told = feed('told', [feature('r1', null, { indicator: 'row', metric: 'extra', value: 3, source: '统计局' })], {
  record: 'reported',
})
const standardRow = row({
  formula: { zh: '智能灯 ÷ 灯', en: 'smart lamps ÷ lamps' },
  metrics: ['value', 'smart', 'extra'].map((id) => ({ id, name: { zh: id }, unit: 'ratio' })),
  checklist: { group: { zh: '领导小组' } },
})
const set: ParameterOverride[] = [
  { indicator: 'row', metric: 'value', parameter: 'how', value: 'mean' },
  { indicator: 'elsewhere', metric: null, parameter: 'threshold', value: 1 },
]

function built(scope: string | null) {
  const evaluated = input(
    {
      value: { method: 'combine', how: 'min', of: ['smart'] },
      smart: { method: 'share', of: 'lamps', match: ['get', 'smart'] },
    },
    [lamps, zones, told],
    { row: standardRow, scope, scopes: [{ id: 'core', feed: 'zones' }], overrides: set.slice(0, 1) },
  )
  const result = evaluate(evaluated).indicators[0]!
  return buildEvidence({
    madeBy: 'page',
    now: Date.UTC(2026, 8, 1),
    catalog: { location: 'catalog.json', sha256: 'c0' },
    standardFile: null,
    input: evaluated,
    set,
    result,
    explanations: explainRow(evaluated, result),
    feeds: ['lamps', 'zones', 'unused', 'told'].map((id) => {
      const known = evaluated.feeds.get(id)
      return {
        feed: { id, record: known?.record ?? 'place', sensitivity: 'public', source: { url: `${id}.geojson` } },
        reading:
          known && 'report' in known
            ? { report: known.report }
            : { failure: { reason: { code: 'x', zh: '断', en: 'cut' } }, sha256: null },
      }
    }),
  })
}

describe('the evidence of a row', () => {
  it('has the row of the standard, the numbers, the definitions in force and every subject with its reason', () => {
    const body = built(null)
    expect(body.indicator.formula).toEqual({ zh: '智能灯 ÷ 灯', en: 'smart lamps ÷ lamps' })
    expect(body.metrics.smart).toMatchObject({
      // l3 has no yes or no: of two lamps one is smart.
      value: 0.5,
      numerator: 1,
      denominator: 2,
      excluded: 1,
      reasons: { 'unknown:match': 1 },
      dataTime: '2026-09-01T08:00:00+08:00',
      definition: { method: 'share', of: 'lamps' },
      subjects: [
        { feed: 'lamps', id: 'l1', state: 'covered' },
        { feed: 'lamps', id: 'l2', state: 'uncovered' },
        { feed: 'lamps', id: 'l3', state: 'excluded', reason: 'unknown:match' },
      ],
    })
    // What combines has its parts' subjects under the parts; the override is in force.
    expect(body.metrics.value).toMatchObject({ definition: { how: 'mean' }, parameters: { how: 'mean' }, subjects: [] })
    expect(body.metrics.extra).toMatchObject({
      value: 3,
      known: 'reported',
      source: '统计局',
      definition: null,
      subjects: [{ feed: 'told', id: 'r1' }],
    })
    expect(body.items).toEqual({ group: null })
  })

  it('names the feeds the row uses, those of its scope only when a scope is wanted, and the overrides of this row', () => {
    expect(built(null).feeds.map(({ id }) => id)).toEqual(['lamps', 'told'])
    const scoped = built('core')
    expect(scoped.feeds.map(({ id }) => id)).toEqual(['lamps', 'zones', 'told'])
    expect(scoped.scopeDefinition).toEqual({ id: 'core', feed: 'zones' })
    expect(scoped.set).toEqual(set.slice(0, 1))
  })

  it('is the same text each time, and any change breaks its digest', () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('hex')
    const embedded = [{ role: 'catalog', encoding: 'gzip+base64', data: 'AA==' }] as const
    const text = sealEvidence(built('core'), embedded, hash)
    expect(sealEvidence(built('core'), embedded, hash)).toBe(text)
    const { digest, ...said } = JSON.parse(text)
    expect(evidenceDigest(JSON.parse(text), hash)).toBe(digest)
    // Spaces and line ends are no content; a number, a text, or a key in another place is.
    expect(evidenceDigest(JSON.parse(JSON.stringify(JSON.parse(text), null, 8)), hash)).toBe(digest)
    expect(evidenceDigest({ ...said, star: 5 }, hash)).not.toBe(digest)
    expect(evidenceDigest({ ...said, catalog: { ...said.catalog, location: 'other' } }, hash)).not.toBe(digest)
    expect(evidenceDigest({ ...said, embedded: [] }, hash)).not.toBe(digest)
    const { scope, ...rest } = said
    expect(evidenceDigest({ ...rest, scope }, hash)).not.toBe(digest)
  })
})

it('the subjects of a row are those of its explanation, and no gap is drawn for them', () => {
  const areas = feed('areas', [
    feature('b', rectangle(117.001, 35.001, 117.004, 35.004)),
    feature('a', rectangle(117.02, 35.02, 117.03, 35.03)),
  ])
  const sites = feed('sites', [
    { ...feature('s', point(117.002, 35.002)), footprint: { radius: 100, azimuth: null, beamwidth: null } },
  ])
  for (const definition of [
    { method: 'covered', subjects: 'areas', by: 'sites' },
    { method: 'area', region: 'areas', by: 'sites' },
    { method: 'near', subjects: 'sites', by: 'sites', metres: 0 },
  ] as const) {
    const evaluated = input({ value: definition }, [areas, sites])
    const [result] = evaluate(evaluated).indicators
    const { subjects } = explain(evaluated, 'row', 'value')
    expect(explainRow(evaluated, result!).find(({ metric }) => metric === 'value')?.subjects).toEqual(subjects)
    const [own] = metricsBehind(evaluated, 'row', 'value', null, METHODS, 'subjects')
    expect(own.outcome.gaps).toEqual([])
  }
  const whole = input({ value: { method: 'covered', subjects: 'areas', by: 'sites' } }, [areas, sites])
  expect(explain(whole, 'row', 'value').gaps.features).toHaveLength(2)
})
