import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { loadWall } from '#app/parts.ts'
import { initialView, useView } from '#state/view.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { known } from '#views/parts/loop.ts'
import type { StageFacts } from '#views/parts/part.ts'
import { LoopStrip } from './LoopStrip'

const { cards } = await loadWall()

const feed = (id: string, record: string) => ({ id, record, source: { type: 'geojson', url: `${id}.geojson` } })
const catalog = catalogFixture({
  feeds: [feed('old-cases', 'case'), feed('cases', 'case')],
  roles: { cases: 'cases' },
  maps: [{ id: 'traffic' }, { id: 'water' }],
})

const show = (facts: StageFacts) =>
  renderInCity(<LoopStrip />, { catalog, readings: [readingFixture('cases', NOW)], wall: { cards, facts } })

beforeEach(() => useView.setState({ ...initialView, map: 'water' }))

test('a stage speaks of the feed in its role, and leads to the first of its maps that the city has', async () => {
  show({ command: { role: 'cases', maps: ['events', 'traffic'], useFact: (id) => known(`在办 ${id}`) } })
  await userEvent.setup().click(screen.getByRole('button', { name: /指挥.*在办 cases/ }))
  expect(useView.getState()).toMatchObject({ map: 'traffic', workspace: 'screen' })
})

test('a stage without a map of this city leads nowhere, and one that nothing feeds is left out', async () => {
  show({
    command: { role: 'cases', maps: ['events'], useFact: () => known('70 件在办') },
    monitor: { role: 'devices', maps: ['water'], useFact: () => known('1 / 1 在线') },
    decide: { role: null, maps: ['water'], useFact: () => known('3 项未达四星') },
  })
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: /指挥/ }))
  expect(useView.getState().map).toBe('water')
  // No feed of devices, and no row that is measured: of three stages one is left.
  expect(screen.getAllByRole('button')).toHaveLength(1)
})
