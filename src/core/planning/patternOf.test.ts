import { expect, test } from 'vitest'
import type { CityFeature } from '../model/feature'
import { patternOf } from './patternOf'

const feature = (id: string, properties: Record<string, unknown>): CityFeature => ({
  id,
  mapId: Number(id),
  geometry: { type: 'Point', coordinates: [117, 35] },
  properties: { id, name: `站${id}`, ...properties },
  time: null,
})

test('the most frequent word, the middle quantity, the most frequent of few numbers', () => {
  const sites = Array.from({ length: 30 }, (_, at) =>
    feature(String(at), {
      status: at < 20 ? '完好' : '故障',
      range_m: 100 + at * 10,
      beamwidth: at % 3 === 0 ? 120 : 65,
      code: `C${at}`,
      shared: at !== 3,
      at: null,
      azimuth: at % 3 === 0 ? 90 : undefined,
    }),
  )
  // Of the twenty in order the middle range is that of the tenth.
  expect(patternOf(sites, ({ properties }) => properties.status === '完好')).toEqual({
    status: '完好',
    range_m: 190,
    beamwidth: 65,
    shared: true,
  })
})

test('where nothing counts all are the model, and of nothing there is nothing to say', () => {
  expect(patternOf([feature('1', { status: '故障' })], () => false)).toEqual({ status: '故障' })
  expect(patternOf([], () => true)).toEqual({})
})
