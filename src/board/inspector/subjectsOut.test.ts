import { expect, it } from 'vitest'
import { toCsv } from '#core/table/toCsv.ts'
import type { ExplainedMetric } from '#engine/engineApi.ts'
import type { Words } from '#i18n/useWords.ts'
import { gapFixture } from '../gaps/gapFixture'
import { subjectsOut } from './subjectsOut'

/** Keys stand for words. */
const words: Words = {
  t: ((key: string) => key.split('.').slice(-2).join('.')) as unknown as Words['t'],
  language: 'zh-CN',
  say: ({ zh }) => zh,
}

it('has a byte order mark, and says what and where each feature is, its exact share with the unit, its gap, and why it does not count', () => {
  const explained = {
    subjects: [
      { feed: 'areas', id: 'a1', mapId: 1, state: 'covered', value: 0.97 },
      { feed: 'areas', id: 'a2', mapId: 2, state: 'uncovered', value: 0.413 },
      { feed: 'areas', id: 'a3', mapId: 3, state: 'excluded', value: null, reason: 'ambiguous-ring' },
    ],
    names: { a1: { zh: '火车站' } },
    gapAreas: new Map([['a2', 1234.5]]),
  } as unknown as ExplainedMetric
  const method = { subjectValue: 'ratio' } as Parameters<typeof subjectsOut>[0]['method']
  const factsOf = ({ id }: { readonly id: string }) =>
    id === 'a3' ? undefined : { kind: '公园', at: [117.05, 35.1] as const }
  const people = (known: number | null) => ({ people: { people: known, atLeast: null } })
  const gaps = [
    gapFixture({ id: 'a2', part: 1, ...people(40), why: 'broken' }),
    gapFixture({ id: 'a2', part: 2, ...people(2.5), why: 'none-near' }),
    gapFixture({ id: 'a1', part: 1, ...people(null), why: 'broken' }),
    gapFixture({ id: 'a1', part: 2, ...people(7), why: 'broken' }),
  ]
  const csv = toCsv(subjectsOut({ explained, method, factsOf, gaps }, words, {}))
  expect(csv.charCodeAt(0)).toBe(0xfeff)
  expect(csv.slice(1).trimEnd().split('\r\n')).toEqual([
    'subjects.id,subjects.name,subjects.kind,subjects.state,subjects.value,subjects.unit,subjects.reason,table.longitude,table.latitude,table.gapArea,columns.peopleUnit,columns.why',
    'a1,火车站,公园,states.covered,0.97,units.ratio,,117.05,35.1,,,why.broken',
    'a2,,公园,states.uncovered,0.413,units.ratio,,117.05,35.1,1234.5,42.5,why.broken why.none-near',
    'a3,,,states.excluded,,,reasons.ambiguousRing,,,,,',
  ])
})
