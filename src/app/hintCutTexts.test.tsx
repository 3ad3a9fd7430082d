import { fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { hintCutTexts } from './hintCutTexts'

/** Width of all text, in an element 100 wide: jsdom lays nothing out. */
let width = 100
vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(100)
vi.spyOn(Element.prototype, 'scrollWidth', 'get').mockImplementation(() => width)
const stop = hintCutTexts(document)
afterEach(() => {
  width = 100
})

const named = (more = {}) => (
  <p style={{ textOverflow: 'ellipsis' }} {...more}>
    <b>很长的名称</b>
  </p>
)

test('a text that is cut says the whole of it under the pointer, until it has room', () => {
  render(named())
  const text = screen.getByText('很长的名称')
  fireEvent.pointerOver(text)
  expect(text.parentElement?.title).toBe('')
  width = 180
  fireEvent.pointerOver(text)
  expect(text.parentElement?.title).toBe('很长的名称')
  width = 100
  fireEvent.pointerOver(text)
  expect(text.parentElement?.title).toBe('')
})

test('a hint of its own stays; after the end nothing is hinted', () => {
  width = 180
  const { rerender } = render(named({ title: '说明' }))
  fireEvent.pointerOver(screen.getByText('很长的名称'))
  expect(screen.getByTitle('说明')).toBeTruthy()
  stop()
  rerender(named({ title: '' }))
  fireEvent.pointerOver(screen.getByText('很长的名称'))
  expect(screen.getByText('很长的名称').parentElement?.title).toBe('')
})
