import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { initialView, useView } from '#state/view.ts'
import { catalogFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { MapTabs } from './MapTabs'

beforeEach(() => useView.setState({ ...initialView, map: 'events' }))

test('a map the app has no words for is a tab under its own title, and opens', async () => {
  const catalog = catalogFixture({
    maps: [{ id: 'events' }, { id: 'traffic', title: { zh: '交通一张图', en: 'Traffic' } }, { id: 'water' }],
  })
  renderInCity(<MapTabs />, { catalog })
  const tabs = screen.getAllByRole('tab')
  expect(tabs.map((tab) => tab.textContent)).toEqual([
    expect.stringContaining('事件态势'),
    expect.stringContaining('交通一张图'),
    expect.stringContaining('water'),
  ])
  await userEvent.setup().click(screen.getByRole('tab', { name: /交通一张图/ }))
  expect(useView.getState().map).toBe('traffic')
})
