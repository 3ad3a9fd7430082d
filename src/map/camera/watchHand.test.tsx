import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchHand } from './watchHand'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const pointer = (type: string, pointerId: number): Event => Object.assign(new Event(type), { pointerId })

test('nothing moves while a pointer is down, and only the newest wish is carried out', () => {
  const map = document.createElement('div')
  const hand = watchHand(map)
  const done: string[] = []
  map.dispatchEvent(pointer('pointerdown', 1))
  map.dispatchEvent(pointer('pointerdown', 2))
  hand.whenFree(() => done.push('old'))
  hand.whenFree(() => done.push('new'))
  window.dispatchEvent(pointer('pointerup', 1))
  expect(done).toEqual([])
  window.dispatchEvent(pointer('pointerup', 2))
  expect(done).toEqual(['new'])
  hand.stop()
})

test('a wheel is let go of 400 ms after its last turn', () => {
  const map = document.createElement('div')
  const hand = watchHand(map)
  const done: string[] = []
  map.dispatchEvent(new Event('wheel'))
  hand.whenFree(() => done.push('flown'))
  vi.advanceTimersByTime(399)
  expect(done).toEqual([])
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['flown'])
  hand.stop()
})

test('a free map obeys at once', () => {
  const done: string[] = []
  const hand = watchHand(document.createElement('div'))
  hand.whenFree(() => done.push('flown'))
  expect(done).toEqual(['flown'])
  hand.stop()
})
