import { describe, expect, it } from 'vitest'
import { alongLine } from './alongLine'
import { decodePolyline, encodePolyline } from './polyline'
import { vehicleAt } from './vehicleAt'

describe('polyline', () => {
  // The worked example of the format's own description: (38.5, −120.2), (40.7, −120.95), (43.252, −126.453).
  const line = [
    [-120.2, 38.5],
    [-120.95, 40.7],
    [-126.453, 43.252],
  ]
  const text = '_p~iF~ps|U_ulLnnqC_mqNvxq`@'

  it('is written and read as its description says', () => {
    expect(encodePolyline(line)).toBe(text)
    expect(decodePolyline(text)).toEqual(line)
  })

  it('leaves out what is cut off', () => {
    expect(decodePolyline(text.slice(0, -3))).toEqual(line.slice(0, 2))
    expect(decodePolyline('')).toEqual([])
  })
})

describe('alongLine', () => {
  // A hundredth of a degree of latitude is 6371008.8 · π / 180 / 100 = 1111.95 m.
  const route = alongLine([
    [117, 35.4],
    [117, 35.41],
    [117, 35.42],
  ])!

  it('is walked by metres and held at its ends', () => {
    expect(route.length).toBeCloseTo(2223.9, 1)
    expect(route.at(1111.95 / 2)).toEqual({ position: [117, 35.405], heading: 0 })
    expect(route.at(-5).position).toEqual([117, 35.4])
    expect(route.at(9999).position).toEqual([117, 35.42])
  })

  it('is none of a single position', () => {
    expect(alongLine([[117, 35.4]])).toBeNull()
  })
})

describe('vehicleAt', () => {
  const route = alongLine([
    [117, 35.4],
    [117, 35.42],
  ])!
  const start = Date.UTC(2026, 8, 1)
  const day = Array.from({ length: 8640 }, (_, index) => vehicleAt(5, route, start + index * 10_000))

  it('goes out and back: north with heading 0, home with 180, and stands at the far end', () => {
    const headings = new Set(day.filter(({ moving }) => moving).map(({ heading }) => heading))
    expect(headings).toEqual(new Set([0, 180]))
    const standing = day.filter(({ moving, heading }) => !moving && heading !== null)
    expect(standing.length).toBeGreaterThan(0)
    expect(standing.every(({ position }) => position[1] === 35.42)).toBe(true)
  })

  it('is at home most of the day', () => {
    const home = day.filter(({ heading }) => heading === null)
    expect(home.length / day.length).toBeGreaterThan(0.5)
    expect(home.every(({ position }) => position[1] === 35.4)).toBe(true)
  })
})
