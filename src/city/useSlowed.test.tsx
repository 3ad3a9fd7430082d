import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useSlowed } from './useSlowed'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

it('takes a change at once, and the latest of those that follow when the rest is over', () => {
  const { result, rerender } = renderHook(({ value }) => useSlowed(value, 10_000), { initialProps: { value: 'a' } })
  expect(result.current).toBe('a')
  rerender({ value: 'b' })
  expect(result.current).toBe('b')
  rerender({ value: 'c' })
  act(() => void vi.advanceTimersByTime(5_000))
  rerender({ value: 'd' })
  expect(result.current).toBe('b')
  act(() => void vi.advanceTimersByTime(4_999))
  expect(result.current).toBe('b')
  act(() => void vi.advanceTimersByTime(1))
  expect(result.current).toBe('d')
  // Rested: the next is taken at once.
  act(() => void vi.advanceTimersByTime(10_000))
  rerender({ value: 'e' })
  expect(result.current).toBe('e')
})

it('stays where a value has come back before the rest was over', () => {
  const { result, rerender } = renderHook(({ value }) => useSlowed(value, 10_000), { initialProps: { value: 'a' } })
  rerender({ value: 'b' })
  rerender({ value: 'c' })
  rerender({ value: 'b' })
  act(() => void vi.advanceTimersByTime(20_000))
  expect(result.current).toBe('b')
})
