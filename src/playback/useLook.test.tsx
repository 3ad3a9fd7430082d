import { act, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { lookAt, useClock } from '#state/clock.ts'
import { renderInCity } from '#tests/city/cityFixture.tsx'
import { useLook } from './useLook'

function Wisher({ name, at }: { readonly name: string; readonly at: number | null }) {
  const look = useLook()
  return (
    <button type="button" onClick={() => look(at)}>
      {name}
    </button>
  )
}

it('ends at the last wish, whoever wished, though an earlier one is still on its way', async () => {
  lookAt(null)
  const asked: (number | null)[] = []
  const arrive: (() => void)[] = []
  renderInCity(
    <>
      <Wisher name="slider" at={1_000} />
      <Wisher name="between" at={2_000} />
      <Wisher name="key" at={null} />
    </>,
    {
      engine: {
        look: (at) => {
          asked.push(at)
          return new Promise((done) => void arrive.push(() => done()))
        },
      },
    },
  )
  for (const name of ['slider', 'between', 'key']) act(() => screen.getByRole('button', { name }).click())
  // The first is on its way; the second was given up for the third.
  expect(asked).toEqual([1_000])
  await act(async () => arrive[0]?.())
  await waitFor(() => expect(asked).toEqual([1_000, null]))
  await act(async () => arrive[1]?.())
  expect(useClock.getState().looking).toBe(null)
})
