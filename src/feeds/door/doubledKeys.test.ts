import { describe, expect, it } from 'vitest'
import { admit, failureOf, refusals } from './doorFixture'

const AT = '"geometry":{"type":"Point","coordinates":[116.5,35.2]}'
const feature = (members: string) => `{"type":"Feature",${members}}`
const file = (...features: string[]) => `{"type":"FeatureCollection","features":[${features.join()}]}`
const whole = (id: string) => feature(`"id":"${id}","properties":{"name":"${id}"},${AT}`)
const notices = (text: string) =>
  admit(text).report.notices.map(({ reason, ids }) => [reason.code, reason.en.split(' ')[0], ids])

describe('a key that stands twice', () => {
  it('with the same value is named, with its feature, and keeps nothing out', () => {
    const text = file(
      whole('a'),
      feature(`"type" : "Feature","id":"b","properties":{"name":"b","tags":[{"k":1,"k": 1}]},${AT},${AT}`),
      feature(`"id":"c","properties":{"name":"c 邹\\": ","name":"c 邹\\": "},${AT}`),
    )
    const { features, report } = admit(text)
    expect(features.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(report.quarantined).toEqual([])
    expect(notices(text)).toEqual([
      ['key-twice-alike', 'type', ['b']],
      ['key-twice-alike', 'properties.tags[0].k', ['b']],
      ['key-twice-alike', 'geometry', ['b']],
      ['key-twice-alike', 'properties.name', ['c']],
    ])
  })

  it('among properties with another value is unknown, and the rest of the feature stands', () => {
    const text = file(
      whole('a'),
      feature(`"id":"b","properties":{"name":"西","name":"东","hd":true,"deep":{"n":1,"n":2,"n":1}},${AT}`),
      feature(`"id":"c","properties":{"name":"x","__proto__":1,"__proto__":2},${AT}`),
    )
    const { features, report } = admit(text)
    expect(features[1]?.properties).toMatchObject({ name: null, hd: true, deep: { n: null } })
    expect(Object.getPrototypeOf(features[2]?.properties)).toBe(Object.prototype)
    expect(report.quarantined).toEqual([])
    expect(notices(text)).toEqual([
      ['key-twice-read-as-null', 'properties.name', ['b']],
      ['key-twice-read-as-null', 'properties.deep.n', ['b']],
      ['key-twice-read-as-null', 'properties.__proto__', ['c']],
    ])
  })

  it.each([
    ['type', '"type":"Topology","id":"b","properties":{"name":"b"},'],
    ['properties', '"id":"b","properties":{"name":"b"},"properties":{"name":"c"},'],
    ['geometry', '"id":"b","properties":{"name":"b"},"geometry":null,'],
  ])('and says what a feature is, or where, keeps it out: %s', (field, members) => {
    expect(refusals(admit(file(whole('a'), feature(`${members}${AT}`))).report)).toEqual([`1 b ${field} member-twice`])
  })

  it('within a geometry, or for the id, keeps the feature out', () => {
    const inGeometry = (members: string) =>
      feature(`"id":"b","properties":{},"geometry":{"type":"Point",${members},"coordinates":[116.5,35.2]}`)
    const { report } = admit(
      file(
        inGeometry('"coordinates":[116.6,35.2]'),
        inGeometry('"type":"Polygon"'),
        feature(`"id":"a","id":"b","properties":{},${AT}`),
      ),
    )
    expect(refusals(report)).toEqual([
      '0 b geometry.coordinates member-twice',
      '1 b geometry.type member-twice',
      '2 null id member-twice',
    ])
  })

  it('that nothing reads is named all the same', () => {
    const text = `{"type":"FeatureCollection","name":"x","name":"y","features":[${feature(`"id":"b","bbox":1,"bbox":2,"properties":{},${AT}`)}]}`
    expect(admit(text).report.accepted).toBe(1)
    expect(notices(text)).toEqual([
      ['key-twice-unread', 'bbox', ['b']],
      ['key-twice-unread', 'name', []],
    ])
  })

  it('at the top makes the time of the data unknown, or the file unreadable', () => {
    const top = (members: string) => `{"type":"FeatureCollection",${members},"features":[${whole('a')}]}`
    const time = (day: number) => `"timeStamp":"2026-08-0${day}"`
    expect(admit(top(time(1))).report.asOf).not.toBeNull()
    expect(admit(top(`${time(1)},${time(1)}`)).report.asOf).not.toBeNull()
    expect(admit(top(`${time(1)},${time(2)}`)).report.asOf).toBeNull()
    expect(failureOf(top('"type":"Feature"')).reason).toMatchObject({
      code: 'member-twice',
      en: expect.stringContaining('"type"'),
    })
    expect(admit(top('"type":"FeatureCollection"')).report.accepted).toBe(1)
    expect(refusals(admit('{"type":"Point","coordinates":[116.5,35.2],"coordinates":[116.6,35.2]}').report)).toEqual([
      '0 null geometry.coordinates member-twice',
    ])
  })
})
