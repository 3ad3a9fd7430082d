import { describe, expect, it } from 'vitest'
import { presentOf } from '#tests/city/engineInLine.ts'
import { createCityEngine } from '../createCityEngine'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.parse('2026-09-29T12:00:00+08:00')
const ago = (hours: number): string => new Date(NOW - hours * HOUR).toISOString()
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

type Properties = Readonly<Record<string, unknown>>
const collection = (cases: readonly (readonly [id: string, place: readonly number[], properties: Properties])[]) =>
  bytes({
    type: 'FeatureCollection',
    features: cases.map(([id, coordinates, properties]) => ({
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates },
      properties: { id, time: ago(0), ...properties },
    })),
  })

const centre = [117.5, 35.5]
const history = (...steps: readonly (readonly [hours: number, verb: string, stage: string])[]) =>
  steps.map(([hours, verb, stage]) => ({ at: ago(hours), verb, stage }))

/** A case registered and handled since, round the clock: due 10 hours after registration, 4 at 处置. */
const handled = (hours: number, more: Properties = {}): Properties => ({
  stage: '处置',
  unit: '甲',
  class: '市容环境',
  code: '0101',
  history: history([hours, 'report', '上报'], [hours, 'register', '立案'], [hours, 'handle', '处置']),
  ...more,
})
const closed = (opened: number, done: number, unit = '甲', more: Properties = {}): Properties => ({
  stage: '结案',
  unit,
  class: '市容环境',
  history: history([opened, 'report', '上报'], [opened, 'register', '立案'], [done, 'close', '结案']),
  ...more,
})

function openCity() {
  const clock = { now: NOW }
  const texts = new Map<string, string>()
  let published = 0
  const engine = presentOf(
    createCityEngine({
      publish(bytesOf) {
        published += 1
        const url = `blob:${published}`
        texts.set(url, new TextDecoder().decode(bytesOf()))
        return url
      },
      withdraw: (url) => void texts.delete(url),
      clock: () => clock.now,
    }),
  )
  const limits = { limits: { 处置: 240 }, whole: 600, roundTheClock: true, dueSoon: 0.25 }
  const opened = engine.openCatalog(
    bytes({
      version: 1,
      city: { code: '000000', name: '示例县', bounds: [117, 35, 118, 36] },
      feeds: [
        {
          id: 'cases',
          record: 'case',
          source: { type: 'geojson', url: 'cases.geojson' },
          clock: limits,
          archive: 'past',
        },
        { id: 'past', record: 'case', source: { type: 'geojson', url: 'past.geojson' } },
        { id: 'bare', record: 'case', source: { type: 'geojson', url: 'bare.geojson' } },
        { id: 'zones', record: 'zone', source: { type: 'geojson', url: 'zones.geojson' } },
      ],
      scopes: [{ id: 'west', feed: 'zones' }],
      indicators: [],
    }),
    null,
  )
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  const ring = [
    [117, 35],
    [117.55, 35],
    [117.55, 36],
    [117, 36],
    [117, 35],
  ]
  engine.admit(
    'zones',
    bytes({ type: 'Feature', id: 'w', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }),
  )
  return { engine, clock, texts }
}

describe('reminders', () => {
  const cases = collection([
    ['calm', centre, handled(1, { name: '暴露垃圾', name_en: 'Litter' })],
    ['soon', centre, handled(3.5)],
    ['late', [117.9, 35.5], handled(6)],
    ['latest', centre, handled(9)],
    ['done', centre, closed(30, 2)],
  ])

  it('are the most pressing first, counted as a whole, within the scope', async () => {
    const { engine } = openCity()
    engine.admit('cases', cases)
    const all = await engine.reminders({ feed: 'cases', scope: null, limit: 2 })
    expect(all).toMatchObject({ overdue: 2, dueSoon: 1, unlimited: 0 })
    // 9 hours of 4 are more than 6 of 4; half an hour of 4 is left to `soon`.
    expect(all.first.map(({ id, remaining, advice }) => [id, remaining, advice])).toEqual([
      ['latest', -300, 'urge'],
      ['late', -120, 'urge'],
    ])
    const west = await engine.reminders({ feed: 'cases', scope: 'west', limit: 9 })
    expect(west.first.map(({ id }) => id)).toEqual(['latest', 'soon'])
  })

  it('follow the clock', async () => {
    const { engine, clock } = openCity()
    engine.admit('cases', cases)
    clock.now = NOW + 2 * HOUR
    expect((await engine.reminders({ feed: 'cases', scope: null, limit: 9 })).first.map(({ id }) => id)).toEqual([
      'latest',
      'late',
      'soon',
      'calm',
    ])
  })

  it('of a case that begins ahead of now there is none, and it is said until the clock has come to it', async () => {
    const { engine, clock } = openCity()
    engine.admit('cases', collection([['ahead', centre, handled(-1)]]))
    const ask = () => engine.reminders({ feed: 'cases', scope: null, limit: 9 })
    expect(await ask()).toMatchObject({ overdue: 0, dueSoon: 0, unlimited: 0, ahead: 1, first: [] })
    // Ten minutes ahead are those of a clock that runs fast.
    clock.now = NOW + 50 * 60_000
    expect(await ask()).toMatchObject({ ahead: 0, first: [] })
    // Four hours from its beginning.
    clock.now = NOW + 6 * HOUR
    expect(await ask()).toMatchObject({ overdue: 1, ahead: 0 })
  })

  it('of a feed without limits there are none, and it is said', async () => {
    const { engine } = openCity()
    engine.admit('bare', cases)
    expect(await engine.reminders({ feed: 'bare', scope: null, limit: 9 })).toEqual({
      overdue: 0,
      dueSoon: 0,
      unlimited: 4,
      ahead: 0,
      first: [],
    })
  })
})

describe('the sheet of a case', () => {
  it('has its clock and what may be the same matter', async () => {
    const { engine } = openCity()
    engine.admit(
      'cases',
      collection([
        ['a', centre, handled(2)],
        ['b', centre, handled(5, { name: '暴露垃圾' })],
        ['other', centre, handled(2, { code: '0501', class: '街面秩序' })],
      ]),
    )
    const sheet = await engine.caseSheet('cases', 'a')
    expect(sheet?.clock.current).toMatchObject({ stage: '处置', used: 120, remaining: 120 })
    // Three hours of 24 take 0.5 · 3 / 24 = 0.0625.
    expect(sheet?.duplicates).toMatchObject([{ id: 'b', name: '暴露垃圾', stage: '处置', minutes: 180, score: 0.9375 }])
    expect(await engine.caseSheet('cases', 'nobody')).toBeNull()
  })
})

describe('cases that may be one matter', () => {
  it('stand in groups, the largest first; closed ones are in none', async () => {
    const { engine } = openCity()
    const far = [117.6, 35.6]
    engine.admit(
      'cases',
      collection([
        ['a', centre, handled(2)],
        ['b', centre, handled(5)],
        ['c', centre, handled(6)],
        ['x', far, handled(1)],
        ['y', far, handled(1.5)],
        ['done', far, closed(3, 1)],
        ['alone', [117.2, 35.2], handled(1)],
      ]),
    )
    const found = await engine.duplicates({ feed: 'cases', scope: null, limit: 1 })
    expect(found.groups).toBe(2)
    expect(found.first.map(({ cases }) => cases.map(({ id }) => id).sort())).toEqual([['a', 'b', 'c']])
    // From 2 to 6 hours ago; the likeliest are 5 and 6 hours: 1 − 0.5 / 24.
    expect(found.first[0]).toMatchObject({ metres: 0, minutes: 240, score: 1 - 0.5 / 24 })
    expect((await engine.duplicates({ feed: 'cases', scope: 'west', limit: 9 })).groups).toBe(1)
  })
})

describe('a group of cases that may be one matter', () => {
  it('is as wide as its widest pair, and as likely as its likeliest', async () => {
    const { engine } = openCity()
    engine.admit(
      'cases',
      collection([
        ['a', centre, handled(2)],
        ['b', [117.5, 35.5002], handled(2)],
        ['c', centre, handled(4)],
      ]),
    )
    const [group] = (await engine.duplicates({ feed: 'cases', scope: null, limit: 9 })).first
    // 0.0002° of latitude: 0.0002 · 111 195 m. From 2 to 4 hours ago; `a` and `b` were reported at once, `a` and `c` at
    // one place: the likelier pair of the two is the measure of the group.
    expect(group?.metres).toBeCloseTo(22.239, 2)
    expect(group?.minutes).toBe(120)
    const alone = async (id: string) =>
      (await engine.caseSheet('cases', id))?.duplicates.map(({ score }) => score) ?? []
    expect(group?.score).toBe(Math.max(...(await alone('a')), ...(await alone('b')), ...(await alone('c'))))
    expect(Math.min(...(await alone('b')))).toBeLessThan(group?.score ?? 0)
  })
})

describe('figures of a period', () => {
  it('take the archive in, a case that is in both once, and say since when there is a record', async () => {
    const { engine } = openCity()
    engine.admit(
      'cases',
      collection([
        ['both', centre, closed(30, 24)],
        ['open', centre, handled(20)],
      ]),
    )
    engine.admit(
      'past',
      collection([
        ['both', centre, closed(30, 24)],
        // 12 hours of 10: late.
        ['late', centre, closed(40, 28, '乙')],
        ['before', centre, closed(9 * 24, 9 * 24 - 1)],
      ]),
    )
    const { all, groups, since } = await engine.caseKpis({ feed: 'cases', by: 'unit', scope: null, days: 7 })
    expect(all.now).toMatchObject({ registered: 3, closed: 2 })
    // `both` in time; `late` and the open one, due 10 hours ago, not.
    expect(all.now.onTime).toMatchObject({ numerator: 1, denominator: 3 })
    expect(all.before.onTime).toMatchObject({ numerator: 1, denominator: 1 })
    expect(groups.map(({ key, now }) => [key, now.registered])).toEqual([
      ['甲', 2],
      ['乙', 1],
    ])
    expect(since).toBe(NOW - 9 * DAY)
  })

  it('before any case is read, nothing is known', async () => {
    const { engine } = openCity()
    const answer = await engine.caseKpis({ feed: 'cases', by: 'class', scope: null, days: 7 })
    expect(answer).toMatchObject({ since: null, groups: [] })
    expect(answer.all.now.onTime.value).toBeNull()
  })
})

describe('hot spots', () => {
  const request = { feed: 'cases', scope: null, hours: 6, weeks: 4, radius: 400 }
  const now = Array.from({ length: 4 }, (_, index) => [`n${index}`, centre, handled(1)] as const)

  it('are drawn under a URL that stays until the cells change', async () => {
    const { engine, texts } = openCity()
    engine.admit('cases', collection([...now, ['alone', [117.6, 35.6], handled(1)]]))
    engine.admit('past', collection([['old', [117.9, 35.9], closed(5 * 7 * 24, 5 * 7 * 24 - 1)]]))
    const first = await engine.hotSpots(request)
    expect(first.weeks).toBe(4)
    expect(first.cells.map(({ now, state, cases }) => [now, state, cases.length])).toEqual([
      [4, 'emerging', 4],
      [1, 'usual', 1],
    ])
    // The grid lies around the middle of the city.
    expect(first.cells[0]?.id).toBe('0:0')
    const drawn = JSON.parse(texts.get(first.url) ?? '')
    expect(drawn.features).toHaveLength(1)
    expect(drawn.features[0].properties).toMatchObject({ now: 4, usual: 0, class: '市容环境' })
    expect((await engine.hotSpots(request)).url).toBe(first.url)
    // Another question has cells of its own.
    const none = await engine.hotSpots({ ...request, hours: 1 / 2 })
    expect(none.url).not.toBe(first.url)
    expect(texts.has(first.url)).toBe(true)
    engine.admit('cases', collection(now.slice(0, 3)))
    const fewer = await engine.hotSpots(request)
    expect(JSON.parse(texts.get(fewer.url) ?? '').features[0].properties.now).toBe(3)
    expect(texts.has(first.url)).toBe(false)
  })

  it('without an archive nothing is known to be unusual', async () => {
    const { engine } = openCity()
    engine.admit('cases', collection(now))
    expect(await engine.hotSpots(request)).toMatchObject({
      weeks: 0,
      cells: [{ now: 4, state: 'unknown', usual: null }],
    })
  })
})
