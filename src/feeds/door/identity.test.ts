import { describe, expect, it } from 'vitest'
import { admit, collection, noticed, point, refusals } from './doorFixture'
import { assignMapIds, uniqueIds } from './identity'

const HERE = [116.5, 35.2]
const idsOf = (features: readonly unknown[], feed: Record<string, unknown> = {}): string[] =>
  admit(collection(...features), feed).features.map(({ id }) => id)

describe('identity', () => {
  it('prefers the mapped property, then the GeoJSON id, then a property `id`', () => {
    const both = point('geo', HERE, { BM: 'mapped', id: 'own' })
    expect(idsOf([both], { fields: { id: 'BM' } })).toEqual(['mapped'])
    expect(idsOf([both])).toEqual(['geo'])
    expect(idsOf([point(undefined, HERE, { id: 'own' })])).toEqual(['own'])
    expect(idsOf([point('geo', HERE)], { fields: { id: 'BM' } })).toEqual(['geo'])
  })

  it('is text end to end, in the properties too', () => {
    const { features } = admit(collection(point(7, HERE), point('37088300001320000001', HERE)))
    expect(features.map(({ id, properties }) => [id, properties.id])).toEqual([
      ['7', '7'],
      ['37088300001320000001', '37088300001320000001'],
    ])
  })

  it('leaves a property `id` alone that is something else', () => {
    const { features } = admit(collection(point(1, HERE, { id: 'built-up' }), point('7', HERE, { id: 7 })))
    expect(features.map(({ id, properties }) => [id, properties.id])).toEqual([
      ['1', 'built-up'],
      ['7', '7'],
    ])
  })

  it('keeps a mapped property under its own name too, unless it is of another kind than the app knows there', () => {
    const cameras = [point(undefined, HERE, { code: '37088300001320000001' }), point(undefined, HERE, { code: 5 })]
    const { features } = admit(collection(...cameras), { fields: { id: 'code' } })
    expect(features.map(({ id, properties }) => [id, properties.code])).toEqual([
      ['37088300001320000001', '37088300001320000001'],
      ['5', undefined],
    ])
  })

  it('quarantines an integer beyond 2^53, naming it as it was written', () => {
    // 2^53 = 9007199254740992; 2^53 + 1 is read as 2^53 by any JSON parser.
    const text = `{"type":"FeatureCollection","features":[
      {"type":"Feature","id":9007199254740991,"properties":{},"geometry":{"type":"Point","coordinates":[116.5,35.2]}},
      {"type":"Feature","id":9007199254740993,"properties":{},"geometry":{"type":"Point","coordinates":[116.5,35.2]}},
      {"type":"Feature","properties":{"BM":37088300001320000001},"geometry":{"type":"Point","coordinates":[116.5,35.2]}}]}`
    const { features, report } = admit(text, { fields: { id: 'BM' } })
    expect(features.map(({ id }) => id)).toEqual(['9007199254740991'])
    expect(refusals(report)).toEqual(['1 null id id-too-large', '2 null id id-too-large'])
    expect(report.quarantined.map(({ reason }) => /\d{16,}/.exec(reason.en)?.[0])).toEqual([
      '9007199254740993',
      '37088300001320000001',
    ])
  })

  it('quarantines an id that is neither text nor number', () => {
    expect(refusals(admit(collection(point(true, HERE), point({ a: 1 }, HERE))).report)).toEqual([
      '0 null id id-wrong-kind',
      '1 null id id-wrong-kind',
    ])
  })

  it('makes an id from the index where there is none, as a notice, and forbids live', () => {
    const features = [point('a', HERE), point(undefined, HERE), point('', HERE), point(null, HERE)]
    expect(idsOf(features)).toEqual(['a', '#1', '#2', '#3'])
    expect(noticed(admit(collection(...features)).report)).toEqual(['id-from-index 3'])
    const live = admit(collection(...features), { live: { type: 'demo' } })
    expect(noticed(live.report)).toEqual(['id-from-index 3', 'live-forbidden 3'])
    expect(live.features[1]?.properties).not.toHaveProperty('id')
  })
})

describe('map ids', () => {
  it('are unique, whole and positive, and the same in any order and company', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `3708830000132${String(index).padStart(7, '0')}`)
    const numbers = assignMapIds(ids)
    expect(new Set(numbers.values()).size).toBe(ids.length)
    for (const number of numbers.values()) expect(Number.isInteger(number) && number > 0 && number < 2 ** 32).toBe(true)
    expect(assignMapIds([...ids].reverse())).toEqual(numbers)
    const some = assignMapIds(ids.slice(5000, 5100))
    for (const [id, number] of some) expect(number).toBe(numbers.get(id))
  })

  it('differ between features of one id', () => {
    const { features } = admit(collection(point('a', HERE), point('a', HERE)))
    expect(new Set(features.map(({ mapId }) => mapId)).size).toBe(2)
  })
})

describe('uniqueIds', () => {
  it('numbers one id repeated a hundred thousand times in a moment, not in their square', () => {
    const same = Array.from({ length: 100_000 }, (_, index) => ({ id: index % 2 === 0 ? 'same' : null, index }))
    const ids = uniqueIds(same).map(({ id }) => id)
    // 50,000 times `same`, then the indexes 1, 3, 5 …
    expect(ids.slice(0, 5)).toEqual(['same', '#1', 'same#2', '#3', 'same#3'])
    expect(ids.slice(-2)).toEqual(['same#50000', '#99999'])
    expect(new Set(ids).size).toBe(100_000)
  })
})
