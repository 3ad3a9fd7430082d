import { describe, expect, it } from 'vitest'
import { gone, put } from './liveFixture'
import { readMessage } from './readMessage'

const ARRIVAL = 7
const read = (message: unknown, fields: Record<string, string> = {}) =>
  readMessage(typeof message === 'string' ? message : JSON.stringify(message), fields, ARRIVAL)
const codes = (message: unknown, fields: Record<string, string> = {}) =>
  read(message, fields).bad.map(({ code }) => code)

describe('a message', () => {
  it('is a feature, a deletion, or an array of them', () => {
    expect(read(put('a', 1))).toEqual({
      changes: [{ kind: 'put', id: 'a', feature: put('a', 1), time: null, arrival: 7 }],
      bad: [],
    })
    expect(read(gone('a'))).toEqual({ changes: [{ kind: 'gone', id: 'a', time: null, arrival: 7 }], bad: [] })
    expect(read([put('a', 1), gone('b'), put('a', 2)]).changes.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'put a',
      'gone b',
      'put a',
    ])
    expect(readMessage([put('a', 1), gone('b')], {}, ARRIVAL).changes).toHaveLength(2)
    expect(read({ ...put('a', 1), deleted: true }).changes[0]?.kind).toBe('gone')
    expect(read({ ...put('a', 1), deleted: false }).changes[0]?.kind).toBe('put')
  })

  it('has its id where the feed has it', () => {
    const feature = { type: 'Feature', geometry: null, properties: { BM: '370883-7', id: 'own' } }
    expect(read(feature, { id: 'BM' }).changes[0]?.id).toBe('370883-7')
    expect(read(feature).changes[0]?.id).toBe('own')
    expect(read({ id: '370883-7', deleted: true }, { id: 'BM' }).changes[0]).toMatchObject({
      kind: 'gone',
      id: '370883-7',
    })
  })

  it('has its time where the feed has it; one that is gone at the top or among its properties', () => {
    const at = '2026-09-01T08:00:00+08:00'
    const time = Date.parse(at)
    const timeOf = (value: unknown, fields = {}) => readMessage([value], fields, time).changes[0]?.time
    const feature = (properties: object) => ({ type: 'Feature', id: 'a', geometry: null, properties })
    expect(timeOf(feature({ time: at }))).toBe(time)
    expect(timeOf(feature({ GXSJ: at }), { time: 'GXSJ' })).toBe(time)
    expect(timeOf({ id: 'a', deleted: true, time: at })).toBe(time)
    expect(timeOf({ id: 'a', deleted: true, properties: { time: at } })).toBe(time)
    expect(timeOf(feature({ time: '2026-09-01T08:10:00+08:00' }))).toBe(time + 600_000)
    // A broken clock says nothing of what is newer.
    expect(timeOf(feature({ time: '2026-09-01T08:10:00.001+08:00' }))).toBeNull()
    expect(timeOf(feature({ time: '9999-12-31' }))).toBeNull()
    expect(timeOf(feature({ time: 'soon' }))).toBeNull()
  })

  it('has a number for an id only where no digit can be lost', () => {
    expect(read({ id: 9007199254740991, deleted: true }).changes[0]?.id).toBe('9007199254740991')
    // 2^53 + 1 is read as 2^53 by any JSON parser: it may be another feature's id.
    expect(codes('{"id": 9007199254740993, "deleted": true}')).toEqual(['id-too-large'])
    expect(read('{"id": "9007199254740993", "deleted": true}').changes[0]?.id).toBe('9007199254740993')
    expect(codes({ id: true, deleted: true })).toEqual(['id-wrong-kind'])
  })

  it('may be nothing but a sign of life', () => {
    for (const message of ['', ' \n', '{"heartbeat":true}', '[]', '[{"heartbeat":true}]']) {
      expect(read(message)).toEqual({ changes: [], bad: [] })
    }
  })

  it('is bad with a reason when it is anything else, and spoils nothing beside it', () => {
    expect(codes('{"type":"Feature"')).toEqual(['message-not-json'])
    expect(codes({ type: 'Feature', properties: {} })).toEqual(['message-no-id'])
    expect(codes({ type: 'Feature', properties: null })).toEqual(['message-no-id'])
    expect(codes({ deleted: true })).toEqual(['message-no-id'])
    expect(codes({ type: 'FeatureCollection', features: [put('a', 1)] })).toEqual(['message-not-change'])
    expect(codes({ id: 'a' })).toEqual(['message-not-change'])
    expect(codes({ id: 'a', deleted: 'yes' })).toEqual(['message-not-change'])
    for (const message of ['null', '7', '"text"', 'true']) expect(codes(message)).toEqual(['message-not-change'])
    const mixed = read([null, put('a', 1), [put('b', 1)], 7])
    expect(mixed.changes.map(({ id }) => id)).toEqual(['a'])
    expect(mixed.bad).toHaveLength(3)
  })

  it('that can be read two ways is bad, or has a member that is unknown', () => {
    const properties = '"properties":{"v":1,"v":2,"w":NaN}'
    const { changes, bad } = read(
      `[{"type":"Feature","id":"a","geometry":null,${properties}},` +
        '{"id":"b","deleted":true,"time":"2026-09-01","time":"2026-09-02"},' +
        '{"type":"Feature","id":"c","geometry":null,"geometry":{"type":"Point","coordinates":[1,2]},"properties":{}},' +
        '{"id":"d","deleted":true,"deleted":false}]',
    )
    expect(changes).toMatchObject([
      { id: 'a', feature: { properties: { v: null, w: null } } },
      { id: 'b', kind: 'gone', time: null },
    ])
    const [first] = changes
    expect(first?.kind === 'put' && first.notices?.map(({ code, en }) => [code, en.includes('properties.')])).toEqual([
      ['not-finite-read-as-null', true],
      ['key-twice-read-as-null', true],
    ])
    expect(bad.map(({ code, en }) => [code, en.split(' ')[0]])).toEqual([
      ['member-twice', 'geometry'],
      ['member-twice', 'deleted'],
    ])
    expect(codes('{"type":"x","type":"Feature","id":"a","geometry":null,"properties":{}}')).toEqual(['member-twice'])
  })
})
