import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { usePageKeys } from './usePageKeys'

function Page({ press }: { readonly press: (event: KeyboardEvent) => void }) {
  usePageKeys(press)
  return (
    <>
      <input aria-label="text" />
      <input aria-label="slider" type="range" />
      <button type="button">button</button>
    </>
  )
}

function ControlPage({ press }: { readonly press: (event: KeyboardEvent) => void }) {
  usePageKeys(press, 'control')
  return <input aria-label="text" />
}

it('hears keys with Ctrl or Meta where those are wanted, in no field and no other keys', () => {
  const press = vi.fn()
  render(<ControlPage press={press} />)
  fireEvent.keyDown(screen.getByLabelText('text'), { key: 'z', ctrlKey: true })
  fireEvent.keyDown(document.body, { key: 'z' })
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true, altKey: true })
  expect(press).not.toHaveBeenCalled()
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
  fireEvent.keyDown(document.body, { key: 'z', metaKey: true })
  expect(press).toHaveBeenCalledTimes(2)
})

it('hears a key anywhere but in a field, under an input method, or with a modifier', () => {
  const press = vi.fn()
  render(<Page press={press} />)
  fireEvent.keyDown(screen.getByLabelText('text'), { key: '?' })
  fireEvent.keyDown(screen.getByRole('button'), { key: '?', ctrlKey: true })
  fireEvent.keyDown(screen.getByRole('button'), { key: '?', isComposing: true })
  expect(press).not.toHaveBeenCalled()
  fireEvent.keyDown(screen.getByRole('button'), { key: '?' })
  fireEvent.keyDown(screen.getByLabelText('slider'), { key: 'p' })
  expect(press).toHaveBeenCalledTimes(2)
})
