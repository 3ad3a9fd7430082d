import { expose, wrap } from 'comlink'
import { expect, test } from 'vitest'
import { NOW } from '#core/model/world.ts'
import { type PresentEngine, presentOf } from '#tests/city/engineInLine.ts'
import { createCityEngine } from '../createCityEngine'
import type { AsyncCityEngine, CityEngine } from '../engineApi'
import { createJobs, isJobCancelled, JobCancelled } from './jobs'
import { runSteps } from './steps'

const ROW = '5g-key-area-coverage'
const feedOf = (id: string, record: string) => ({ id, record, source: { type: 'geojson', url: `${id}.geojson` } })
const CATALOG = {
  version: 1,
  city: { code: '000000', name: '示例县', bounds: [117, 35, 118, 36] },
  feeds: [feedOf('areas', 'place'), { ...feedOf('sites', 'site'), footprint: { radius: ['get', 'range_m'] } }],
  indicators: [{ id: ROW, metrics: { value: { method: 'covered', subjects: 'areas', by: 'sites', threshold: 0.5 } } }],
}
const ring = [
  [117.5, 35.5],
  [117.501, 35.5],
  [117.501, 35.501],
  [117.5, 35.501],
  [117.5, 35.5],
]
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const collection = (geometry: unknown, properties: unknown) =>
  bytes({ type: 'FeatureCollection', features: [{ type: 'Feature', id: 'a', geometry, properties }] })

/** One area of 91 m x 111 m under a disc of 300 m round its corner: covered in every setting, five stars. */
const openEngine = (): PresentEngine => presentOf(openHost())

function openHost(): CityEngine {
  const engine = createCityEngine({ publish: () => '', withdraw: () => {} })
  engine.openCatalog(bytes(CATALOG), null)
  engine.admit('areas', collection({ type: 'Polygon', coordinates: [ring] }, {}))
  engine.admit('sites', collection({ type: 'Point', coordinates: [117.5, 35.5] }, { range_m: 300 }))
  return engine
}

/** `count` steps; `begun` says how many were begun. */
function steps(count: number) {
  const log = { begun: 0 }
  function* run() {
    for (let done = 1; done <= count; done++) {
      log.begun++
      yield { done, of: count }
    }
    return 'whole'
  }
  return { log, run }
}

test('a sweep is answered whole', async () => {
  const answer = await openEngine().robustness({ scope: null, indicator: ROW })
  // 5 radii x 7 thresholds, 0.5 among them.
  expect(answer).toMatchObject({ kind: 'swept', base: { star: 5 }, settings: 35, holding: 35, first: null, most: null })
})

test('a row the standard does not have is an error, not an answer', async () => {
  await expect(openEngine().robustness({ scope: null, indicator: 'no-row' })).rejects.toThrow('no row no-row')
})

test('a cancelled evaluation begins no further row and gives no half answer', async () => {
  const engine = openEngine()
  const seen: number[] = []
  const answer = engine.evaluate({ scope: null, job: 'one' }, (done) => {
    seen.push(done)
    if (done === 3) engine.cancel('one')
  })
  await expect(answer).rejects.toThrow(JobCancelled)
  expect(seen).toEqual([1, 2, 3])
  // The engine is as good as before, and the same id can be used again.
  expect((await engine.evaluate({ scope: null, only: [ROW], job: 'one' })).indicators[0]?.star).toBe(5)
})

test('steps stop where the job is cancelled', async () => {
  const jobs = createJobs()
  const { log, run } = steps(10)
  const progress = (done: number) => {
    if (done === 4) jobs.cancel('sweep')
  }
  const answer = jobs.run('sweep', (check) => runSteps(run(), { check, progress, sliceMs: 0 }))
  await expect(answer).rejects.toSatisfy(isJobCancelled)
  expect(log.begun).toBe(4)
})

test('between steps other questions are answered', async () => {
  const { run } = steps(3)
  const heard: string[] = []
  setTimeout(() => heard.push('question'))
  await runSteps(run(), { check: () => {}, progress: (done) => heard.push(`step ${done}`), sliceMs: 0 })
  expect(heard).toEqual(['step 1', 'question', 'step 2', 'step 3'])
})

test('the newest job of an id wins; cancelling what has ended does nothing', async () => {
  const jobs = createJobs()
  const old = steps(10)
  const first = jobs.run('slot', (check) => runSteps(old.run(), { check, sliceMs: 0 }))
  const second = jobs.run('slot', (check) => runSteps(steps(2).run(), { check, sliceMs: 0 }))
  await expect(first).rejects.toThrow(JobCancelled)
  expect(await second).toBe('whole')
  expect(old.log.begun).toBe(1)
  jobs.cancel('slot')
  expect(await jobs.run('slot', async () => 'again')).toBe('again')
})

test('a job cancelled at its very end has no answer', async () => {
  const engine = openEngine()
  const answer = engine.robustness({ scope: null, indicator: ROW, job: 'late' })
  engine.cancel('late')
  await expect(answer).rejects.toThrow(JobCancelled)
})

test('on the other side of a message port a cancelled job is still told from a failed one', async () => {
  const { port1, port2 } = new MessageChannel()
  expose(openHost(), port1)
  const remote = wrap<CityEngine>(port2) as unknown as AsyncCityEngine
  try {
    const answer = remote.evaluate(NOW, { scope: null, job: 'far' })
    await remote.cancel('far')
    await expect(answer).rejects.toSatisfy(isJobCancelled)
    await expect(remote.robustness(NOW, { scope: null, indicator: 'no-row' })).rejects.not.toSatisfy(isJobCancelled)
  } finally {
    port1.close()
    port2.close()
  }
})

test('a job that waits for its world to be read can be cancelled while it waits', async () => {
  const engine = openHost()
  const past = { kind: 'past', at: Date.parse('2026-09-01T08:00:00+08:00'), axis: 'known' } as const
  const answer = engine.evaluate(past, { scope: null, job: 'then' })
  engine.cancel('then')
  await expect(answer).rejects.toThrow(JobCancelled)
  expect((await engine.evaluate(past, { scope: null, only: [ROW], job: 'then' })).indicators).toHaveLength(1)
})
