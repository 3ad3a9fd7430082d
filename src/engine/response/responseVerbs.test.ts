import { expect, it } from 'vitest'
import { presentOf } from '#tests/city/engineInLine.ts'
import { createCityEngine } from '../createCityEngine'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const team = (id: string, longitude: number, latitude: number) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [longitude, latitude] },
  properties: { name: `队${id}` },
})

function openCity() {
  const engine = presentOf(createCityEngine({ publish: () => '', withdraw: () => {} }))
  const feed = (id: string, record: string) => ({ id, record, source: { type: 'geojson', url: `${id}.geojson` } })
  const opened = engine.openCatalog(
    bytes({
      version: 1,
      city: { code: '1', name: 'X', bounds: [116, 34, 118, 36] },
      feeds: [feed('teams', 'team'), feed('stock', 'generic'), feed('stores', 'store')],
      indicators: [],
    }),
    null,
  )
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  const admit = (id: string, ...features: readonly object[]) =>
    engine.admit(id, bytes({ type: 'FeatureCollection', features }))
  admit('teams', team('far', 117, 35.02), team('near', 117, 35.01), team('b', 117.5, 35), team('a', 117.5, 35))
  admit('stock', { type: 'Feature', id: 'nowhere', geometry: null, properties: {} })
  return engine
}

it('names what stands nearest in great-circle metres, ties by id, and leaves out what has no place or is not there', async () => {
  const engine = openCity()
  const found = await engine.nearest({ at: [117, 35], feeds: ['teams', 'stock', 'stores'], limit: 9 })
  expect(found.map(({ feature: { id } }) => id)).toEqual(['near', 'far', 'a', 'b'])
  // One hundredth of a degree of latitude on R = 6 371 008.8 m: 0.01 · π / 180 · R = 1111.95 m.
  expect(found[0]?.metres).toBeCloseTo(1111.95, 1)
  expect(found[0]?.feature).toMatchObject({ feed: 'teams', record: 'team', name: '队near', at: [117, 35.01] })
})

it('never counts the feature asked from, and keeps to the number wanted', async () => {
  const engine = openCity()
  const but = { feed: 'teams', id: 'near' }
  const found = await engine.nearest({ at: [117, 35.01], feeds: ['teams'], limit: 1, but })
  expect(found.map(({ feature: { id } }) => id)).toEqual(['far'])
})
