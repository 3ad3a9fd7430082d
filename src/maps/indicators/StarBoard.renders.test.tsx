import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { initialView, useView } from '../../state/view'
import { catalogFixture, evaluationFixture, NOW, readingFixture, renderInCity } from '../data/cityFixture'
import { useFeedStandings } from '../panels/useFeedStandings'
import { StarBoard } from './StarBoard'

const drawn = vi.hoisted(() => ({ marks: 0 }))
vi.mock('./StandingMark', () => ({
  StandingMark: () => {
    drawn.marks += 1
    return null
  },
}))

const FEEDS = ['schools', 'parks']
const catalog = catalogFixture({
  feeds: FEEDS.map((id) => ({ id, record: 'place', source: { type: 'geojson', url: `${id}.geojson` } })),
})

let client: QueryClient | null = null
function Aside() {
  client = useQueryClient()
  return <p>{useFeedStandings().map(({ feed, state }) => `${feed.id}:${state} `)}</p>
}

beforeEach(() => useView.setState(initialView))

test('a feed that comes in does not draw the rows of the board again', async () => {
  renderInCity(
    <>
      <StarBoard />
      <Aside />
    </>,
    {
      catalog,
      engine: { evaluate: async () => evaluationFixture({}) },
      feedsByIndicator: { 'smart-campus-coverage': ['schools'] },
      readings: [readingFixture('schools', NOW)],
    },
  )
  await waitFor(() => expect(document.querySelector('[aria-busy="true"]')).toBeNull())
  await screen.findByText(/parks:idle/)
  await act(() => new Promise((done) => setTimeout(done, 0)))
  const before = drawn.marks
  expect(before).toBeGreaterThanOrEqual(43)
  act(
    () =>
      void client?.setQueryData(
        ['feed', 'http://city.test/geodata/catalog.json', 'parks'],
        readingFixture('parks', NOW),
      ),
  )
  await screen.findByText(/parks:live/)
  expect(drawn.marks).toBe(before)
})
