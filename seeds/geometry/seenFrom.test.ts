import { describe, expect, it } from 'vitest'
import { offset } from './offset'
import { seenFrom, shareSeen } from './seenFrom'

const position = [116.97, 35.4]
const disc = { position, range: 100, azimuth: null, beamwidth: null }
const north = { position, range: 100, azimuth: 0, beamwidth: 60 }

describe('seenFrom', () => {
  it('reaches as far as its range', () => {
    expect(seenFrom(disc, offset(position, 200, 98))).toBe(true)
    expect(seenFrom(disc, offset(position, 200, 103))).toBe(false)
  })

  it('looks half its beamwidth to either side, across north too', () => {
    expect(seenFrom(north, offset(position, 27, 50))).toBe(true)
    expect(seenFrom(north, offset(position, 333, 50))).toBe(true)
    expect(seenFrom(north, offset(position, 40, 50))).toBe(false)
    expect(seenFrom(north, offset(position, 180, 50))).toBe(false)
  })
})

describe('shareSeen', () => {
  it('counts a position seen twice once: one of two is a half', () => {
    expect(shareSeen([disc, north], [offset(position, 0, 50), offset(position, 0, 500)])).toBe(0.5)
  })
  it('is 0 where there is nothing to see', () => {
    expect(shareSeen([disc], [])).toBe(0)
  })
})
