import { fireEvent, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NO_SELECTION, select, useSelection } from '#state/selection.ts'
import { setView, useView } from '#state/view.ts'
import { LETS_GO_AFTER, useLetGo } from './useLetGo'

const HOME = { longitude: 117, latitude: 35, zoom: 10, bearing: 0, pitch: 0 }
const isSelected = () => useSelection.getState().selection.kind === 'feature'
const pick = (id: string) => select({ kind: 'feature', feature: { feed: 'cases', mapId: 1, id }, at: [117.1, 35.1] })

beforeEach(() => {
  vi.useFakeTimers()
  setView({ camera: HOME })
  select(NO_SELECTION)
})
afterEach(() => {
  vi.useRealTimers()
})

it('a wall lets a selection go after a while without a hand, and goes back to where it looked before', () => {
  const { rerender } = renderHook(useLetGo)
  pick('A')
  rerender()
  setView({ camera: { ...HOME, zoom: 16 } })
  vi.advanceTimersByTime(LETS_GO_AFTER - 1)
  fireEvent.pointerMove(window)
  vi.advanceTimersByTime(LETS_GO_AFTER - 1)
  expect(isSelected()).toBe(true)
  vi.advanceTimersByTime(1)
  expect(isSelected()).toBe(false)
  expect(useView.getState().camera).toEqual(HOME)
})

it('and a wall that is left lets nothing go at the desk', () => {
  const { unmount } = renderHook(useLetGo)
  pick('A')
  unmount()
  vi.advanceTimersByTime(2 * LETS_GO_AFTER)
  expect(isSelected()).toBe(true)
})
