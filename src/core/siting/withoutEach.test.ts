import { expect, it } from 'vitest'
import { random } from '#seeds/random.ts'
import { feature, feed, input, line, point, rectangle } from '#tests/city/evaluationInput.ts'
import { explain } from '../indicators/explain'
import type { CityFeature } from '../model/feature'
import type { MetricDefinition } from '../model/metricDefinition'
import type { SitingTask } from './sitingTask'
import { withoutEach } from './withoutEach'

const bounds = [117, 35.4, 117.05, 35.44] as const

/** Areas, lines and points over some 4.5 km by 4.4 km, and discs and sectors of 400 to 900 m, some on one mast. */
function city(seed: number, onlyPoints: boolean) {
  const stream = random(`without each ${seed}`)
  const place = () => [117 + 0.05 * stream.next(), 35.4 + 0.04 * stream.next()] as const
  const sites: CityFeature[] = []
  while (sites.length < 30) {
    const [x, y] = place()
    const radius = stream.between(400, 900)
    const sector = stream.chance(0.4)
    for (let k = 0; k < (sector ? 2 : 1); k++) {
      const beam = sector ? { azimuth: 180 * k + 20, beamwidth: 150 } : { azimuth: null, beamwidth: null }
      sites.push(feature(`s${sites.length}`, point(x, y), {}, { radius, ...beam }))
    }
  }
  const subjects = Array.from({ length: 40 }, (_, at) => {
    const [x, y] = place()
    const size = stream.between(0.001, 0.006)
    const kinds = [point(x, y), rectangle(x, y, x + size, y + size * 0.7), line([x, y], [x + size, y + size])]
    return feature(`p${at}`, onlyPoints ? kinds[0]! : kinds[at % 3]!)
  })
  return { sites, subjects }
}

/** Ids of the subjects that count. */
function counted(definition: MetricDefinition, subjects: readonly CityFeature[], sites: readonly CityFeature[]) {
  const feeds = [feed('subjects', [...subjects]), feed('sites', [...sites])]
  return explain(input({ value: definition }, feeds, { bounds }), 'row', 'value').subjects.flatMap(({ id, state }) =>
    state === 'covered' ? [id] : [],
  )
}

it.each([
  ['covered', { name: 'covered', threshold: 0.6 }],
  ['near', { name: 'near', metres: 500 }],
] as const)('%s: loses with each site what the row loses with it', (_, method) => {
  let lostInAll = 0
  for (let seed = 1; seed <= 4; seed++) {
    const { sites, subjects } = city(seed, method.name === 'near')
    const { name, ...parameters } = method
    const definition = { method: name, subjects: 'subjects', by: 'sites', ...parameters }
    const before = counted(definition, subjects, sites)
    const standing = subjects.filter(({ id }) => before.includes(id))
    const asked = {
      ...{ method: method satisfies SitingTask['method'], sites, bounds },
      subjects: standing.map(({ id, geometry }) => ({ id, geometry: geometry!, weight: 1 })),
    }
    const steps = withoutEach(asked)
    let step = steps.next()
    while (!step.done) step = steps.next()
    for (const [at, lost] of step.value.entries()) {
      const after = counted(definition, subjects, sites.toSpliced(at, 1))
      expect(lost.map((subject) => standing[subject]!.id)).toEqual(
        standing.flatMap(({ id }) => (after.includes(id) ? [] : [id])),
      )
      lostInAll += lost.length
    }
  }
  expect(lostInAll).toBeGreaterThan(20)
})
