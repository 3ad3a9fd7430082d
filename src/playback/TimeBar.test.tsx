import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { REAL_CLOCK } from '#core/model/time.ts'
import { NOW as PRESENT } from '#core/model/world.ts'
import { setClock } from '#state/clock.ts'
import { slideTo } from '#state/playback.ts'
import { momentOf, showWorld, worldOnShow } from '#state/world.ts'
import { NOW, renderInCity } from '#tests/city/cityFixture.tsx'
import { TimeBar } from './TimeBar'

beforeEach(() => {
  setClock({ start: NOW, at: 0, speed: 0 })
  showWorld(PRESENT)
  slideTo(null)
})
afterEach(() => setClock(REAL_CLOCK))

async function slider() {
  renderInCity(<TimeBar />, {
    engine: { timeline: () => ({ from: NOW - 60_000, minutes: [] }), prepare: () => {} } as object,
  })
  return screen.findByRole('slider')
}

const looksAt = (moment: number | null) => waitFor(() => expect(momentOf(worldOnShow())).toBe(moment))

it('leaves now by one step back, as an arrow key takes it', async () => {
  fireEvent.change(await slider(), { target: { value: String(NOW - 1_000) } })
  await looksAt(NOW - 1_000)
})

it('is at now again when brought forward to within a step and a half of it', async () => {
  const bar = await slider()
  fireEvent.change(bar, { target: { value: String(NOW - 5_000) } })
  await looksAt(NOW - 5_000)
  fireEvent.change(bar, { target: { value: String(NOW - 2_000) } })
  await looksAt(NOW - 2_000)
  fireEvent.change(bar, { target: { value: String(NOW - 1_000) } })
  await looksAt(null)
})
