import { expect, test } from 'vitest'
import { wholeCatalog } from '#tests/city/wholeCatalog.ts'
import { bundledStandard } from './bundledStandard'
import { isSeenThrough, lensesOfMap, lensesOfRow } from './lenses'
import { feedInRole } from './roles'
import type { Catalog } from './schema'

const feed = (id: string, record: string, more: object = {}) => ({
  id,
  record,
  source: { type: 'geojson', url: `${id}.geojson` },
  ...more,
})

const catalogOf = (parts: object): Catalog =>
  wholeCatalog({
    version: 1,
    city: { code: '1', name: 'X', bounds: [0, 0, 1, 1] },
    feeds: [],
    indicators: [],
    ...parts,
  })

const row = (id: string) => bundledStandard().rows.find((one) => one.id === id)!
const COVERAGE = row('5g-key-area-coverage')

test('a catalog without lenses has the four themes of the plan', () => {
  const catalog = catalogOf({ maps: [{ id: 'm', lenses: ['qiangji', 'youzheng'] }] })
  expect(catalog.lenses.map(({ title }) => title?.zh)).toEqual(['优政', '惠民', '兴业', '强基'])
  expect(lensesOfMap(catalog, catalog.maps[0]!).map(({ id }) => id)).toEqual(['youzheng', 'qiangji'])
  expect([...lensesOfRow(catalog, COVERAGE, [])]).toEqual(['qiangji'])
})

test('a lens of one’s own names rows, layers and maps, or is named by them', () => {
  const catalog = catalogOf({
    feeds: [feed('a', 'place')],
    layers: [
      { id: 'one', feed: 'a' },
      { id: 'two', feed: 'a', lens: ['water'] },
      { id: 'three', feed: 'a' },
    ],
    maps: [{ id: 'm' }, { id: 'n', lenses: ['water'] }, { id: 'o' }],
    lenses: [{ id: 'water', rows: [COVERAGE.id], layers: ['one'], maps: ['m'] }, { id: 'green' }],
  })
  const seen = (lens: string | null) =>
    catalog.layers.filter((layer) => isSeenThrough(catalog, layer, lens)).map(({ id }) => id)
  expect(seen(null)).toEqual(['one', 'two', 'three'])
  expect(seen('water')).toEqual(['one', 'two', 'three'])
  expect(seen('green')).toEqual(['three'])
  expect(catalog.maps.map((map) => lensesOfMap(catalog, map).length)).toEqual([1, 1, 0])
  expect([...lensesOfRow(catalog, COVERAGE, [])]).toEqual(['water'])
  // Measured from a feed that layers of the lens show.
  expect([...lensesOfRow(catalog, row('smart-lighting-install-rate'), ['a'])]).toEqual(['water'])
})

test('a role is the feed the catalog names, else the first that fits', () => {
  const feeds = [
    feed('sheets', 'zone'),
    feed('grids', 'zone'),
    feed('blind', 'camera'),
    feed('seeing', 'camera', { footprint: { radius: 80 } }),
  ]
  const said = catalogOf({ feeds, roles: { grids: 'grids' } })
  expect(feedInRole(said, 'grids')?.id).toBe('grids')
  expect(feedInRole(catalogOf({ feeds }), 'grids')?.id).toBe('sheets')
  expect(feedInRole(said, 'cameras')?.id).toBe('seeing')
  expect(feedInRole(said, 'devices')).toBeUndefined()
})
