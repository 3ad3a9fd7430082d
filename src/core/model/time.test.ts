import { describe, expect, it } from 'vitest'
import { freshnessOf, isCurrent, leastFresh } from './time'

const NOON = Date.UTC(2026, 8, 1, 4)
const ago = (seconds: number): number => NOON - seconds * 1000

describe('freshness', () => {
  it('is live up to the refresh time, late up to the stale time, then stale', () => {
    const of = (age: number) => freshnessOf(ago(age), NOON, 600, 60)
    expect([0, 60, 61, 600, 601].map(of)).toEqual(['live', 'live', 'late', 'late', 'stale'])
  })

  it('takes half the stale time as refresh time where there is none', () => {
    const of = (age: number) => freshnessOf(ago(age), NOON, 600)
    expect([300, 301, 601].map(of)).toEqual(['live', 'late', 'stale'])
  })

  it('takes twice the refresh time as stale time where there is none', () => {
    const of = (age: number) => freshnessOf(ago(age), NOON, undefined, 60)
    expect([60, 61, 121].map(of)).toEqual(['live', 'late', 'stale'])
  })

  it('expects nothing of a feed that promises nothing', () => {
    expect(freshnessOf(ago(1e9), NOON)).toBe('live')
  })

  it('never calls an unknown time current', () => {
    expect(freshnessOf(null, NOON, 600, 60)).toBe('never')
    expect(freshnessOf(null, NOON)).toBe('never')
  })

  it('is stale beyond the stale time even where the refresh time is longer', () => {
    expect(freshnessOf(ago(100), NOON, 60, 600)).toBe('stale')
  })

  it('takes data from ahead of the clock as live', () => {
    expect(freshnessOf(ago(-30), NOON, 600, 60)).toBe('live')
  })
})

describe('what may stand as current', () => {
  it('is live and late data, and no other', () => {
    expect((['live', 'late', 'stale', 'never'] as const).map(isCurrent)).toEqual([true, true, false, false])
  })

  it('of several is decided by the least fresh', () => {
    expect(leastFresh([])).toBe('live')
    expect(leastFresh(['live', 'late', 'live'])).toBe('late')
    expect(leastFresh(['late', 'never'])).toBe('never')
    expect(leastFresh(['never', 'stale', 'live'])).toBe('stale')
  })
})
