import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { useLists } from '#state/lists.ts'
import { initialView, useView } from '#state/view.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { AlarmsPanel } from './AlarmsPanel'

const feed = (id: string, record: string) => ({ id, record, source: { type: 'geojson', url: `${id}.geojson` } })
const catalog = catalogFixture({
  feeds: [feed('devices', 'device'), feed('scopes', 'zone')],
  scopes: [{ id: 'built-up', title: { zh: '建成区' }, feed: 'scopes' }],
})

beforeEach(() => {
  useLists.setState(useLists.getInitialState(), true)
  useView.setState({ ...initialView, workspace: 'respond', scope: 'built-up' })
})

it('never says that nothing is in alarm without the alarms outside the scope, one click away', async () => {
  renderInCity(<AlarmsPanel feed="devices" />, {
    catalog,
    readings: ['devices', 'scopes'].map((id) => readingFixture(id, NOW)),
    engine: {
      alarms: async ({ scope }) => ({
        lines: [],
        total: scope === null ? 3 : 0,
        unacknowledged: scope === null ? 3 : 0,
        muted: 0,
        byLevel: {},
      }),
    },
  })
  await userEvent.setup().click(await screen.findByRole('button', { name: '建成区外还有 3 条' }))
  expect(await screen.findByText('3 条未确认')).toBeTruthy()
  await userEvent.setup().click(screen.getByRole('button', { name: '只看建成区' }))
  expect(await screen.findByText(/没有告警/)).toBeTruthy()
})
