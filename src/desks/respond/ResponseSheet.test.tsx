import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { useIncident } from '#state/incident.ts'
import { NO_SELECTION, select, useSelection } from '#state/selection.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { ResponseSheet } from './ResponseSheet'

const feed = (id: string, record: string) => ({ id, record, source: { type: 'geojson', url: `${id}.geojson` } })
const catalog = catalogFixture({ feeds: [feed('cases', 'case'), feed('teams', 'team'), feed('stores', 'store')] })

const detail = (of: string, id: string): FeatureDetail => ({
  feed: of,
  mapId: 1,
  id,
  record: of === 'cases' ? 'case' : 'team',
  name: `名${id}`,
  properties: {},
  time: null,
  at: [117, 35],
  bounds: null,
})
const pick = (of: string, id: string) =>
  act(async () => select({ kind: 'feature', feature: { feed: of, mapId: 1, id }, at: [117, 35] }))
const selected = () => {
  const { selection } = useSelection.getState()
  return selection.kind === 'feature' ? selection.feature.id : null
}

beforeEach(() => {
  select(NO_SELECTION)
  useIncident.setState({ incident: null, framed: null })
})

it('keeps the way back to an incident while resources are looked at, and after nothing is selected', async () => {
  renderInCity(<ResponseSheet />, {
    catalog,
    readings: ['cases', 'teams', 'stores'].map((id) => readingFixture(id, NOW)),
    engine: { find: async (of, id) => detail(of, id) },
  })
  await pick('teams', 'T')
  await screen.findByRole('heading', { name: '名T' })
  expect(screen.queryByRole('button', { name: /^返回/ })).toBeNull()

  await pick('cases', 'A')
  await screen.findByRole('heading', { name: '名A' })
  expect(screen.queryByRole('button', { name: /^返回/ })).toBeNull()
  await pick('teams', 'T')
  await pick('stores', 'S')
  await userEvent.setup().click(await screen.findByRole('button', { name: '返回 名A' }))
  expect(selected()).toBe('A')

  await act(async () => select(NO_SELECTION))
  await userEvent.setup().click(await screen.findByRole('button', { name: '返回 名A' }))
  expect(selected()).toBe('A')
  // Another incident takes its place.
  await pick('cases', 'B')
  await pick('teams', 'T')
  expect(await screen.findByRole('button', { name: '返回 名B' })).toBeTruthy()
})
