import { describe, expect, it } from 'vitest'
import { compareDevices, differs } from './compareDevices'
import { type DeviceFeature, deviceCity } from './deviceCity'

const AT = Date.parse('2026-09-01T08:00:00+08:00')
const ALL = { places: true, properties: 'all' } as const
const sent = deviceCity(5, 1, AT).features()
/** As a map holds it: the identity is a property, and the app adds some of its own. */
const shown = ({ id, type, geometry, properties }: DeviceFeature) => ({
  type,
  geometry,
  properties: { ...properties, id, state: '在线' },
})

describe('what a page shows against what was sent', () => {
  it('is the same with more properties, in another order, and twice', () => {
    const all = [...sent].reverse().map(shown)
    expect(compareDevices(sent, [...all, all[0]!], ALL)).toEqual({ missing: 0, strange: 0, wrong: 0, behind: 0 })
  })

  it('counts the missing, the strange and the wrong', () => {
    const [first, second, third, fourth] = sent.map(shown)
    const old = { ...second!, properties: { ...second!.properties, time: '2026-08-31T23:59:59.000Z' } }
    const elsewhere = { ...third!, geometry: { ...third!.geometry, coordinates: [116.8, 35.2] } }
    const stranger = { ...fourth!, properties: { ...fourth!.properties, id: 'D99999' } }
    const found = compareDevices(sent, [first!, old, elsewhere, stranger], ALL)
    // The fourth and fifth are not there.
    expect(found).toEqual({ missing: 2, strange: 1, wrong: 2, behind: 0 })
    expect(differs(found)).toBe(5)
    expect(compareDevices(sent, [first!, old, elsewhere, stranger], { places: false, properties: 'all' }).wrong).toBe(1)
  })

  it('asks a map only for what its layer reads', () => {
    const [first, second] = sent.map(shown)
    const other = { ...first!, properties: { ...first!.properties, value: -1 } }
    const turned = { ...second!, properties: { ...second!.properties, status: '不明' } }
    const rest = sent.slice(2).map(shown)
    expect(compareDevices(sent, [other, turned, ...rest], { places: true, properties: 'drawn' }).wrong).toBe(1)
  })

  it('says how far behind the newest is', () => {
    const changed = deviceCity(5, 1, AT + 4_000).features()
    expect(compareDevices(changed, sent.map(shown), ALL).behind).toBe(4_000)
  })

  it('takes one old copy of a device for wrong, however many are right', () => {
    const all = sent.map(shown)
    const old = { ...all[0]!, properties: { ...all[0]!.properties, value: -1 } }
    expect(compareDevices(sent, [...all, old], ALL).wrong).toBe(1)
  })
})
