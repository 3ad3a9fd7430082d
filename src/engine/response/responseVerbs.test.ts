import { expect, it } from 'vitest'
import { presentOf } from '#tests/city/engineInLine.ts'
import { createCityEngine } from '../createCityEngine'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const team = (id: string, longitude: number, latitude: number, properties: object = {}) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [longitude, latitude] },
  properties: { name: `队${id}`, ...properties },
})
/** A square whose corners lie this far from a place, degrees. */
const square = (id: string, [x, y]: readonly [number, number], half: number) => ({
  type: 'Feature',
  id,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x - half, y - half],
        [x + half, y - half],
        [x + half, y + half],
        [x - half, y + half],
        [x - half, y - half],
      ],
    ],
  },
  properties: {},
})

function openCity() {
  const engine = presentOf(createCityEngine({ publish: () => '', withdraw: () => {} }))
  const feed = (id: string, record: string) => ({ id, record, source: { type: 'geojson', url: `${id}.geojson` } })
  const opened = engine.openCatalog(
    bytes({
      version: 1,
      city: { code: '1', name: 'X', bounds: [116, 34, 118, 36] },
      feeds: [
        feed('teams', 'team'),
        feed('stock', 'generic'),
        feed('stores', 'store'),
        feed('zones', 'hazard'),
        feed('shelters', 'shelter'),
      ],
      indicators: [],
    }),
    null,
  )
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  const admit = (id: string, ...features: readonly object[]) =>
    engine.admit(id, bytes({ type: 'FeatureCollection', features }))
  admit('teams', team('far', 117, 35.02), team('near', 117, 35.01), team('b', 117.5, 35), team('a', 117.5, 35))
  admit('stock', { type: 'Feature', id: 'nowhere', geometry: null, properties: {} })
  admit('zones', square('flood', [117, 35], 0.015))
  return { ...engine, admit }
}

it('names what stands nearest in great-circle metres, ties by id, and leaves out what has no place or is not there', async () => {
  const engine = openCity()
  const found = await engine.nearest({ at: [117, 35], feeds: ['teams', 'stock', 'stores'], limit: 9 })
  expect(found.usable.map(({ feature: { id } }) => id)).toEqual(['near', 'far', 'a', 'b'])
  // One hundredth of a degree of latitude on R = 6 371 008.8 m: 0.01 · π / 180 · R = 1111.95 m.
  expect(found.usable[0]?.metres).toBeCloseTo(1111.95, 1)
  expect(found.usable[0]?.feature).toMatchObject({ feed: 'teams', record: 'team', name: '队near', at: [117, 35.01] })
})

it('never counts the feature asked from, and keeps to the number wanted', async () => {
  const engine = openCity()
  const from = { feed: 'teams', id: 'near' }
  const found = await engine.nearest({ at: [117, 35.01], feeds: ['teams'], limit: 1, from })
  expect(found.usable.map(({ feature: { id } }) => id)).toEqual(['far'])
})

it('sets apart what cannot be used now, with the reason, and lets it take nobody’s place', async () => {
  const engine = openCity()
  engine.admit('teams', team('out', 117, 35.001, { state: '出动' }), team('on call', 117, 35.03, { state: '待命' }))
  const found = await engine.nearest({ at: [117, 35], feeds: ['teams'], limit: 1 })
  expect(found.usable.map(({ feature: { id } }) => id)).toEqual(['on call'])
  expect(found.notUsable).toMatchObject([
    { feature: { id: 'out' }, reason: { code: 'not-on-call', zh: '状态为“出动”' } },
  ])
})

it('what lies in the area asked from, or holds the place asked from, is at distance 0', async () => {
  const engine = openCity()
  // The flood reaches to 35.015: the near team stands in it, the far one does not. The shelter’s ground holds the flood’s middle.
  engine.admit('shelters', square('ground', [117.001, 35], 0.004))
  const asked = { at: [117, 35] as const, feeds: ['teams', 'shelters'], limit: 9 }
  const metres = async (from?: { readonly feed: string; readonly id: string }) =>
    Object.fromEntries((await engine.nearest({ ...asked, from })).usable.map((near) => [near.feature.id, near.metres]))
  expect(await metres({ feed: 'zones', id: 'flood' })).toMatchObject({ near: 0, ground: 0 })
  expect((await metres({ feed: 'zones', id: 'flood' })).far).toBeGreaterThan(2000)
  const plain = await metres()
  expect(plain.near).toBeCloseTo(1111.95, 1)
  expect(plain.ground).toBe(0)
})
