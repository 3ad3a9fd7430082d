import type { FeatureCollection, MultiPolygon } from 'geojson'
import { expect, it } from 'vitest'
import { localPlane } from '#core/geo/localPlane.ts'
import { NOW, type PlanWorld } from '#core/model/world.ts'
import { createCityEngine } from '../createCityEngine'
import { isJobCancelled } from '../jobs/jobs'

const ROW = 'video-surveillance-completeness'
const BOUNDS = [116, 34.5, 117, 35.5] as const
const plane = localPlane(BOUNDS)
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
/** Metres east and north of the middle of the city. */
const at = (east: number, north: number) => [...plane.toPosition(east, north)]
const point = (id: string, east: number, north: number, properties: object) => ({
  type: 'Feature',
  id,
  properties,
  geometry: { type: 'Point', coordinates: at(east, north) },
})
const box = (id: string, west: number, south: number, east: number, north: number, properties: object = {}) => ({
  type: 'Feature',
  id,
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
  },
})

interface Settings {
  readonly sight?: object | null
  readonly without?: string
}

/**
 * Camera c1 looks from the middle all round 100 m; the house h1 stands between it and the yard `behind`, the low wall h2
 * between it and the yard `beside`. Camera c2, in its own house, looks at the yard `free`.
 */
async function openCity({ sight = {}, without }: Settings = {}) {
  const published = new Map<string, Uint8Array>()
  const engine = createCityEngine({
    publish(make) {
      const url = `blob:${published.size}`
      published.set(url, make())
      return url
    },
    withdraw: () => {},
  })
  const feed = (id: string, record: string, more: object = {}) => ({
    ...{ id, record, source: { type: 'geojson', url: `${id}.geojson` } },
    ...more,
  })
  const opened = engine.openCatalog(
    bytes({
      version: 1,
      city: { code: '000000', name: '示例县', bounds: BOUNDS },
      feeds: [
        feed('areas', 'place'),
        feed('houses', 'generic'),
        feed('cameras', 'camera', {
          footprint: { radius: ['get', 'range_m'] },
          ...(sight && {
            sight: {
              obstacles: 'houses',
              obstacleHeight: ['get', 'height'],
              height: ['get', 'mount_m'],
              confirmed: { where: ['has', 'checked_by'], by: ['get', 'checked_by'], at: ['get', 'checked_at'] },
              ...sight,
            },
          }),
        }),
      ],
      indicators: [
        {
          id: ROW,
          metrics: { hd_area_coverage: { method: 'covered', subjects: 'areas', by: 'cameras', threshold: 0.9 } },
        },
      ],
    }),
    null,
  )
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  const admit = (id: string, ...features: readonly object[]) => {
    if (id !== without) engine.admit(id, bytes({ type: 'FeatureCollection', features }))
  }
  admit(
    'areas',
    box('behind', 50, -5, 60, 5, { name: '后院' }),
    box('beside', -5, 50, 5, 60),
    box('free', 990, 0, 1000, 10),
  )
  admit(
    'houses',
    box('h1', 20, -10, 30, 10, { height: 20 }),
    box('h2', -10, 20, 10, 21, { height: 3 }),
    box('h3', 1010, 0, 1020, 10),
  )
  admit(
    'cameras',
    point('c1', 0, 0, { range_m: 100, mount_m: 6, name: '一号', status: '完好' }),
    point('c2', 1015, 5, { range_m: 100, checked_by: '巡检一队', checked_at: '2026-10-08' }),
    point('c3', 5000, 0, { range_m: 0 }),
  )
  const seenOnMap = (url: string) =>
    JSON.parse(new TextDecoder().decode(published.get(url))) as FeatureCollection<MultiPolygon>
  return { engine, seenOnMap }
}

it('tells what counts on paper only, by what is seen and by what was checked', async () => {
  const { engine, seenOnMap } = await openCity()
  const answer = await engine.sight(NOW, { feed: 'cameras', scope: null, job: 'a' })
  if (!answer.ok) throw new Error(answer.fault.en)
  expect(answer.obstacles).toEqual({ feed: 'houses', count: 3, refused: 0 })
  expect([answer.viewers, answer.cut, answer.inside, answer.heightless, answer.confirmed]).toEqual([3, 1, 1, 2, 1])
  const [metric] = answer.metrics
  expect(metric).toMatchObject({
    indicator: ROW,
    metric: 'hd_area_coverage',
    subjects: 'areas',
    declared: { numerator: 3, denominator: 3 },
    // The wall is half as high as the camera: beyond 42 m the ground behind it is seen.
    seen: { numerator: 2, denominator: 3 },
    confirmed: { numerator: 1, denominator: 3 },
  })
  expect(metric!.onPaper).toEqual([
    { id: 'behind', mapId: expect.any(Number), name: '后院', nameEn: null, declared: 1, seen: 0 },
  ])

  const [one, two] = seenOnMap(answer.url).features
  expect(one!.properties).toMatchObject({ id: 'c1', name: '一号', status: '完好', confirmed: false, by: null })
  expect(two!.properties).toMatchObject({ id: 'c2', confirmed: true, by: '巡检一队', at: '2026-10-08' })
  expect(two!.properties?.share).toBeCloseTo(1, 9)
  // Behind the near side of h1, to the end of the footprint.
  const house = 1e4 * Math.atan(10 / 20) - 200
  // From the wall's near side (20 m) to twice its far side (42 m), and at each end a triangle to twice its corner.
  const wall = (42 ** 2 - 20 ** 2) * (10 / 21) + 2 * (20 - 200 * (10 / 20 - 10 / 21))
  expect(answer.declaredArea).toBeCloseTo(2 * Math.PI * 1e4, 1)
  expect(answer.declaredArea - answer.seenArea).toBeCloseTo(house + wall, 2)
})

it('takes what is unknown of heights as hiding everything behind it', async () => {
  const { engine } = await openCity({ sight: { height: undefined } })
  const answer = await engine.sight(NOW, { feed: 'cameras', scope: null, job: 'a' })
  expect(answer).toMatchObject({ heightless: 3, metrics: [{ seen: { numerator: 1 } }] })
})

it('gives no ratio of confirmed ones where the catalog does not say which are', async () => {
  const { engine } = await openCity({ sight: { confirmed: undefined } })
  const answer = await engine.sight(NOW, { feed: 'cameras', scope: null, job: 'a' })
  expect(answer).toMatchObject({ ok: true, confirmed: null, metrics: [{ confirmed: null }] })
})

it('claims nothing while what stands in the way is not read, or is not named', async () => {
  const unread = await openCity({ without: 'houses' })
  expect(await unread.engine.sight(NOW, { feed: 'cameras', scope: null, job: 'a' })).toMatchObject({
    ok: false,
    fault: { code: 'not-read', en: 'feed houses was not read' },
  })
  const unsaid = await openCity({ sight: null })
  expect(await unsaid.engine.sight(NOW, { feed: 'cameras', scope: null, job: 'a' })).toMatchObject({
    ok: false,
    fault: { code: 'no-sight' },
  })
})

it('is of the world it is asked in: a house that is pulled down hides nothing', async () => {
  const { engine } = await openCity()
  const plan: PlanWorld = { kind: 'plan', title: '', base: NOW, edits: [{ feed: 'houses', id: 'h1', drop: true }] }
  expect(await engine.sight(plan, { feed: 'cameras', scope: null, job: 'a' })).toMatchObject({
    cut: 1,
    metrics: [{ seen: { numerator: 3 }, onPaper: [] }],
  })
  expect(await engine.sight(NOW, { feed: 'cameras', scope: null, job: 'b' })).toMatchObject({
    metrics: [{ seen: { numerator: 2 } }],
  })
})

it('can be stopped', async () => {
  const { engine } = await openCity()
  const asked = engine.sight(NOW, { feed: 'cameras', scope: null, job: 'a' })
  engine.cancel('a')
  await expect(asked).rejects.toSatisfy(isJobCancelled)
})
