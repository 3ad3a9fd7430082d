import { describe, expect, it } from 'vitest'
import { admit, collection, noticed, point, refusals, shape } from './doorFixture'

// The city is [116, 35, 117, 35.5]; what lies beyond [115.5, 34.75, 117.5, 35.75] is far outside.
const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const area = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings })
const PREFECTURE = box(114, 33, 119, 37)
/** From well inside the city to far outside of it. */
const ACROSS = box(116.5, 35.2, 125, 35.3)
const BESIDE = box(118, 35, 119, 35.5)

const accepted = (geometry: unknown, record: string) =>
  admit(collection(shape('a', geometry)), { record }).report.accepted === 1

describe('an area with corners far outside the city', () => {
  it('that holds the whole city is of this city, whatever it is', () => {
    for (const record of ['zone', 'hazard', 'place', 'sheet', 'generic', 'warning']) {
      expect([record, accepted(area(PREFECTURE), record)]).toEqual([record, true])
      const two = { type: 'MultiPolygon', coordinates: [[BESIDE], [PREFECTURE]] }
      expect([record, accepted(two, record)]).toEqual([record, true])
    }
  })

  it('that the city lies in a hole of does not hold it', () => {
    const around = area(PREFECTURE, box(115, 34, 118, 36).toReversed())
    expect(accepted(around, 'zone')).toBe(false)
    expect(accepted(around, 'warning')).toBe(false)
  })

  it('that meets the city is in place for a warning; for the rest a corner far outside is a slip of the pen', () => {
    expect(accepted(area(ACROSS), 'warning')).toBe(true)
    expect(accepted(area(ACROSS), 'zone')).toBe(false)
    // Through the city without a corner in it, and touching its edge from outside.
    expect(accepted(area(box(114, 35.2, 119, 35.3)), 'warning')).toBe(true)
    expect(accepted(area(box(117, 35, 119, 36)), 'warning')).toBe(true)
    const river = {
      type: 'LineString',
      coordinates: [
        [114, 34],
        [119, 36.5],
      ],
    }
    expect(accepted(river, 'warning')).toBe(true)
    expect(accepted(river, 'zone')).toBe(false)
  })

  it('that lies beside the city is not of it', () => {
    expect(refusals(admit(collection(shape('a', area(BESIDE))), { record: 'warning' }).report)).toEqual([
      '0 a geometry outside-city',
    ])
    // Near it, in the half that is added on each side, it is kept as ever.
    expect(accepted(area(box(117.1, 35, 117.4, 35.5)), 'warning')).toBe(true)
    // A triangle round a corner of the bounds that does not reach them.
    const corner = area([
      [117.2, 34],
      [119, 34],
      [119, 36],
      [117.2, 34],
    ])
    expect(accepted(corner, 'warning')).toBe(false)
  })
})

describe('a warning that has no place', () => {
  it('is let in without one, and noted', () => {
    for (const geometry of [null, undefined, { type: 'Polygon', coordinates: [] }]) {
      const { features, report } = admit(collection(shape('a', geometry, { level: '红' })), { record: 'warning' })
      expect(features).toMatchObject([{ id: 'a', geometry: null, properties: { level: '红' } }])
      expect(noticed(report)).toEqual(['warning-not-on-map 1'])
      expect(report.quarantined).toEqual([])
    }
    expect(refusals(admit(collection(shape('a', null)), { record: 'hazard' }).report)).toEqual([
      '0 a geometry no-geometry',
    ])
  })

  it('is let in also where its outline is no use, which is said', () => {
    for (const geometry of [
      { type: 'Polygon', coordinates: [box(116.2, 35.1, 116.2, 35.1)] },
      { type: 'Polygon', coordinates: 'later' },
      { type: 'Point', coordinates: [35, 116] },
      { type: 'Blob' },
      7,
    ]) {
      const { features, report } = admit(collection(shape('a', geometry)), { record: 'warning' })
      expect(features).toMatchObject([{ id: 'a', geometry: null }])
      expect(report.notices.map(({ reason }) => reason.code)).toEqual(
        expect.arrayContaining(['warning-not-on-map', 'warning-area-unusable']),
      )
    }
  })

  it('of areas elsewhere and areas told by words alone is let in: nobody knows where the latter are', () => {
    const told = collection(shape('a', area(BESIDE), { unplaced: '东镇' }))
    expect(admit(told, { record: 'warning' }).features).toMatchObject([{ id: 'a', geometry: null }])
  })

  it('shows by its written place what is wrong with the layer', () => {
    const swapped = collection(point('a', [35.2, 116.5]), point('b', [35.3, 116.6]))
    const { report } = admit(swapped, { record: 'warning' })
    expect(report.accepted).toBe(2)
    expect(noticed(report)).toContain('layer-swapped 2')
  })
})
