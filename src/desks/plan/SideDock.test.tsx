import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { initialView, useView } from '#state/view.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import type { Frame } from '../frame/useFrame'
import { SideDock } from './SideDock'

const catalog = catalogFixture({
  feeds: [{ id: 'devices', record: 'device', source: { type: 'geojson', url: 'devices.geojson' } }],
})
const frame = {
  layout: { narrow: false },
  folded: { left: false, right: false, bottom: false },
  fold: () => {},
} as unknown as Frame

function Side() {
  const [tool, setTool] = useState<string | null>(null)
  return <SideDock frame={frame} tool={tool} onTool={setTool} />
}
const show = () =>
  renderInCity(<Side />, {
    catalog,
    readings: [readingFixture('devices', NOW)],
    engine: { alarms: async () => ({ lines: [], total: 0, unacknowledged: 0, muted: 0, byLevel: {} }) },
  })

beforeEach(() => useView.setState({ ...initialView, workspace: 'plan' }))

test('the sensing map has its tools beside the layers', async () => {
  useView.setState({ map: 'sensing' })
  show()
  await userEvent.setup().click(screen.getByRole('tab', { name: '感知' }))
  expect(await screen.findByRole('heading', { name: '感知' })).toBeTruthy()
  expect(await screen.findByText('没有告警')).toBeTruthy()
})

test('other maps have their layers, and what is beside every map', () => {
  useView.setState({ map: 'events' })
  show()
  expect(screen.getByRole('heading', { name: '图层' })).toBeTruthy()
  expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['图层', '方案', '选址', '升星'])
})
