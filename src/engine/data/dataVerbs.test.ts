import { describe, expect, it } from 'vitest'
import { presentOf } from '#tests/city/engineInLine.ts'
import { createCityEngine } from '../createCityEngine'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const square = (west: number, south: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 0.1, south],
      [west + 0.1, south + 0.1],
      [west, south + 0.1],
      [west, south],
    ],
  ],
})
const feature = (id: string, geometry: object, properties: object) => ({ type: 'Feature', id, geometry, properties })
const point = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] })

function openCity() {
  const engine = presentOf(createCityEngine({ publish: () => 'blob:x', withdraw: () => {} }))
  const feed = (id: string, record: string) => ({ id, record, source: { type: 'geojson', url: `${id}.geojson` } })
  const opened = engine.openCatalog(
    bytes({
      version: 1,
      city: { code: '000000', name: '示例县', bounds: [117, 35, 118, 36] },
      feeds: [{ ...feed('zones', 'zone'), sensitivity: 'internal' }, feed('schools', 'place'), feed('gone', 'place')],
      scopes: [
        { id: 'west', feed: 'zones', where: ['==', ['get', 'side'], 'west'] },
        { id: 'nowhere', feed: 'gone' },
      ],
      layers: [{ id: 'zones', feed: 'zones', group: 'ground', base: true, style: [{ type: 'line', paint: {} }] }],
      indicators: [],
    }),
    null,
  )
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  const admit = (id: string, ...features: readonly object[]) =>
    engine.admit(id, bytes({ type: 'FeatureCollection', features }))
  admit(
    'zones',
    feature('w', square(117.1, 35.1), { name: '西小学区', side: 'west' }),
    feature('e', square(117.7, 35.7), { name: '东区', side: 'east' }),
  )
  admit(
    'schools',
    feature('s1', point(117.15, 35.15), { name: '西小学', kind: '小学', pupils: 10 }),
    feature('s2', point(117.75, 35.75), { name: '东小学', kind: '小学', pupils: 20 }),
    feature('s3', point(117.16, 35.16), { name: '西中学', kind: '中学', pupils: 30 }),
  )
  return engine
}

describe('questions about features', () => {
  it('are asked of a scope, a condition, or both', async () => {
    const engine = openCity()
    const where = ['==', ['get', 'kind'], '小学']
    const ids = async (request: object) =>
      (await engine.rows({ feed: 'schools', columns: [], ...request })).rows.map(({ id }) => id)
    expect(await ids({})).toEqual(['s1', 's2', 's3'])
    expect(await ids({ scope: 'west' })).toEqual(['s1', 's3'])
    expect(await ids({ where })).toEqual(['s1', 's2'])
    expect(await ids({ where, scope: 'west' })).toEqual(['s1'])
    expect(await engine.breakdown({ feed: 'schools', by: 'kind', scope: 'west' })).toEqual([
      { value: '中学', count: 1 },
      { value: '小学', count: 1 },
    ])
    expect(await engine.total({ feed: 'schools', sum: 'pupils', scope: 'west' })).toEqual({ value: 40, features: 2 })
    await expect(ids({ where: ['+', 1, 2] })).rejects.toThrow()
  })

  it('of a feed that has not come in: no rows, and nothing known of its total', async () => {
    const engine = openCity()
    expect(await engine.rows({ feed: 'gone', columns: [] })).toEqual({ total: 0, rows: [] })
    expect(await engine.total({ feed: 'gone' })).toBeNull()
    expect(await engine.find('gone', 's1')).toBeNull()
  })

  it('find a feature by its id and by the number it has on the map', async () => {
    const engine = openCity()
    const found = await engine.find('schools', 's2')
    expect(found).toMatchObject({ feed: 'schools', id: 's2', record: 'place', name: '东小学', at: [117.75, 35.75] })
    expect(await engine.feature('schools', found?.mapId ?? 0)).toEqual(found)
    expect(await engine.find('schools', 's9')).toBeNull()
    expect(await engine.feature('schools', -1)).toBeNull()
  })

  it('say where a scope is: of its feed, what it selects', async () => {
    const engine = openCity()
    expect(await engine.scopeBounds('west')).toEqual(
      [117.1, 35.1, 117.2, 35.2].map((degrees) => expect.closeTo(degrees, 9)),
    )
    expect(await engine.scopeBounds('nowhere')).toBeNull()
    expect(await engine.scopeBounds('unheard of')).toBeNull()
  })

  it('say where rows without a name are, or all, by the zones of other feeds', async () => {
    const engine = openCity()
    engine.admit(
      'gone',
      bytes({
        type: 'FeatureCollection',
        features: [
          feature('n', point(117.15, 35.15), {}),
          feature('o', point(117.5, 35.5), { name: '' }),
          feature('p', point(117.75, 35.75), { name: '东点' }),
        ],
      }),
    )
    const places = async (feed: string, places?: 'unnamed' | 'all') =>
      (await engine.rows({ feed, columns: [], places })).rows.map(({ place }) => place)
    expect(await places('gone')).toEqual([undefined, undefined, undefined])
    expect(await places('gone', 'unnamed')).toEqual([
      { at: [117.15, 35.15], zone: { zh: '西小学区' } },
      { at: [117.5, 35.5], zone: null },
      undefined,
    ])
    expect((await places('gone', 'all'))[2]).toEqual({ at: [117.75, 35.75], zone: { zh: '东区' } })
    // A zone does not lie in itself.
    expect((await places('zones', 'all')).map((place) => place?.zone)).toEqual([null, null])
  })

  it('give the features of a condition as a file, which says what is not for everybody', async () => {
    const engine = openCity()
    const read = async (request: Parameters<typeof engine.featuresFile>[0]) =>
      JSON.parse(await (await engine.featuresFile(request)).text())
    expect(await read({ feed: 'schools', where: ['==', ['get', 'kind'], '小学'], scope: 'west' })).toEqual({
      type: 'FeatureCollection',
      datum: expect.objectContaining({ name: 'WGS84' }),
      features: [feature('s1', point(117.15, 35.15), { id: 's1', name: '西小学', kind: '小学', pupils: 10 })],
    })
    expect(await read({ feed: 'zones', datum: 'cgcs2000' })).toMatchObject({
      datum: { name: 'CGCS2000' },
      sensitivity: 'internal',
      features: [{ id: 'w' }, { id: 'e' }],
    })
  })
})
