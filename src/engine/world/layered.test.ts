import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edit } from '#core/model/world.ts'
import { admitFeed } from '#feeds/door/admitFeed.ts'
import { createFeedStore } from '#feeds/store/createFeedStore.ts'
import { deepFreeze } from '#tests/city/deepFreeze.ts'
import { wholeCatalog } from '#tests/city/wholeCatalog.ts'
import { layered } from './layered'

const catalog = deepFreeze(
  wholeCatalog({
    version: 1,
    city: { code: '1', name: 'X', bounds: [116, 35, 118, 36] },
    feeds: [
      {
        id: 'sites',
        record: 'site',
        source: { type: 'geojson', url: 's' },
        crs: 'gcj02',
        fields: { id: 'BM', name: 'MC' },
        footprint: { radius: ['get', 'range_m'] },
      },
      { id: 'plain', record: 'place', source: { type: 'geojson', url: 'p' } },
    ],
    indicators: [],
  }),
)
const site = (BM: string, longitude: number, range_m: number) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [longitude, 35.5] },
  properties: { BM, MC: `站${BM}`, range_m },
})

function base() {
  const store = createFeedStore()
  const [feed, plain] = catalog.feeds
  if (!feed || !plain) throw new Error('two feeds')
  const bytes = (features: readonly unknown[]) =>
    new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))
  const sites = admitFeed(bytes([site('a', 117, 300), site('b', 117.1, 200)]), feed, catalog.city, 0)
  const places = admitFeed(bytes([]), plain, catalog.city, 0)
  if (!sites.ok || !places.ok) throw new Error('refused')
  store.put({ id: 'sites', record: 'site', hasFootprint: true, mapUrl: '', ...deepFreeze(sites) })
  store.put({ id: 'plain', record: 'place', hasFootprint: false, mapUrl: '', ...deepFreeze(places) })
  return store
}
const put = (id: string, properties: Record<string, unknown> = { range_m: 100 }): Edit => ({
  feed: 'sites',
  put: { type: 'Feature', id, geometry: { type: 'Point', coordinates: [117.2, 35.5] }, properties },
})

describe('edits laid over feeds', () => {
  it('take what is written as WGS84 with canonical names, and judge it as the door does', () => {
    const { feeds, faults } = layered(
      base(),
      [
        put('new', { name: '新站', range_m: 150 }),
        { feed: 'sites', id: 'a', move: [117.3, 35.4] },
        { feed: 'sites', id: 'b', patch: { range_m: 250, MC: null } },
        put('bad', { range_m: -1 }),
      ],
      catalog,
    )
    // Not shifted from GCJ-02, and the name is the canonical one.
    expect(feeds.find('sites', 'new')).toMatchObject({
      geometry: { coordinates: [117.2, 35.5] },
      properties: { id: 'new', name: '新站' },
      footprint: { radius: 150 },
    })
    expect(feeds.find('sites', 'a')).toMatchObject({
      geometry: { coordinates: [117.3, 35.4] },
      footprint: { radius: 300 },
    })
    expect(feeds.find('sites', 'b')).toMatchObject({ footprint: { radius: 250 }, properties: { name: '站b' } })
    expect(feeds.find('sites', 'b')?.properties).not.toHaveProperty('MC')
    expect(feeds.get('sites')?.report.accepted).toBe(3)
    expect(faults).toMatchObject([{ number: 4, feed: 'sites', id: 'bad', field: 'footprint.radius' }])
  })

  it('give a feature the footprint that comes with it, which stays when it is moved', () => {
    const own = { radius: 77, azimuth: 90, beamwidth: 120 }
    const edits: Edit[] = [
      { ...put('new', {}), footprint: own },
      { feed: 'sites', id: 'new', move: [117.4, 35.5] },
    ]
    const { feeds, faults } = layered(base(), edits, catalog)
    expect(faults).toEqual([])
    expect(feeds.find('sites', 'new')).toMatchObject({ geometry: { coordinates: [117.4, 35.5] }, footprint: own })
  })

  it('leave features and feeds they are not about the objects they are, and the base as it was', () => {
    const store = base()
    const before = store.get('sites')
    const { feeds } = layered(store, [{ feed: 'sites', id: 'b', drop: true }], catalog)
    expect(feeds.find('sites', 'a')).toBe(store.find('sites', 'a'))
    expect(feeds.get('plain')).toBe(store.get('plain'))
    expect(feeds.find('sites', 'b')).toBeUndefined()
    expect(store.get('sites')).toBe(before)
  })

  it('keep the number on the map of a feature that is dropped and put again', () => {
    const store = base()
    const { feeds } = layered(store, [{ feed: 'sites', id: 'b', drop: true }, put('b')], catalog)
    expect(feeds.find('sites', 'b')?.mapId).toBe(store.find('sites', 'b')?.mapId)
  })

  const id = fc.constantFrom('a', 'b', 'c', 'd')
  const longitude = fc.integer({ min: 1165, max: 1175 }).map((tenths) => tenths / 10)
  const edit = fc.oneof(
    fc.record({ id, range: fc.integer({ min: 0, max: 500 }), own: fc.boolean() }).map(
      ({ id: key, range, own }): Edit => ({
        ...put(key, { range_m: range }),
        ...(own && { footprint: { radius: range + 1, azimuth: null, beamwidth: null } }),
      }),
    ),
    id.map((key): Edit => ({ feed: 'sites', id: key, drop: true })),
    fc.record({ id, range: fc.integer({ min: 0, max: 500 }) }).map(
      ({ id: key, range }): Edit => ({
        feed: 'sites',
        id: key,
        patch: { range_m: range, kind: range % 2 ? null : 'k' },
      }),
    ),
    fc.record({ id, at: longitude }).map(({ id: key, at }): Edit => ({ feed: 'sites', id: key, move: [at, 35.5] })),
  )

  it('come with edits that take them all back: every feature is again what it was', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        const store = base()
        const there = layered(store, edits, catalog)
        const made = edits.filter((_, at) => !there.faults.some(({ number }) => number === at + 1))
        const back = layered(store, [...made, ...there.inverses], catalog)
        expect(back.faults).toEqual([])
        const features = back.feeds.get('sites')?.features.toSorted((one, other) => (one.id < other.id ? -1 : 1))
        expect(features).toEqual(store.get('sites')?.features)
      }),
    )
  })
})
