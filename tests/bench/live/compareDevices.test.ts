import { describe, expect, it } from 'vitest'
import { compareDevices, differs } from './compareDevices'
import { type DeviceFeature, deviceCity } from './deviceCity'

const AT = Date.parse('2026-09-01T08:00:00+08:00')
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
    expect(compareDevices(sent, [...all, all[0]!], true)).toEqual({ missing: 0, strange: 0, wrong: 0, behind: 0 })
  })

  it('counts the missing, the strange and the wrong', () => {
    const [first, second, third, fourth] = sent.map(shown)
    const old = { ...second!, properties: { ...second!.properties, time: '2026-08-31T23:59:59.000Z' } }
    const elsewhere = { ...third!, geometry: { ...third!.geometry, coordinates: [116.8, 35.2] } }
    const stranger = { ...fourth!, properties: { ...fourth!.properties, id: 'D99999' } }
    const found = compareDevices(sent, [first!, old, elsewhere, stranger], true)
    // The fourth and fifth are not there.
    expect(found).toEqual({ missing: 2, strange: 1, wrong: 2, behind: 0 })
    expect(differs(found)).toBe(5)
    expect(compareDevices(sent, [first!, old, elsewhere, stranger], false).wrong).toBe(1)
  })

  it('says how far behind the newest is', () => {
    const changed = deviceCity(5, 1, AT + 4_000).features()
    expect(compareDevices(changed, sent.map(shown), true).behind).toBe(4_000)
  })

  it('takes one old copy of a device for wrong, however many are right', () => {
    const all = sent.map(shown)
    const old = { ...all[0]!, properties: { ...all[0]!.properties, value: -1 } }
    expect(compareDevices(sent, [...all, old], true).wrong).toBe(1)
  })
})
