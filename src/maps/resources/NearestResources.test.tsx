import { screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { FeatureDetail } from '#engine/engineApi.ts'
import type { NearestAnswer, NearestRequest } from '#engine/response/responseVerbs.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { NearestResources } from './NearestResources'

const feed = (id: string, record: string) => ({ id, record, source: { type: 'geojson', url: `${id}.geojson` } })
const catalog = catalogFixture({ feeds: [feed('cases', 'case'), feed('teams', 'team'), feed('vehicles', 'vehicle')] })
const readings = ['cases', 'teams', 'vehicles'].map((id) => readingFixture(id, NOW))

const detail = (id: string, at: FeatureDetail['at']): FeatureDetail => ({
  feed: 'teams',
  mapId: 1,
  id,
  record: 'team',
  name: `队${id}`,
  properties: {},
  time: null,
  at,
  bounds: null,
})
const incident = { ...detail('c1', [117, 35]), feed: 'cases', record: 'case' as const }

it('is one question, about every kind of resource and not about the incident itself', async () => {
  const nearest = vi.fn(
    async (_request: NearestRequest): Promise<NearestAnswer> => ({
      usable: [
        { feature: detail('近', [117, 35.01]), metres: 1111.95 },
        { feature: detail('远', [117, 35.004]), metres: 444.8 },
      ],
      notUsable: [
        { feature: detail('出', [117, 35.001]), metres: 111.2, reason: { code: 'x', zh: '状态为“出动”', en: 'out' } },
      ],
    }),
  )
  renderInCity(<NearestResources detail={incident} />, { catalog, readings, engine: { nearest } })
  const rows = within(await screen.findByRole('table', { name: '就近资源' })).getAllByRole('row')
  // The head, and the two in the order of the engine.
  expect(rows.slice(1).map((row) => row.textContent)).toEqual([
    expect.stringContaining('1.1 公里'),
    expect.stringContaining('440 米'),
  ])
  expect(nearest.mock.calls.map(([request]) => request)).toEqual([
    { at: [117, 35], feeds: ['teams', 'vehicles'], limit: 12, from: { feed: 'cases', id: 'c1' } },
  ])
  const apart = within(screen.getByRole('table', { name: '现在不可用' })).getAllByRole('row')
  expect(apart.slice(1).map((row) => row.textContent)).toEqual([expect.stringMatching(/队出.*状态为“出动”.*110 米/)])
})

it('asks nothing for an incident without a place', () => {
  renderInCity(<NearestResources detail={{ ...incident, at: null }} />, { catalog, readings })
  expect(screen.queryByRole('table')).toBeNull()
})
