import { describe, expect, it } from 'vitest'
import { BOUNDS, deviceCity } from './deviceCity'

const AT = Date.parse('2026-09-01T08:00:00+08:00')

describe('devices that change', () => {
  it('are the same, and change the same, by their seed', () => {
    const play = (seed: number) => {
      const city = deviceCity(50, seed, AT)
      return [city.change(200, AT + 1000), city.features()]
    }
    expect(play(7)).toEqual(play(7))
    expect(play(7)).not.toEqual(play(8))
  })

  it('stand as their latest change says, and where they were when it says so', () => {
    const city = deviceCity(40, 3, AT)
    const told = new Map(city.features().map((device) => [device.id, device]))
    for (let turn = 1; turn <= 20; turn++) {
      for (const device of city.change(30, AT + turn * 1000)) told.set(device.id, device)
    }
    expect(new Map(city.features().map((device) => [device.id, device]))).toEqual(told)
  })

  it('move in about one change of ten, and stay in their city', () => {
    const [west, south, east, north] = BOUNDS
    const city = deviceCity(100, 5, AT)
    let moved = 0
    for (let turn = 0; turn < 5000; turn++) {
      const before = new Map(city.features().map(({ id, geometry }) => [id, geometry.coordinates]))
      for (const { id, geometry } of city.change(1, AT)) {
        if (before.get(id)!.join() !== geometry.coordinates.join()) moved += 1
        const [x, y] = geometry.coordinates
        expect(x >= west && x <= east && y >= south && y <= north).toBe(true)
      }
    }
    // 500 of 5,000 expected; five standard deviations of the binomial are 5·√(5000·0.1·0.9) = 106.
    expect(Math.abs(moved - 500)).toBeLessThan(106)
  })
})
