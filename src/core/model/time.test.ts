import { describe, expect, it } from 'vitest'
import { clockTime, countsAt, freshnessOf, isCurrent, isPlaceholder, leastFresh, shanghaiTime } from './time'

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

it('a time is written in Shanghai, whole seconds short', () => {
  expect(shanghaiTime(Date.UTC(2026, 8, 1))).toBe('2026-09-01T08:00:00+08:00')
  expect(shanghaiTime(Date.UTC(2026, 8, 1) + 250)).toBe('2026-09-01T08:00:00.250+08:00')
  expect(shanghaiTime(null)).toBeNull()
})

it('a clock shows its start at a real moment and runs at its speed from there', () => {
  const clock = { start: NOON, at: 1_000, speed: 60 }
  expect([1_000, 2_000, 0].map((real) => clockTime(clock, real) - NOON)).toEqual([0, 60_000, -60_000])
})

describe('a time of data counts', () => {
  const at = (iso: string): number => Date.parse(iso)

  it('up to ten minutes ahead of the clock', () => {
    expect([-1e9, 0, 600_000, 600_001].map((ahead) => countsAt(NOON + ahead, NOON))).toEqual([true, true, true, false])
  })

  it('unless it is of year 1 or 9999 in Shanghai, whatever the clock says', () => {
    const edges = [
      '0001-12-31T23:59:59+08:00',
      '0002-01-01T00:00:00+08:00',
      '9998-12-31T23:59:59+08:00',
      '9999-01-01T00:00:00+08:00',
    ]
    expect(edges.map((edge) => isPlaceholder(at(edge)))).toEqual([true, false, false, true])
    expect(countsAt(at('9999-12-31T00:00:00+08:00'), at('9999-12-31T12:00:00+08:00'))).toBe(false)
  })
})
