import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useRailFit } from './useRailFit'

const CARDS = [{ kind: 'star-summary' }, { kind: 'feeds' }] as const

/** Width of the cards laid out in pages, in a rail of 400: jsdom lays nothing out. */
let content = 400
const root = { current: document.createElement('div') }

beforeEach(() => {
  vi.useFakeTimers()
  root.current.innerHTML = '<p data-viewport><i data-card="0"></i><i data-card="1"></i></p>'
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(400)
  vi.spyOn(Element.prototype, 'scrollWidth', 'get').mockImplementation(() => content)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(180)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const look = () => act(() => vi.advanceTimersByTime(1000))

test('cards that fit are left alone', () => {
  content = 400
  const { result } = renderHook(() => useRailFit(root, CARDS, 9))
  look()
  expect(result.current).toEqual({ measured: undefined, tight: false })
})

test('cards that do not fit are measured first, and stand closer when that did not help', () => {
  content = 800
  const { result } = renderHook(() => useRailFit(root, CARDS, 9))
  look()
  // 180 pixels are 20 units of 9.
  expect(result.current.tight).toBe(false)
  expect([...(result.current.measured ?? [])]).toEqual([
    [CARDS[0], 20],
    [CARDS[1], 20],
  ])
  look()
  expect(result.current.tight).toBe(true)
})
