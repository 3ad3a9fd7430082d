import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Retrying } from './Retrying'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0.999)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000))

it('counts down and tries by itself, and waits longer each time up to a minute', () => {
  const onRetry = vi.fn()
  const { rerender } = render(<Retrying failures={1} busy={false} onRetry={onRetry} />)
  expect(screen.getByRole('status').textContent).toBe('5 秒后自动重试')
  pass(2)
  expect(screen.getByRole('status').textContent).toBe('3 秒后自动重试')
  expect(onRetry).not.toHaveBeenCalled()
  pass(3)
  expect(onRetry).toHaveBeenCalledTimes(1)
  rerender(<Retrying failures={1} busy={true} onRetry={onRetry} />)
  expect(screen.getByRole('status').textContent).toBe('正在重试…')
  expect(screen.getByRole('button').hasAttribute('disabled')).toBe(true)
  pass(120)
  expect(onRetry).toHaveBeenCalledTimes(1)
  rerender(<Retrying failures={2} busy={false} onRetry={onRetry} />)
  expect(screen.getByRole('status').textContent).toBe('10 秒后自动重试')
  rerender(<Retrying failures={30} busy={false} onRetry={onRetry} />)
  expect(screen.getByRole('status').textContent).toBe('60 秒后自动重试')
})

it('waits no longer for who presses the button', () => {
  const onRetry = vi.fn()
  render(<Retrying failures={3} busy={false} onRetry={onRetry} />)
  screen.getByRole('button', { name: '重试' }).click()
  expect(onRetry).toHaveBeenCalledTimes(1)
})
