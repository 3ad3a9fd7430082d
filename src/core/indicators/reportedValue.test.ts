import { describe, expect, it } from 'vitest'
import { feature, feed, input, row } from '#tests/city/evaluationInput.ts'
import type { MetricDefinition } from '../model/metricDefinition'
import { evaluate } from './evaluate'

const report = (id: string, properties: Record<string, unknown>) =>
  feature(id, null, { indicator: 'row', metric: 'value', ...properties })
const reports = (...features: ReturnType<typeof feature>[]) => feed('reports', features, { record: 'reported' })
const scopes = [{ id: 'town', feed: 'scopes' }]

function value(feeds: Parameters<typeof input>[1], scope: string | null = null) {
  return evaluate(input({}, feeds, { scopes, scope })).indicators[0]!.metrics.value!
}

describe('reported', () => {
  it('takes the newest date over all reported feeds, with its source and numbers', () => {
    const older = reports(report('a', { value: 0.5, date: '2025-12-31' }))
    const newer = feed(
      'more',
      [report('b', { value: 0.75, date: '2026-03', source: '统计局', numerator: 3, denominator: 4 })],
      { record: 'reported' },
    )
    // 1 March 2026 00:00 in Shanghai is 28 February 16:00 UTC.
    expect(value([older, newer])).toEqual({
      value: 0.75,
      numerator: 3,
      denominator: 4,
      excluded: 0,
      reasons: {},
      dataTime: Date.UTC(2026, 1, 28, 16),
      known: 'reported',
      source: '统计局',
    })
    expect(value([newer, older]).value).toBe(0.75)
  })

  it('takes no date that lies ahead of the clock or stands for none over one that counts', () => {
    const judged = (...features: ReturnType<typeof feature>[]) => {
      const known = reports(...features)
      if (!('report' in known)) throw new Error('unread')
      return { ...known, report: { ...known.report, judgedAt: Date.UTC(2026, 8, 1), asOf: Date.UTC(2026, 7, 1) } }
    }
    const counted = report('a', { value: 0.5, date: '2026-03' })
    const ahead = report('b', { value: 0.9, date: '2027' })
    const never = report('c', { value: 0.7, date: '9999-12-31' })
    expect(value([judged(ahead, counted, never)]).value).toBe(0.5)
    // Where nothing else was reported it stands, of no known time.
    expect(value([judged(ahead)])).toMatchObject({ value: 0.9, dataTime: null })
    // A plan is of the time to come: its door lets the date count.
    const planned = { ...ahead, time: Date.UTC(2026, 11, 31, 16) }
    expect(value([judged(planned, counted)]).value).toBe(0.9)
  })

  it('prefers a value of the wanted scope, and never uses that of another', () => {
    const feeds = [
      reports(
        report('whole', { value: 0.5, date: '2026-01-01' }),
        report('town', { value: 0.7, date: '2024-01-01', scope: 'town' }),
        report('zone', { value: 0.9, date: '2026-06-01', scope: 'zone' }),
      ),
    ]
    expect(value(feeds, 'town').value).toBe(0.7)
    expect(value(feeds, 'elsewhere').value).toBe(0.5)
    expect(value(feeds, null).value).toBe(0.5)
    expect(value([reports(report('zone', { value: 0.9, scope: 'zone' }))], 'town')).toMatchObject({ value: null })
  })

  it('takes booleans, and nothing that is neither number nor boolean', () => {
    expect(value([reports(report('a', { value: false }))]).value).toBe(false)
    expect(value([reports(report('a', { value: '0.5' }))])).toMatchObject({ value: null, why: 'no-data' })
  })

  it('is unknown when nothing was reported or a reported feed cannot be read', () => {
    expect(value([])).toMatchObject({ value: null, why: 'no-data', known: 'unknown' })
    const broken = { id: 'broken', error: 'gone', record: 'reported' }
    expect(value([reports(report('a', { value: 1 })), broken])).toMatchObject({ why: 'feed-unreadable:broken' })
  })

  it('reads one feed when the catalog names it', () => {
    const definition: MetricDefinition = { method: 'reported', feed: 'mine' }
    const mine = feed('mine', [report('a', { value: 1, date: '2020' })], { record: 'reported' })
    const evaluation = evaluate(input({ value: definition }, [mine, reports(report('b', { value: 2, date: '2026' }))]))
    expect(evaluation.indicators[0]!.metrics.value!.value).toBe(1)
  })

  it('reads checklists, and what an item implies', () => {
    const standardRow = row({
      kind: 'qualitative',
      metrics: [],
      checklist: { begun: { zh: '' }, done: { zh: '' }, published: { zh: '' }, fund: { zh: '' }, rules: { zh: '' } },
      implies: { published: ['done'], done: ['begun'] },
      stars: [
        { op: 'checklist', require: ['begun'] },
        null,
        { op: 'checklist', require: ['done'] },
        { op: 'checklist', require: ['published', 'fund'] },
        null,
      ],
    })
    const item = (name: string, isTrue: unknown, date = '2026-01-01') =>
      feature(`${name}-${date}`, null, { indicator: 'row', item: name, value: isTrue, date })
    const rated = (...features: ReturnType<typeof feature>[]) =>
      evaluate(input({}, [reports(...features)], { row: standardRow })).indicators[0]!
    const known = rated(
      item('published', false, '2025'),
      item('published', true),
      item('fund', false),
      item('done', false),
    )
    expect(known).toMatchObject({
      status: 'ok',
      star: 3,
      items: { begun: true, done: true, published: true, fund: false, rules: null },
      next: { star: 4, needs: [{ metric: 'fund', op: 'item', wanted: true, have: false, missing: null }] },
    })
    // `fund` is named by a rule and nothing is known of it.
    expect(rated(item('published', true))).toMatchObject({ status: 'unknown', star: null, next: null })
  })
})
