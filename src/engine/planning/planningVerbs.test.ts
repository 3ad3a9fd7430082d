import type { Feature } from 'geojson'
import { describe, expect, it } from 'vitest'
import { NOW, type PlanWorld } from '#core/model/world.ts'
import { createCityEngine } from '../createCityEngine'

const ROW = '5g-key-area-coverage'
const SHEETS = 'multi-scale-topographic-coverage'
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const feedOf = (id: string, record: string, more: object = {}) => ({
  ...{ id, record, source: { type: 'geojson', url: `${id}.geojson` } },
  ...more,
})

/** A square of a hundredth of a degree: some 910 m by 1110 m. */
const square = (id: string, west: number, properties: object, width = 0.01) => ({
  type: 'Feature',
  id,
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 35],
        [west + width, 35],
        [west + width, 35.01],
        [west, 35.01],
        [west, 35],
      ],
    ],
  },
})
const site = (id: string, at: readonly number[]) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: at },
  properties: { range_m: 2000 },
})

async function openCity(published: string[] = []) {
  const publish = (bytesOf: () => Uint8Array) => `blob:${published.push(new TextDecoder().decode(bytesOf())) - 1}`
  const engine = createCityEngine({ publish, withdraw: () => {} })
  const opened = engine.openCatalog(
    bytes({
      version: 1,
      city: {
        code: '000000',
        name: '示例县',
        bounds: [116, 34.5, 117, 35.5],
        clock: { start: '2026-09-01T08:00:00+08:00' },
      },
      roles: { people: { feed: 'homes', value: ['get', 'people'] }, towns: 'towns' },
      feeds: [
        feedOf('areas', 'place', { owner: '市公安局' }),
        feedOf('sites', 'site', { footprint: { radius: ['get', 'range_m'] } }),
        feedOf('homes', 'zone'),
        feedOf('towns', 'zone'),
        feedOf('schools', 'place'),
        feedOf('surveys', 'sheet'),
        feedOf('streets', 'road'),
      ],
      indicators: [
        { id: ROW, metrics: { value: { method: 'covered', subjects: 'areas', by: 'sites' } } },
        { id: SHEETS, metrics: { value: { method: 'area', region: 'towns', by: 'surveys' } } },
      ],
    }),
    null,
  )
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  const admit = (feed: string, ...features: readonly object[]) => {
    const admission = engine.admit(feed, bytes({ type: 'FeatureCollection', asOf: '2026-08-01', features }))
    if (!admission.ok) throw new Error(admission.reason.en)
  }
  admit('areas', square('west', 116.1, { name: '西园' }), square('east', 116.3, { name: '东园' }))
  admit('sites', site('s', [116.305, 35.005]))
  admit('homes', square('h1', 116.1, { people: 300 }), square('h2', 116.3, { people: 40 }))
  admit('towns', square('t', 116.0, { name: '一镇' }, 0.5))
  admit('schools', { ...site('school', [116.102, 35.002]) })
  admit('surveys', square('v', 116.0, { year: 2025 }, 0.25))
  admit('streets', {
    type: 'Feature',
    id: 'l',
    properties: {},
    geometry: {
      type: 'LineString',
      coordinates: [
        [116.28, 35.005],
        [116.3, 35.005],
      ],
    },
  })
  return engine
}

const GAPS = { scope: null, indicator: ROW, metric: 'value' }
const PLAN: PlanWorld = {
  kind: 'plan',
  base: NOW,
  title: '西移',
  edits: [{ feed: 'sites', id: 's', move: [116.105, 35.005] }],
}

describe('the gaps of a metric', () => {
  it('come with people, places, town, unit and reason', async () => {
    const engine = await openCity()
    const list = await engine.gapList(NOW, GAPS)
    expect(list).toMatchObject({ people: 'read', peopleTime: Date.parse('2026-08-01T00:00:00+08:00') })
    expect(list.totals).toEqual({ people: { people: 300, atLeast: null }, ofPeople: 340, places: { schools: 1 } })
    expect(list.gaps).toHaveLength(1)
    expect(list.gaps[0]).toMatchObject({
      ...{
        id: 'west',
        name: { zh: '西园' },
        passes: false,
        towns: [{ zh: '一镇' }],
        unit: '市公安局',
        why: 'none-near',
      },
      places: { schools: 1 },
      nearest: [{ feed: 'sites', id: 's', refusal: null }],
    })
  })

  it('are those of the world asked about, however the questions are mixed', async () => {
    const engine = await openCity()
    const ids = async (world: typeof NOW | PlanWorld) => (await engine.gapList(world, GAPS)).gaps.map(({ id }) => id)
    expect(await Promise.all([ids(NOW), ids(PLAN), ids(NOW)])).toEqual([['west'], ['east'], ['west']])
    expect((await engine.gapList(PLAN, GAPS)).totals.people).toEqual({ people: 40, atLeast: null })
  })

  it('are listed in the order in which the map draws them, those of a region piece by piece', async () => {
    const published: string[] = []
    const engine = await openCity(published)
    const asked = { scope: null, indicator: SHEETS, metric: 'value' }
    const split: PlanWorld = {
      ...PLAN,
      // A survey in the middle of what was open parts it: 0.05 and 0.1 degrees wide.
      edits: [{ feed: 'surveys', put: { ...square('w', 116.35, {}, 0.1), type: 'Feature' } as Feature }],
    }
    for (const [world, parts] of [
      [NOW, [undefined]],
      [split, [1, 2]],
    ] as const) {
      const { gapsUrl, gapCount } = await engine.explain(world, asked)
      const { features } = JSON.parse(published[Number(gapsUrl.slice(5))] ?? '')
      const { gaps } = await engine.gapList(world, asked)
      expect(features.map(({ properties }: Feature) => properties?.part)).toEqual(parts)
      expect(gaps.map(({ part, area }) => [part ?? undefined, area])).toEqual(
        features.map(({ properties }: Feature) => [properties?.part, properties?.area_m2]),
      )
      expect(gapCount).toBe(parts.length)
      expect(gaps.every(({ itself }) => !itself)).toBe(true)
    }
    const [large, small] = (await engine.gapList(split, asked)).gaps
    expect((large?.area ?? 0) / (small?.area ?? 1)).toBeCloseTo(2, 6)
  })

  it('stop where they are cancelled', async () => {
    const engine = await openCity()
    const asked = engine.gapList(NOW, { ...GAPS, job: 'j' })
    engine.cancel('j')
    await expect(asked).rejects.toMatchObject({ name: 'JobCancelled' })
  })

  it('are a file that says the same', async () => {
    const engine = await openCity()
    const { features } = JSON.parse(await (await engine.gapFile(NOW, GAPS)).text())
    expect(features).toHaveLength(1)
    expect(features[0].properties).toMatchObject({
      subject: 'west',
      people: 300,
      why: 'none-near',
      places: { schools: 1 },
    })
  })
})

describe('continuity and sheets', () => {
  it('of what covers the subjects of a metric, by zone', async () => {
    const engine = await openCity()
    const asked = { ...GAPS, zones: 'towns', streets: ['streets'] }
    const {
      zones: [zone],
      unread,
    } = (await engine.continuity(NOW, asked))!
    expect(unread).toEqual([])
    // The disc of 2 km reaches 0.02196° west of 116.305.
    expect(zone).toMatchObject({ name: { zh: '一镇' }, holes: 2 })
    expect(zone!.streets!.uncovered / zone!.streets!.length).toBeCloseTo((116.305 - 0.02196 - 116.28) / 0.02, 2)
    const {
      zones: [moved],
    } = (await engine.continuity(PLAN, asked))!
    expect(moved!.streets!.uncovered).toBe(moved!.streets!.length)
    expect(await engine.continuity(NOW, { ...asked, streets: [] })).toMatchObject({ zones: [{ streets: null }] })
    // Streets of one feed are not all streets.
    const part = await engine.continuity(NOW, { ...asked, streets: ['streets', 'lanes'] })
    expect(part).toMatchObject({ unread: ['lanes'], zones: [{ streets: zone!.streets }] })
    const none = await engine.continuity(NOW, { ...asked, streets: ['lanes'] })
    expect(none).toMatchObject({ unread: ['lanes'], zones: [{ streets: null }] })
    // Zones that did not come in are not zones that are none.
    await expect(engine.continuity(NOW, { ...asked, zones: 'wards' })).rejects.toThrow('feed-unreadable:wards')
  })

  it('are drawn up for a metric of a region, and for none else', async () => {
    const engine = await openCity()
    const asked = { scope: null, indicator: SHEETS, metric: 'value', scale: 2000, oldYears: 5 } as const
    const found = await engine.sheetCheck(NOW, asked)
    expect(found?.covered).toBeCloseTo(0.5, 6)
    expect((await engine.sheetCheck(NOW, { ...asked, oldYears: 0 }))?.states.covered).toBe(0)
    expect(await engine.sheetCheck(NOW, { ...asked, indicator: ROW })).toBeNull()
  })
})
