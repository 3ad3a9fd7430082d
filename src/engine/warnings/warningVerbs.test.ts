import { describe, expect, it } from 'vitest'
import { presentOf } from '#tests/city/engineInLine.ts'
import { createCityEngine } from '../createCityEngine'

const NOW = Date.parse('2026-09-01T08:00:00+08:00')
const hour = (clock: string) => `2026-09-01T${clock}:00+08:00`

const box = (west: number, south: number, size: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
})
const point = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] })
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const collection = (...features: readonly (readonly [id: string, geometry: unknown, properties: object])[]) =>
  bytes({
    type: 'FeatureCollection',
    features: features.map(([id, geometry, properties]) => ({ type: 'Feature', id, geometry, properties })),
  })

const feed = (id: string, record: string) => ({ id, record, source: { type: 'geojson', url: `${id}.geojson` } })

/** A city under a clock that a test can move. */
function openCity() {
  const clock = { now: NOW }
  const engine = presentOf(createCityEngine({ publish: () => 'blob:x', withdraw: () => {}, clock: () => clock.now }))
  const opened = engine.openCatalog(
    bytes({
      version: 1,
      city: { code: '000000', name: '示例县', bounds: [117, 35, 118, 36] },
      feeds: [
        feed('warnings', 'warning'),
        feed('people', 'zone'),
        feed('schools', 'place'),
        feed('hazards', 'hazard'),
        feed('devices', 'device'),
      ],
      indicators: [],
    }),
    null,
  )
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  engine.admit(
    'warnings',
    collection(
      ['blue', box(117.5, 35.5, 0.1), { level: '蓝', time: hour('07:30'), until: hour('20:00') }],
      ['orange', box(117, 35, 0.1), { level: '橙', time: hour('06:00'), until: hour('12:00') }],
      ['over', box(117, 35, 0.1), { level: '红', time: hour('01:00'), until: hour('07:00') }],
      ['night', box(117, 35, 0.1), { level: '红', time: hour('07:00'), onset: hour('20:00') }],
    ),
  )
  engine.admit(
    'people',
    collection(['a', box(117.02, 35.02, 0.02), { people: 40 }], ['b', box(117.3, 35.3, 0.02), { people: 9 }]),
  )
  engine.admit(
    'schools',
    collection(
      ['s10', point(117.05, 35.05), { name: '第十小学', name_en: 'Tenth School' }],
      ['s2', point(117.06, 35.06), {}],
      ['far', point(117.9, 35.9), { name: '远处小学' }],
    ),
  )
  engine.admit(
    'hazards',
    collection(
      ['open', point(117.05, 35.05), { state: '整改中' }],
      ['closed', point(117.05, 35.05), { state: '已销号' }],
    ),
  )
  return { engine, clock }
}

const inside = [
  { feed: 'people', sum: 'people' },
  { feed: 'schools' },
  { feed: 'hazards', where: ['!=', ['get', 'state'], '已销号'] },
  { feed: 'devices' },
]

describe('the warnings in force', () => {
  it('stand by severity with what lies inside each, and those to come beside them', async () => {
    const { engine } = openCity()
    const { inForce, coming } = await engine.warningsInForce({ feed: 'warnings', inside })
    expect(inForce.map(({ id, level }) => [id, level])).toEqual([
      ['orange', '橙'],
      ['blue', '蓝'],
    ])
    expect(inForce[0]?.until).toBe(Date.parse(hour('12:00')))
    expect(inForce[0]?.inside.map(({ feed, count, sum }) => [feed, count, sum])).toEqual([
      ['people', 1, expect.closeTo(40, 6)],
      ['schools', 2, null],
      ['hazards', 1, null],
      // Nobody has read the devices: unknown, not none.
      ['devices', null, null],
    ])
    expect(inForce[1]?.inside.map(({ count }) => count)).toEqual([0, 0, 0, null])
    expect(coming.map(({ id, from }) => [id, from])).toEqual([['night', Date.parse(hour('20:00'))]])
  })

  it('go by the clock', async () => {
    const { engine, clock } = openCity()
    const standing = async () =>
      (await engine.warningsInForce({ feed: 'warnings', inside: [] })).inForce.map(({ id }) => id)
    clock.now = Date.parse(hour('12:00'))
    expect(await standing()).toEqual(['blue'])
    clock.now = Date.parse(hour('20:00'))
    expect(await standing()).toEqual(['night'])
  })
})

describe('the sheet of one warning', () => {
  it('names what lies inside, up to a limit, and counts all', async () => {
    const { engine } = openCity()
    const sheet = await engine.warningSheet({ feed: 'warnings', id: 'orange', inside: [{ feed: 'schools' }], limit: 1 })
    expect(sheet).toMatchObject([{ feed: 'schools', count: 2, features: [{ id: 's10', name: '第十小学' }] }])
    const all = await engine.warningSheet({ feed: 'warnings', id: 'orange', inside: [{ feed: 'schools' }], limit: 9 })
    expect(all?.[0]?.features.map(({ id, nameEn }) => [id, nameEn])).toEqual([
      ['s10', 'Tenth School'],
      ['s2', null],
    ])
  })

  it('names them in the order of a dictionary, numbers by their size', async () => {
    const { engine } = openCity()
    const names = ['城关第10小学', '城关第2小学', '安居小学', '兖矿小学']
    engine.admit(
      'schools',
      collection(...names.map((name, index) => [`s${index}`, point(117.05, 35.05), { name }] as const)),
    )
    const sheet = await engine.warningSheet({ feed: 'warnings', id: 'orange', inside: [{ feed: 'schools' }], limit: 9 })
    // By pinyin: ān, chéng, yǎn.
    expect(sheet?.[0]?.features.map(({ name }) => name)).toEqual([
      '安居小学',
      '城关第2小学',
      '城关第10小学',
      '兖矿小学',
    ])
  })

  it('is null for a warning that is not there', async () => {
    const { engine } = openCity()
    expect(await engine.warningSheet({ feed: 'warnings', id: 'gone', inside, limit: 5 })).toBeNull()
  })
})
