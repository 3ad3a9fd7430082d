import { afterEach, expect, it, vi } from 'vitest'
import { presentOf } from '#tests/city/engineInLine.ts'
import { createCityEngine } from '../createCityEngine'
import { isJobCancelled } from '../jobs/jobs'
import { nextTask } from '../jobs/steps'

const ROW = '5g-key-area-coverage'
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const collection = (...features: readonly object[]) => bytes({ type: 'FeatureCollection', features })
const feedOf = (id: string, record: string) => ({ id, record, source: { type: 'geojson', url: `${id}.geojson` } })

/** 0.001° by 0.001°: some 90.7 m by 111.2 m. */
const square = (id: string, west: number, properties: object) => ({
  type: 'Feature',
  id,
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 35.5],
        [west + 0.001, 35.5],
        [west + 0.001, 35.501],
        [west, 35.501],
        [west, 35.5],
      ],
    ],
  },
})
const site = {
  type: 'Feature',
  id: 's',
  geometry: { type: 'Point', coordinates: [117.5, 35.5] },
  properties: { range_m: 300 },
}

function openCity() {
  const texts = new Map<string, string>()
  let published = 0
  const engine = presentOf(
    createCityEngine({
      publish(bytesOf) {
        published += 1
        texts.set(`blob:${published}`, new TextDecoder().decode(bytesOf()))
        return `blob:${published}`
      },
      withdraw: (url) => void texts.delete(url),
    }),
  )
  const opened = engine.openCatalog(
    bytes({
      version: 1,
      city: { code: '000000', name: '示例县', bounds: [117, 35, 118, 36] },
      feeds: [feedOf('areas', 'place'), { ...feedOf('sites', 'site'), footprint: { radius: ['get', 'range_m'] } }],
      indicators: [
        { id: ROW, metrics: { value: { method: 'covered', subjects: 'areas', by: 'sites', threshold: 0.5 } } },
      ],
    }),
    null,
  )
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  engine.admit(
    'areas',
    collection(
      square('near', 117.5, { name: '近处', name_en: 'Near' }),
      square('far', 117.6, { name: '远处' }),
      square('nameless', 117.7, {}),
    ),
  )
  const explain = () => engine.explain({ scope: null, indicator: ROW, metric: 'value' })
  return { engine, texts, explain }
}

afterEach(() => {
  vi.restoreAllMocks()
})

it('an explanation has its gaps and footprints under URLs, and numbers and names beside them', async () => {
  const { engine, texts, explain } = openCity()
  engine.admit('sites', collection(site))
  const answer = await explain()
  expect(answer.names).toEqual({ near: { zh: '近处', en: 'Near' }, far: { zh: '远处', en: undefined } })
  expect(answer.subjects.map(({ id }) => id)).toEqual(['far', 'nameless', 'near'])
  // Two areas wholly open, the worst first: 0.001° · 111 195 m, times cos 35.5005° of it.
  const side = 111_195.08
  const gap = 0.001 * side * 0.001 * side * Math.cos((35.5005 * Math.PI) / 180)
  expect(answer.gapCount).toBe(2)
  expect(answer.gapArea / (2 * gap)).toBeCloseTo(1, 3)
  expect([...answer.gapAreas.keys()].sort()).toEqual(['far', 'nameless'])
  expect((answer.gapAreas.get('far') ?? 0) / gap).toBeCloseTo(1, 3)
  expect(JSON.parse(texts.get(answer.gapsUrl) ?? '').features).toHaveLength(2)
  expect(JSON.parse(texts.get(answer.footprintsUrl ?? '') ?? '')).toMatchObject({ type: 'Feature', properties: {} })
})

it('a factor on the radius is answered as sites of that radius are, and leaves what is asked without it as it was', async () => {
  const { engine, explain } = openCity()
  // 300 m reaches none of "far", which begins 9.06 km east; 32 times that, 9.6 km, reaches all of it.
  engine.admit('sites', collection(site))
  const before = await explain()
  const wide = await engine.explain({ scope: null, indicator: ROW, metric: 'value', radius: 32 })
  expect(wide.subjects.filter(({ state }) => state === 'covered').map(({ id }) => id)).toEqual(['far', 'near'])
  const { indicators } = await engine.evaluate({ scope: null, only: [ROW], radius: 32 })
  expect(indicators[0]?.metrics.value).toMatchObject({ numerator: 2, denominator: 3 })
  expect(await explain()).toEqual(before)
  await expect(engine.evaluate({ scope: null, only: [ROW], radius: 0 })).rejects.toThrow('radius')
})

it('the URL of an answer stays while the answer is the same, and is withdrawn when it is another', async () => {
  const { engine, texts, explain } = openCity()
  engine.admit('sites', collection(site))
  const feeds = [...texts.keys()]
  const [first, second] = [await explain(), await explain()]
  expect([second.gapsUrl, second.footprintsUrl]).toEqual([first.gapsUrl, first.footprintsUrl])
  expect([...texts.keys()]).toEqual([...feeds, first.gapsUrl, first.footprintsUrl])
  // Nothing covers any more: there is no footprint to show, and everything is a gap.
  engine.admit('sites', collection())
  const third = await explain()
  expect(third.footprintsUrl).toBeNull()
  expect(texts.has(first.gapsUrl)).toBe(false)
  expect(texts.has(third.gapsUrl)).toBe(true)
})

/** Every look at the clock finds that a job has had its slice. */
function everyStepIsLong(): void {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 1000
    return now
  })
}

/** Asks something else in each pause of an explanation, until it has ended; `between` is told how often that was. */
async function askBetween(engine: ReturnType<typeof openCity>['engine'], between: (asked: number) => void = () => {}) {
  let over = false
  let asked = 0
  const end = engine.explain({ scope: null, indicator: ROW, metric: 'value', job: 'j' }).finally(() => {
    over = true
  })
  end.catch(() => {})
  for (;;) {
    await nextTask()
    if (over) return { end, asked }
    expect((await engine.feedState('areas'))?.report.accepted).toBe(3)
    asked += 1
    between(asked)
  }
}

it('other questions are answered before it, at each of its gaps, and before its footprints are drawn', async () => {
  const { engine } = openCity()
  engine.admit('sites', collection(site))
  everyStepIsLong()
  const { end, asked } = await askBetween(engine)
  expect((await end).gapCount).toBe(2)
  expect(asked).toBeGreaterThanOrEqual(4)
})

it('an explanation that is cancelled stops at its next step and publishes nothing', async () => {
  const { engine, texts, explain } = openCity()
  engine.admit('sites', collection(site))
  const before = [...texts.keys()]
  everyStepIsLong()
  const { end, asked } = await askBetween(engine, (count) => {
    if (count === 2) engine.cancel('j')
  })
  await expect(end).rejects.toSatisfy(isJobCancelled)
  expect(asked).toBeLessThanOrEqual(3)
  expect([...texts.keys()]).toEqual(before)
  expect((await explain()).gapCount).toBe(2)
})
