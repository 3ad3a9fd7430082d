import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18next } from '#i18n/i18n.ts'
import { Rail } from './Rail'
import { lowest } from './useRailPages'

/** Width of the cards laid out in pages, in a rail of 400: jsdom lays nothing out. */
let content = 400

beforeEach(async () => {
  await i18next.changeLanguage('zh-CN')
  vi.useFakeTimers()
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(400)
  vi.spyOn(Element.prototype, 'scrollWidth', 'get').mockImplementation(() => content)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds))
const current = () =>
  screen.getAllByRole('button').findIndex((button) => button.getAttribute('aria-current') === 'true')

describe('rail of the wall', () => {
  it('has one page when all cards fit', () => {
    content = 400
    render(<Rail side="left">cards</Rail>)
    pass(2000)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('lets the pages take turns and come round again', () => {
    content = 800
    render(<Rail side="left">cards</Rail>)
    pass(2000)
    expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
      '第 1 页，共 2 页',
      '第 2 页，共 2 页',
    ])
    expect(current()).toBe(0)
    // Seven looks of two seconds to a page: the first turn comes at 14 s, the next at 28 s.
    pass(12_000)
    expect(current()).toBe(1)
    pass(14_000)
    expect(current()).toBe(0)
  })

  it('goes back to the first page when the cards fit again', () => {
    content = 800
    render(<Rail side="left">cards</Rail>)
    pass(14_000)
    expect(current()).toBe(1)
    content = 400
    pass(2000)
    expect(screen.queryByRole('button')).toBeNull()
  })
})

it('pages are as low as the cards in their order can be', () => {
  // In two columns: 300 | 100 + 100 + 100; 100 + 300 | 100; all that is left in one.
  expect(lowest([300, 100, 100, 100], 2)).toBe(300)
  expect(lowest([100, 300, 100], 2)).toBe(400)
  expect(lowest([100, 300, 100], 3)).toBe(300)
  expect(lowest([100, 300, 100], 1)).toBe(500)
})
