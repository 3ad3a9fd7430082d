import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { NOW } from '#core/model/world.ts'
import { toGcj02 } from '#feeds/crs/chinaOffset.ts'
import { createCityEngine } from '../createCityEngine'
import { isJobCancelled } from '../jobs/jobs'

const file = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../geodata/${name}.geojson`, import.meta.url)))
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const feed = (id: string, record: string, crs = 'wgs84') => ({
  ...{ id, record, crs, source: { type: 'geojson', url: `${id}.geojson` } },
})

/** Streets and cameras of the demonstration city; the second feed of cameras is shifted, and not said to be. */
function openCity(roads = true) {
  const engine = createCityEngine({ publish: () => '', withdraw: () => {} })
  const opened = engine.openCatalog(
    bytes({
      version: 1,
      city: { code: '000000', name: '示例县', bounds: [116.4, 35, 117.4, 35.7] },
      feeds: [
        feed('streets', 'road'),
        feed('roads-major', 'road'),
        feed('cameras', 'generic'),
        feed('shifted', 'generic'),
        feed('grid', 'generic', 'EPSG:4527'),
      ],
      indicators: [],
    }),
    null,
  )
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  if (roads) for (const id of ['streets', 'roads-major']) engine.admit(id, file(id))
  engine.admit('cameras', file('cameras'))
  const cameras = JSON.parse(new TextDecoder().decode(file('cameras')))
  for (const { geometry } of cameras.features) geometry.coordinates = toGcj02(geometry.coordinates)
  engine.admit('shifted', bytes(cameras))
  return engine
}

it('finds the feed that is shifted, and the system it is in', async () => {
  const found = await openCity().checkSystems(NOW, { job: 'a' })
  expect(found.roads).toEqual(['streets', 'roads-major'])
  expect(found.checked).toMatchObject([
    { feed: 'cameras', declared: 'wgs84', verdict: 'as-declared' },
    { feed: 'shifted', declared: 'wgs84', verdict: 'another', fits: [{ system: 'gcj02', sure: 1 }, {}, {}] },
  ])
})

it('says nothing without roads, and can be stopped', async () => {
  expect(await openCity(false).checkSystems(NOW, { job: 'a' })).toEqual({ roads: [], checked: [] })
  const engine = openCity()
  const asked = engine.checkSystems(NOW, { job: 'b' })
  engine.cancel('b')
  await expect(asked).rejects.toSatisfy(isJobCancelled)
})
