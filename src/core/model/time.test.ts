import { describe, expect, it } from 'vitest'
import { clockTime, freshnessOf, isCurrent, leastFresh, parseTime, shanghaiTime } from './time'

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

describe('a time as it is written', () => {
  const MINUTE = 60_000
  /** 08:00 in Shanghai. */
  const MORNING = Date.UTC(2026, 8, 1)

  it.each([
    ['2026-09-01T08:59', MORNING + 59 * MINUTE],
    ['2026-09-01T08:60', null],
    // A leap second is a time, the one after it is none.
    ['2026-09-01T08:00:60', MORNING + MINUTE],
    ['2026-09-01T08:00:61', null],
    ['2026-09-01T23:00', MORNING + 15 * 60 * MINUTE],
    ['2026-09-01T24:00', MORNING + 16 * 60 * MINUTE],
    ['2026-09-01T24:01', null],
    ['2026-09-01T24:00:01', null],
    ['2026-09-01T08:00+14:00', MORNING - 6 * 60 * MINUTE],
    ['2026-09-01T08:00+15:00', null],
    ['2026-09-01T08:00-08:59', MORNING + (16 * 60 + 59) * MINUTE],
    ['2026-09-01T08:00-08:60', null],
    ['2026-09-01T08:00:00.0625Z', MORNING + 8 * 60 * MINUTE + 62],
    ['2026-00-01', null],
    ['2026-12-31', Date.UTC(2026, 11, 30, 16)],
    ['20260', null],
  ])('%s', (text, expected) => {
    expect(parseTime(text)).toBe(expected)
  })

  it.each([
    [999_999_999, null],
    [1_000_000_000, 1_000_000_000_000],
    [9_999_999_999, 9_999_999_999_000],
    [10_000_000_000, null],
    [1_000_000_000_000.5, 1_000_000_000_000],
    [9_999_999_999_999, 9_999_999_999_999],
    [10_000_000_000_000, null],
    [1899, null],
    [1900, Date.UTC(1899, 11, 31, 16)],
    [2100, Date.UTC(2099, 11, 31, 16)],
    [2101, null],
    [2026.5, null],
    [19000101, Date.UTC(1899, 11, 31, 16)],
    [18991231, null],
    [21001231, Date.UTC(2100, 11, 30, 16)],
    [21010101, null],
  ])('%d as a number', (value, expected) => {
    expect(parseTime(value)).toBe(expected)
  })

  it('is written in Shanghai, whole seconds short', () => {
    expect(shanghaiTime(MORNING)).toBe('2026-09-01T08:00:00+08:00')
    expect(shanghaiTime(MORNING + 250)).toBe('2026-09-01T08:00:00.250+08:00')
    expect(shanghaiTime(null)).toBeNull()
  })
})

it('a clock shows its start at a real moment and runs at its speed from there', () => {
  const clock = { start: NOON, at: 1_000, speed: 60 }
  expect([1_000, 2_000, 0].map((real) => clockTime(clock, real) - NOON)).toEqual([0, 60_000, -60_000])
})
