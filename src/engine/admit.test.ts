import { expect, it } from 'vitest'
import { capFile, withInfo } from '#feeds/protocols/cap/capFixture.ts'
import { presentOf } from '#tests/city/engineInLine.ts'
import { manualClock } from '#tests/city/manualClock.ts'
import { createCityEngine } from './createCityEngine'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const school = (id: string, pupils: number) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [117.5, 35.5] },
  properties: { pupils },
})
const collection = (...features: readonly object[]) => bytes({ type: 'FeatureCollection', features })

function openCity() {
  const urls = new Set<string>()
  let published = 0
  const engine = presentOf(
    createCityEngine({
      publish: () => {
        published += 1
        urls.add(`blob:${published}`)
        return `blob:${published}`
      },
      withdraw: (url) => void urls.delete(url),
    }),
  )
  const opened = engine.openCatalog(
    bytes({
      version: 1,
      city: { code: '000000', name: '示例县', bounds: [117, 35, 118, 36] },
      feeds: [{ id: 'schools', record: 'place', source: { type: 'geojson', url: 'schools.geojson' } }],
      indicators: [],
    }),
    null,
  )
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  const admit = (...features: readonly object[]) => {
    const admitted = engine.admit('schools', collection(...features))
    if (!admitted.ok) throw new Error(admitted.reason.en)
    return admitted
  }
  return { engine, urls, admit }
}

it('another reading of a feed has another URL, and the one before is withdrawn', async () => {
  const { urls, admit } = openCity()
  const first = admit(school('s1', 1))
  const second = admit(school('s1', 2))
  expect(second.mapUrl).not.toBe(first.mapUrl)
  expect([...urls]).toEqual([second.mapUrl])
  expect(second.report.accepted).toBe(1)
})

it('the same bytes again change nothing, not even the URL', async () => {
  const { urls, admit } = openCity()
  const first = admit(school('s1', 1))
  expect(admit(school('s1', 1))).toEqual(first)
  expect([...urls]).toEqual([first.mapUrl])
})

it('a reading that cannot be read leaves the one before in its place', async () => {
  const { engine, urls, admit } = openCity()
  const first = admit(school('s1', 1))
  const refused = engine.admit('schools', new TextEncoder().encode('{'))
  expect(refused.ok).toBe(false)
  expect([...urls]).toEqual([first.mapUrl])
  expect((await engine.rows({ feed: 'schools', columns: ['pupils'] })).rows).toMatchObject([{ id: 's1', cells: [1] }])
})

it('a feed that the catalog does not name, and an engine without a catalog, say so', async () => {
  const { engine } = openCity()
  expect(() => engine.admit('parks', collection())).toThrow('no feed parks in the catalog')
  const closed = presentOf(createCityEngine({ publish: () => '', withdraw: () => {} }))
  expect(() => closed.admit('schools', collection())).toThrow('no catalog is open')
})

it('an update of an alert that only an earlier reading had holds where that did, but where evidence is made of the feed', async () => {
  const update = {
    identifier: 'A2',
    sent: '2026-09-01T07:00:00+08:00',
    msgType: 'Update',
    references: 'met@example.gov.cn,A1,2026-09-01T06:00:00+08:00',
    ...withInfo({ area: undefined }),
  }
  const rows = [{ id: 'enterprises-on-cloud', metrics: { value: { method: 'count', of: 'warnings' } } }]
  for (const indicators of [[], rows]) {
    const { timers } = manualClock()
    const engine = presentOf(createCityEngine({ publish: () => '', withdraw: () => {}, timers }))
    engine.openCatalog(
      bytes({
        version: 1,
        city: { code: '000000', name: '示例县', bounds: [116.5, 34.5, 117.5, 35.5] },
        feeds: [{ id: 'warnings', record: 'warning', source: { type: 'cap', url: 'warnings.xml' } }],
        indicators,
      }),
      null,
    )
    for (const text of [capFile(), capFile(update)]) engine.admit('warnings', new TextEncoder().encode(text))
    const shape = await engine.shape('warnings', 'A2')
    expect(shape?.type).toBe(indicators.length === 0 ? 'Polygon' : undefined)
  }
})
