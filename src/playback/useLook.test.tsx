import { act, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { NOW, type World } from '#core/model/world.ts'
import { momentOf, showWorld, worldOnShow } from '#state/world.ts'
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
  showWorld(NOW)
  const asked: World[] = []
  const arrive: (() => void)[] = []
  renderInCity(
    <>
      <Wisher name="slider" at={1_000} />
      <Wisher name="between" at={2_000} />
      <Wisher name="key" at={null} />
    </>,
    {
      engine: {
        prepare: (world) => {
          asked.push(world)
          return new Promise<void>((done) => void arrive.push(done))
        },
      },
    },
  )
  for (const name of ['slider', 'between', 'key']) act(() => screen.getByRole('button', { name }).click())
  // The first is on its way, and not on show before it is ready; the second was given up for the third.
  expect(asked.map(momentOf)).toEqual([1_000])
  expect(worldOnShow()).toBe(NOW)
  await act(async () => arrive[0]?.())
  await waitFor(() => expect(asked.map(momentOf)).toEqual([1_000, null]))
  expect(momentOf(worldOnShow())).toBe(1_000)
  await act(async () => arrive[1]?.())
  expect(worldOnShow()).toBe(NOW)
})
