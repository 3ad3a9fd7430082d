import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareEvidence, TOLERANCE } from './compareEvidence'

const subject = (id: string, value: number | null, state = 'covered') => ({ feed: 'areas', id, state, value })
const metric = {
  value: 0.5,
  numerator: 1,
  denominator: 2,
  excluded: 1,
  reasons: { 'ambiguous-ring': 1 },
  known: 'measured',
  dataTime: '2026-09-01T08:00:00+08:00',
  definition: { method: 'covered', subjects: 'areas', by: 'sites', threshold: 0.8 },
  parameters: { threshold: 0.8 },
  subjects: [subject('a', 1), subject('b', 0.25, 'uncovered'), { ...subject('c', null, 'excluded'), reason: 'x' }],
}
const evidence = {
  format: 'one-map-evidence',
  version: 1,
  digest: 'd',
  program: { name: 'one-map', version: '1' },
  madeBy: 'page',
  catalog: { location: 'http://city/catalog.json', sha256: 'c0' },
  indicator: { id: 'row', formula: { zh: '甲 ÷ 乙' }, stars: [null, { op: '>=', value: 0.5 }] },
  scope: 'core',
  scopeDefinition: { id: 'core', feed: 'scopes' },
  set: [{ indicator: 'row', metric: null, parameter: 'threshold', value: 0.8 }],
  star: 4,
  status: 'ok',
  items: { group: true },
  next: null,
  metrics: { value: metric },
  feeds: [
    { id: 'areas', sha256: 'f0', asOf: null, read: 4, quarantined: [{ index: 3, id: 'd', code: 'no-geometry' }] },
    { id: 'sites', sha256: null, error: { code: 'unreachable', reason: { zh: '断' } } },
  ],
  embedded: [{ role: 'catalog', data: 'AA' }],
}

type Tree = Record<string, unknown>
type Changed = typeof evidence & Tree

/** A copy with one thing changed. */
function changed(change: (copy: Changed) => void): Tree {
  const copy: Changed = structuredClone(evidence)
  change(copy)
  return copy
}
const places = (recorded: Tree) =>
  compareEvidence(recorded, evidence).differences.map(({ place: { kind, ...rest } }) => [kind, ...Object.values(rest)])

describe('a file compared with its computing again', () => {
  it('is equal to itself', () => {
    const { differences, largest } = compareEvidence(structuredClone(evidence), evidence)
    expect([differences, largest]).toEqual([[], 0])
    // Star, null, id, no hash.
    const few = { star: 4, next: null, feeds: [{ id: 'a', sha256: null }], digest: 'd' }
    expect(compareEvidence(few, structuredClone(few)).compared).toBe(4)
  })

  it.each<[string, (copy: Changed) => void, unknown[]]>([
    ['a value', (copy) => (copy.metrics.value.value = 0.6), ['metric', 'value', 'value']],
    ['a numerator', (copy) => (copy.metrics.value.numerator = 2), ['metric', 'value', 'numerator']],
    [
      'a count of a reason',
      (copy) => (copy.metrics.value.reasons['ambiguous-ring'] = 0),
      ['metric', 'value', 'reasons.ambiguous-ring'],
    ],
    ['a data time', (copy) => (copy.metrics.value.dataTime = ''), ['metric', 'value', 'dataTime']],
    ['a parameter', (copy) => (copy.metrics.value.parameters.threshold = 0.7), ['parameter', 'value', 'threshold']],
    ['a definition', (copy) => (copy.metrics.value.definition.by = 'poles'), ['definition', 'value', 'by']],
    [
      "a subject's state",
      (copy) => (copy.metrics.value.subjects[1]!.state = 'covered'),
      ['subject', 'value', 'areas/b', 'state'],
    ],
    [
      "a subject's value",
      (copy) => (copy.metrics.value.subjects[1]!.value = 0.9),
      ['subject', 'value', 'areas/b', 'value'],
    ],
    [
      "a subject's reason",
      (copy) => Object.assign(copy.metrics.value.subjects[2]!, { reason: 'y' }),
      ['subject', 'value', 'areas/c', 'reason'],
    ],
    ['a dropped subject', (copy) => copy.metrics.value.subjects.splice(0, 1), ['subject', 'value', 'areas/a', '']],
    [
      'an added subject',
      (copy) => copy.metrics.value.subjects.push(subject('z', 1)),
      ['subject', 'value', 'areas/z', ''],
    ],
    [
      'a subject twice',
      (copy) => copy.metrics.value.subjects.push(subject('a', 1)),
      ['subject', 'value', 'areas/a (2)', ''],
    ],
    ['subjects in another order', (copy) => copy.metrics.value.subjects.reverse(), ['subject', 'value', '0', '']],
    ['a star', (copy) => (copy.star = 5), ['result', 'star']],
    ['a status', (copy) => (copy.status = 'unknown'), ['result', 'status']],
    ['a checklist item', (copy) => (copy.items.group = false), ['result', 'items.group']],
    ['the next star', (copy) => Object.assign(copy, { next: { star: 5 } }), ['result', 'next']],
    ['the formula', (copy) => (copy.indicator.formula.zh = '甲'), ['standard', 'indicator.formula.zh']],
    [
      'a star rule',
      (copy) => Object.assign(copy.indicator.stars[1]!, { value: 0.4 }),
      ['standard', 'indicator.stars.1.value'],
    ],
    ['the scope', (copy) => (copy.scopeDefinition.feed = 'towns'), ['scope', 'scopeDefinition.feed']],
    ['an override', (copy) => (copy.set[0]!.value = 0.7), ['setting', '0.value']],
    ['the hash of the catalog', (copy) => (copy.catalog.sha256 = 'c1'), ['catalog', 'sha256']],
    ['the hash of a feed', (copy) => (copy.feeds[0]!.sha256 = 'f1'), ['feed', 'areas', 'sha256']],
    ['what was quarantined', (copy) => (copy.feeds[0]!.quarantined = []), ['feed', 'areas', 'quarantined.3']],
    ['a dropped feed', (copy) => copy.feeds.splice(1, 1), ['feed', 'sites', '']],
    ['a member taken out', (copy) => Reflect.deleteProperty(copy, 'status'), ['result', 'status']],
    ['a member put in', (copy) => Object.assign(copy, { verdict: 'fine' }), ['file', 'verdict']],
    ['a whole metric put in', (copy) => Object.assign(copy.metrics, { other: metric }), ['metric', 'other', '']],
    ['a number as text', (copy) => Object.assign(copy, { star: '4' }), ['result', 'star']],
  ])('finds %s, and that alone', (_, change, place) => {
    expect(places(changed(change))).toEqual([place])
  })

  it('says both values, and undefined where there is none', () => {
    const dropped = changed((copy) => copy.metrics.value.subjects.splice(0, 1))
    expect(compareEvidence(dropped, evidence).differences).toEqual([
      {
        place: { kind: 'subject', metric: 'value', subject: 'areas/a', member: '' },
        recorded: undefined,
        rerun: subject('a', 1),
      },
    ])
  })

  it('does not ask who made the file, when, where, or why a feed without bytes could not be had', () => {
    const elsewhere = changed((copy) => {
      Object.assign(copy, { digest: 'e', madeBy: 'command-line', embedded: [], program: { version: '2' } })
      copy.catalog.location = 'geodata/catalog.json'
      Object.assign(copy.feeds[1]!, { error: { code: 'not-read' } })
    })
    expect(compareEvidence(elsewhere, evidence).differences).toEqual([])
    // A feed that has bytes must fail for the same reason.
    const readable = structuredClone(elsewhere) as Changed
    readable.feeds[1]!.sha256 = 'f2'
    expect(places(readable)).toEqual([
      ['feed', 'sites', 'sha256'],
      ['feed', 'sites', 'error.code'],
      ['feed', 'sites', 'error.reason'],
    ])
  })
})

describe('numbers', () => {
  const within = (recorded: number, rerun: number) => {
    const { differences, largest } = compareEvidence({ star: recorded }, { star: rerun })
    return { same: differences.length === 0, largest }
  }

  it('one published step of 1e-9 apart are within the tolerance, two are not', () => {
    expect(within(0.333333333, 0.333333334).same).toBe(true)
    expect(within(0.333333333, 0.333333335).same).toBe(false)
  })

  it('above 1 the tolerance grows with the recorded number', () => {
    // 1e-9 · 5e7 = 0.05
    const near = within(5e7, 5e7 + 0.04)
    expect(near.same).toBe(true)
    expect(near.largest).toBeCloseTo(8e-10, 15) // 0.04 / 5e7
    expect(within(5e7, 5e7 + 0.06).same).toBe(false)
    expect(within(-5e7, -5e7 - 0.06).same).toBe(false)
  })

  it('the largest difference is told', () => {
    const { largest } = compareEvidence({ star: 1, next: 0 }, { star: 1 + 2e-10, next: 5e-10 })
    expect(largest).toBeCloseTo(5e-10, 15)
  })

  it('any two further apart than the tolerance differ, any two within do not', () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(number, fc.double({ min: 1.01, max: 1e6, noNaN: true }), fc.boolean(), (value, far, up) => {
        const unit = TOLERANCE * Math.max(1, Math.abs(value)) * (up ? 1 : -1)
        expect(within(value, value + far * unit).same).toBe(false)
        expect(within(value, value + 0.9 * unit).same).toBe(true)
      }),
    )
  })
})
