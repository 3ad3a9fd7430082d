import { expect, it } from 'vitest'
import { NOW, type PlanWorld } from '#core/model/world.ts'
import { createCityEngine } from '../createCityEngine'
import type { DrawingRequest } from './drawingRequest'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const feedOf = (id: string, record: string, more: object = {}) => ({
  ...{ id, record, source: { type: 'geojson', url: `${id}.geojson` } },
  ...more,
})
const point = (id: string, coordinates: readonly number[], properties: object = {}) => ({
  ...{ type: 'Feature', id, properties, geometry: { type: 'Point', coordinates } },
})

async function openCity() {
  const engine = createCityEngine({ publish: () => '', withdraw: () => {} })
  const opened = engine.openCatalog(
    bytes({
      version: 1,
      city: { code: '000000', name: '示例县', bounds: [-1, -1, 1, 1], clock: { start: '2026-09-01T08:00:00+08:00' } },
      feeds: [
        feedOf('areas', 'place'),
        feedOf('sites', 'site', { footprint: { radius: ['get', 'range_m'] } }),
        feedOf('streets', 'road'),
      ],
      indicators: [
        {
          id: '5g-key-area-coverage',
          metrics: { value: { method: 'covered', subjects: 'areas', by: 'sites' } },
        },
      ],
    }),
    null,
  )
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  const admit = (feed: string, ...features: object[]) =>
    engine.admit(feed, bytes({ type: 'FeatureCollection', features }))
  admit('areas', point('a', [0.5, 0.5]), point('b', [-0.5, -0.5]))
  admit('sites', point('s', [0.5, 0.49], { range_m: 5000 }))
  return engine
}

const REQUEST: DrawingRequest = {
  ...{ bounds: [-1, -1, 1, 1], width: 200, height: 200, scope: null, marks: [], language: 'zh-CN' },
  row: { indicator: '5g-key-area-coverage', metric: 'value' },
  words: { title: '图', north: '北', metres: 'm', kilometres: 'km' },
}
/** Places of the points of a look. */
const pointsOf = (svg: string, look: string) =>
  [
    ...(new RegExp(`data-look="${look}"[^>]*>(.*?)</g>`, 's').exec(svg)?.[1] ?? '').matchAll(
      /cx="([\d.]+)" cy="([\d.]+)"/g,
    ),
  ].map(([, x, y]) => [Number(x), Number(y)])

it('draws what a metric covers and leaves open in the world that is asked about, and names feeds that are not there', async () => {
  const engine = await openCity()
  const now = await engine.drawing(NOW, REQUEST)
  // At the equator 100 units a degree: (0.5, 0.5) is at 150, 50.
  expect(pointsOf(now.svg, 'covered')).toEqual([[150, 50]])
  expect(pointsOf(now.svg, 'uncovered')).toEqual([[50, 150]])
  expect(pointsOf(now.svg, 'site')).toEqual([[150, 51]])
  expect(now.missing).toEqual(['streets'])

  const put = point('new', [-0.5, -0.5], { range_m: 500 }) as Extract<
    PlanWorld['edits'][number],
    { put: object }
  >['put']
  const plan: PlanWorld = { kind: 'plan', base: NOW, title: '试', edits: [{ feed: 'sites', put }] }
  const planned = await engine.drawing(plan, REQUEST)
  expect(pointsOf(planned.svg, 'covered')).toEqual([
    [150, 50],
    [50, 150],
  ])
  expect(pointsOf(planned.svg, 'uncovered')).toEqual([])
})
