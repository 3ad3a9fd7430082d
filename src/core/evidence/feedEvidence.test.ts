import { expect, it } from 'vitest'
import { deepFreeze } from '#tests/city/deepFreeze.ts'
import { feedEvidence } from './feedEvidence'

const reason = (code: string) => ({ code, zh: `${code} 中`, en: `${code} en` })
const feed = deepFreeze({
  id: 'schools',
  title: { zh: '学校', en: 'Schools' },
  record: 'place',
  sensitivity: 'public',
  source: { url: 'schools.geojson' },
})

/** 08:00 of 1 September 2026 in Shanghai. */
const NOW = Date.UTC(2026, 8, 1)

it('of a feed that was read says what the door said, reasons by code and words', () => {
  const report = deepFreeze({
    id: 'schools',
    read: 4,
    accepted: 3,
    repaired: 1,
    quarantined: [{ index: 2, id: null, field: 'geometry', reason: reason('bad') }],
    notices: [{ reason: reason('closed'), count: 1, ids: ['s1'] }],
    asOf: Date.UTC(2026, 8, 1),
    sha256: 'ab',
    bytes: 9,
  })
  expect(feedEvidence({ feed, reading: { report } }, NOW)).toEqual({
    id: 'schools',
    title: { zh: '学校', en: 'Schools' },
    url: 'schools.geojson',
    record: 'place',
    sensitivity: 'public',
    sha256: 'ab',
    asOf: '2026-09-01T08:00:00+08:00',
    read: 4,
    accepted: 3,
    repaired: 1,
    quarantined: [{ index: 2, id: null, field: 'geometry', code: 'bad', reason: { zh: 'bad 中', en: 'bad en' } }],
    notices: [{ code: 'closed', reason: { zh: 'closed 中', en: 'closed en' }, count: 1, ids: ['s1'] }],
  })
})

it('of a feed that could not be read says why and where, and counts nothing', () => {
  const failure = deepFreeze({ reason: reason('not-json'), line: 3 })
  const { title: _, ...untitled } = feed
  expect(feedEvidence({ feed: untitled, reading: { failure, sha256: null } }, NOW)).toEqual({
    id: 'schools',
    title: { zh: 'schools' },
    url: 'schools.geojson',
    record: 'place',
    sensitivity: 'public',
    sha256: null,
    asOf: null,
    read: 0,
    accepted: 0,
    repaired: 0,
    quarantined: [],
    notices: [],
    error: { code: 'not-json', reason: { zh: 'not-json 中', en: 'not-json en' }, line: 3, byte: null },
  })
})

it('says by which clock times were judged only where some do not count and it was another than that of the row', () => {
  const report = (code: string, judgedAt: number) => ({
    id: 'schools',
    read: 1,
    accepted: 1,
    repaired: 0,
    quarantined: [],
    notices: [{ reason: reason(code), count: 1, ids: ['s1'] }],
    asOf: null,
    judgedAt,
    sha256: 'ab',
    bytes: 9,
  })
  const said = (code: string, judgedAt: number) =>
    feedEvidence({ feed, reading: { report: report(code, judgedAt) } }, NOW).now
  expect(said('time-ahead', NOW - 60_000)).toBe('2026-09-01T07:59:00+08:00')
  expect(said('time-placeholder', NOW - 60_000)).toBe('2026-09-01T07:59:00+08:00')
  expect(said('time-ahead', NOW)).toBeUndefined()
  expect(said('ring-closed', NOW - 60_000)).toBeUndefined()
})
