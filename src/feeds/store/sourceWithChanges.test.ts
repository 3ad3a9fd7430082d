import { expect, it } from 'vitest'
import { sourceWithChanges } from './sourceWithChanges'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))

it('holds what was received with the changes since, a number that is none as null', () => {
  const received =
    '{"type":"FeatureCollection","asOf":1,"features":[{"type":"Feature","id":"a","properties":{"pm25":NaN}},{"type":"Feature","id":"b"},{"type":"Feature","id":"c"}]}'
  const changed = new Map<string, unknown>([
    ['b', { type: 'Feature', id: 'b', properties: { now: true } }],
    ['c', null],
    ['d', { type: 'Feature', id: 'd' }],
  ])
  expect(textOf(sourceWithChanges(bytesOf(received), { fields: {} }, changed))).toEqual({
    type: 'FeatureCollection',
    asOf: 1,
    features: [
      { type: 'Feature', id: 'a', properties: { pm25: null } },
      { type: 'Feature', id: 'b', properties: { now: true } },
      { type: 'Feature', id: 'd' },
    ],
  })
})
