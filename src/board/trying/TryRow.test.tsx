import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import type { EvaluateRequest, ExplainedMetric } from '#engine/engineApi.ts'
import { useSketchBook } from '#state/sketches.ts'
import { initialView, useView } from '#state/view.ts'
import {
  catalogFixture,
  evaluationFixture,
  metricFixture,
  NOW,
  readingFixture,
  renderInCity,
} from '#tests/city/cityFixture.tsx'
import { IndicatorInspector } from '../inspector/IndicatorInspector'

const ID = '5g-key-area-coverage'
const evaluationOf = (value: number, star: number) =>
  evaluationFixture({
    [ID]: {
      status: 'ok',
      star,
      metrics: { value: metricFixture({ value, numerator: value * 10, denominator: 10, dataTime: NOW }) },
      parameters: { value: { threshold: 0.8 } },
      next: null,
    },
  })
const explainedAs = (gapsUrl: string): ExplainedMetric => ({
  indicator: ID,
  metric: 'value',
  result: metricFixture({ value: 0.5, numerator: 5, denominator: 10, dataTime: NOW }),
  subjects: [{ feed: 'areas', id: 'a1', mapId: 1, state: 'uncovered', value: 0.4 }],
  gapsUrl,
  footprintsUrl: null,
  gapCount: 1,
  gapArea: 1000,
  bounds: [117, 35, 117.2, 35.1],
  gapAreas: new Map([['a1', 1000]]),
  names: {},
})
const feed = (id: string, record: string) => ({ id, record, source: { type: 'geojson', url: `${id}.geojson` } })
const catalog = catalogFixture({
  feeds: [feed('areas', 'zone'), { ...feed('sites', 'site'), footprint: { radius: 300 } }],
  scopes: [{ id: 'old-town', title: '老城', feed: 'areas' }],
  indicators: [{ id: ID, metrics: { value: { method: 'covered', subjects: 'areas', by: 'sites', threshold: 0.8 } } }],
})

/** By scope, and by whether something is tried. */
function renderRow() {
  const asked: Partial<EvaluateRequest>[] = []
  renderInCity(<IndicatorInspector />, {
    catalog,
    engine: {
      evaluate: async (request) => {
        asked.push(request)
        if (request.overrides?.length || (request.radius ?? 1) !== 1) return evaluationOf(0.9, 5)
        return request.scope === 'old-town' ? evaluationOf(0.3, 3) : evaluationOf(0.5, 4)
      },
      explain: async (request) => {
        asked.push(request)
        return explainedAs(request.overrides ? 'blob:tried' : 'blob:published')
      },
    },
    feedsByIndicator: { [ID]: ['areas', 'sites'] },
    readings: [readingFixture('areas', NOW), readingFixture('sites', NOW)],
  })
  return asked
}
const gapsShown = () => {
  const gaps = useSketchBook.getState().sketches.find(({ id }) => id === 'row-gaps')
  return gaps?.source.kind === 'url' ? gaps.source.url : null
}

beforeEach(() => useView.setState({ ...initialView, workspace: 'plan', indicator: ID }))

test('a threshold that is tried moves number, star and gaps, leaves the row as it is, and is put back', async () => {
  const user = userEvent.setup()
  const asked = renderRow()
  await waitFor(() => expect(gapsShown()).toBe('blob:published'))
  await user.click(screen.getByRole('button', { name: /试改参数/ }))
  const slider = await screen.findByRole('slider', { name: '覆盖门槛' })
  expect(slider.getAttribute('aria-valuetext')).toBe('80%、公布值 80%')
  fireEvent.change(slider, { target: { value: '0.6' } })
  const tried = within(await screen.findByRole('region', { name: '试算结果' }))
  await tried.findByText('五星')
  expect(tried.getByText('90.0')).toBeTruthy()
  expect(tried.getByText(/公布 50\.0.*四星/)).toBeTruthy()
  expect(screen.getByText(/不是公布的口径/)).toBeTruthy()
  await waitFor(() => expect(gapsShown()).toBe('blob:tried'))
  expect(asked.find(({ overrides }) => overrides?.length)).toMatchObject({
    overrides: [{ indicator: ID, metric: 'value', parameter: 'threshold', value: 0.6 }],
    radius: 1,
  })
  // The row itself stands as published.
  expect(screen.getByRole('region', { name: /5G/ }).textContent).toContain('50.0')

  await user.click(screen.getByRole('button', { name: '放回公布值' }))
  expect(screen.getByText('现为公布口径')).toBeTruthy()
  await waitFor(() => expect(gapsShown()).toBe('blob:published'))
})

test('a radius is said in metres and asked as a factor', async () => {
  const user = userEvent.setup()
  const asked = renderRow()
  await user.click(await screen.findByRole('button', { name: /试改参数/ }))
  const slider = await screen.findByRole('slider', { name: '覆盖半径' })
  fireEvent.change(slider, { target: { value: '1.5' } })
  expect(slider.getAttribute('aria-valuetext')).toMatch(/^450 m.*公布值 300 m$/)
  await waitFor(() => expect(asked).toContainEqual(expect.objectContaining({ only: [ID], overrides: [], radius: 1.5 })))
})

test('scopes stand side by side, and another is put on show from there', async () => {
  const user = userEvent.setup()
  renderRow()
  await user.click(await screen.findByRole('button', { name: /各范围并列/ }))
  const lines = within(await screen.findByRole('table', { name: '各范围并列' })).getAllByRole('row')
  expect(lines.slice(1).map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^老城30\.0/),
    expect.stringMatching(/^全市 现用50\.0/),
  ])
  await user.click(screen.getByRole('button', { name: '老城' }))
  expect(useView.getState().scope).toBe('old-town')
})
