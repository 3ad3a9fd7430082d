import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { setEvaluationProgress } from '#city/evaluationProgress.ts'
import { initialView, useView } from '#state/view.ts'
import { catalogFixture, evaluationFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { useFeedStandings } from '#views/health/useFeedStandings.ts'
import { IndicatorInspector } from '../inspector/IndicatorInspector'
import { StarBoard } from './StarBoard'

const drawn = vi.hoisted(() => ({ marks: 0 }))
vi.mock('#views/standing/StandingMark.tsx', () => ({
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

const computed = () => waitFor(() => expect(document.querySelector('[aria-busy="true"]')).toBeNull())

test('the focus on its way draws only the row it leaves and the one it enters', async () => {
  renderInCity(<StarBoard />, {
    catalog,
    engine: { evaluate: async () => evaluationFixture({}) },
    feedsByIndicator: {},
  })
  await computed()
  screen.getByText('电子证照使用率').closest('button')?.focus()
  const before = drawn.marks
  await userEvent.keyboard('{ArrowDown}')
  expect(document.activeElement?.textContent).toMatch(/^2公共交通来车实时预报率/)
  expect(drawn.marks).toBe(before + 2)
})

test('how far a computation has come does not draw the open row again', async () => {
  const start = drawn.marks
  useView.setState({ indicator: 'e-certificate-usage-rate' })
  renderInCity(<IndicatorInspector />, {
    catalog,
    engine: { evaluate: async () => evaluationFixture({}) },
    feedsByIndicator: {},
  })
  await screen.findByRole('article', { name: /电子证照使用率/ })
  await waitFor(() => expect(screen.queryByText('正在测算')).toBeNull())
  const before = drawn.marks
  expect(before).toBeGreaterThan(start)
  act(() => setEvaluationProgress(7, 43))
  expect(drawn.marks).toBe(before)
})
