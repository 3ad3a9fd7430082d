import { expect, it } from 'vitest'
import { NOW, type PlanWorld } from '#core/model/world.ts'
import { createCityEngine } from '../createCityEngine'
import { isJobCancelled } from '../jobs/jobs'

const ROW = '5g-key-area-coverage'
const VIDEO = 'video-surveillance-completeness'
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const feedOf = (id: string, record: string, more: object = {}) => ({
  ...{ id, record, source: { type: 'geojson', url: `${id}.geojson` } },
  ...more,
})
const pointOf = (id: string, west: number, properties: object) => ({
  type: 'Feature',
  id,
  properties,
  geometry: { type: 'Point', coordinates: [west, 35] },
})
/** A hundredth of a degree is 910 m there: a site reaches its own place and no other. */
const site = (id: string, west: number, more: object = {}) => pointOf(id, west, { range_m: 500, ...more })

/**
 * Of five areas `a` is served by s1 alone, `b` by s2 and s3, `c` by s4 alone, `d` by s5 alone, `e` by one that is closed. 80 % are
 * more stars than 60 %. The hall of the other row lies at `c`.
 */
async function openCity() {
  const engine = createCityEngine({ publish: () => 'blob:1', withdraw: () => {} })
  const opened = engine.openCatalog(
    bytes({
      version: 1,
      city: { code: '000000', name: '示例县', bounds: [116, 34.5, 117, 35.5] },
      feeds: [
        feedOf('areas', 'place'),
        feedOf('halls', 'place'),
        feedOf('sites', 'site', { footprint: { radius: ['get', 'range_m'] } }),
      ],
      indicators: [
        {
          id: ROW,
          metrics: {
            value: { method: 'covered', subjects: 'areas', by: 'sites', byWhere: ['!=', ['get', 'closed'], true] },
          },
        },
        {
          id: VIDEO,
          metrics: { hd_area_coverage: { method: 'near', subjects: 'halls', by: 'sites', metres: 100 } },
        },
      ],
    }),
    null,
  )
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  const admit = (feed: string, ...features: readonly object[]) =>
    engine.admit(feed, bytes({ type: 'FeatureCollection', features }))
  admit(
    'areas',
    ...[pointOf('a', 116.5, { people: 10 }), pointOf('b', 116.51, { people: 20 }), pointOf('c', 116.52, { people: 5 })],
    ...[pointOf('d', 116.53, { people: 40 }), pointOf('e', 116.54, {})],
  )
  admit('halls', pointOf('c', 116.52, { people: 1 }))
  admit(
    'sites',
    ...[site('s1', 116.5), site('s2', 116.51), site('s3', 116.511), site('s4', 116.52), site('s5', 116.53)],
    site('s6', 116.54, { closed: true }),
  )
  return engine
}

it('ranks the sites without which something no longer counts, by stars, weight and places', async () => {
  const engine = await openCity()
  const found = await engine.singlePoints(NOW, { scope: null, feed: 'sites', weight: 'people' })
  expect(found.metrics).toEqual([
    { indicator: VIDEO, metric: 'hd_area_coverage' },
    { indicator: ROW, metric: 'value' },
  ])
  const [full, less] = [await starOf(engine, []), await starOf(engine, ['s1'])]
  expect(full).not.toBe(less)
  const rows = [{ indicator: ROW, before: full, after: less }]
  const area = (id: string) => ({ feed: 'areas', id })
  expect(found.points).toEqual([
    { id: 's5', mapId: expect.any(Number), rows, starsLost: full! - less!, places: [area('d')], weight: 40 },
    { id: 's1', mapId: expect.any(Number), rows, starsLost: full! - less!, places: [area('a')], weight: 10 },
    // Both rows: an area and a hall of one id, each a place of its own.
    {
      ...{ id: 's4', mapId: expect.any(Number), rows, starsLost: full! - less!, weight: 6 },
      places: [{ feed: 'halls', id: 'c' }, area('c')],
    },
  ])
})

it('is about the world it is asked in', async () => {
  const engine = await openCity()
  const world: PlanWorld = {
    ...{ kind: 'plan', base: NOW, title: '' },
    edits: [{ feed: 'sites', id: 's2', drop: true }],
  }
  const { points } = await engine.singlePoints(world, { scope: null, feed: 'sites', weight: null })
  expect(points.map(({ id }) => id).sort()).toEqual(['s1', 's3', 's4', 's5'])
})

it('says which metrics it knows nothing of, and stops with its job', async () => {
  const engine = await openCity()
  engine.admit('halls', bytes({ type: 'FeatureCollection', features: [] }))
  const stopped = engine.singlePoints(NOW, { scope: null, feed: 'sites', weight: null, job: 'n-1' })
  engine.cancel('n-1')
  expect(isJobCancelled(await stopped.catch((error: unknown) => error))).toBe(true)
  const { unmeasured } = await engine.singlePoints(NOW, { scope: 'none', feed: 'sites', weight: null })
  expect(unmeasured.map(({ metric, reason }) => [metric, reason.code])).toEqual([
    ['hd_area_coverage', 'not-measured'],
    ['value', 'not-measured'],
  ])
})

/** The star of the row without some sites, by a plan. */
async function starOf(engine: ReturnType<typeof createCityEngine>, without: readonly string[]) {
  const world: PlanWorld = {
    ...{ kind: 'plan', base: NOW, title: '' },
    edits: without.map((id) => ({ feed: 'sites', id, drop: true })),
  }
  return (await engine.evaluate(world, { scope: null, only: [ROW] })).indicators[0]!.star
}
