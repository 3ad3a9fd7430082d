import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { initialView, useView } from '#state/view.ts'
import { evaluationFixture, metricFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { StarRibbon } from './StarRibbon'

const evaluation = evaluationFixture({
  'smart-campus-coverage': { status: 'ok', star: 5, metrics: { value: metricFixture({ value: 0.9 }) } },
  'e-certificate-usage-rate': { status: 'ok', star: 4, metrics: { value: metricFixture({ value: 0.8 }) } },
  '5g-key-area-coverage': {
    status: 'ok',
    star: 3,
    metrics: { value: metricFixture({ value: 0.49, numerator: 49, denominator: 100 }) },
    // 50 of 100 are wanted and 49 are there: 1 more.
    next: { star: 4, needs: [{ metric: 'value', op: '>=', wanted: 0.5, have: 0.49, missing: 1 }] },
  },
  'ipv6-website-support': {
    status: 'ok',
    star: 3,
    metrics: { value: metricFixture({ value: 0.1 }) },
    next: { star: 4, needs: [{ metric: 'value', op: '>=', wanted: 0.3, have: 0.1, missing: 2 }] },
  },
  'realtime-signal-timing-ratio': { status: 'below_lowest', metrics: { value: metricFixture({ value: 0 }) } },
})
const engine = { evaluate: async () => evaluation }

beforeEach(() => useView.setState(initialView))

const cells = () => screen.findAllByRole('button').then((all) => all.filter((cell) => cell.dataset.standing))

test('has one cell for each of the 43 rows, in six named groups', async () => {
  renderInCity(<StarRibbon />, { engine })
  expect(await cells()).toHaveLength(43)
  expect(screen.getAllByRole('list')).toHaveLength(6)
  expect(screen.getByText('基础设施')).toBeTruthy()
})

test('says how many rows stand where: 2 at four or more, 3 not yet, 37 of 42 unknown', async () => {
  renderInCity(<StarRibbon />, { engine })
  const label = '42 项指标的星级：2 项达到四星及以上，3 项未达，37 项未知'
  const ribbon = await screen.findByRole('region', { name: label })
  expect(within(ribbon).getByText('共 42 项星级指标')).toBeTruthy()
  expect(within(ribbon).getByText('另有扣分项 1 项')).toBeTruthy()
})

test('marks unknown, below the lowest star, the deduction, leading rows and the next to flip', async () => {
  renderInCity(<StarRibbon />, { engine })
  await screen.findByRole('region', { name: /2 项达到四星/ })
  const standings = (await cells()).map((cell) => cell.dataset.standing)
  expect(standings.filter((kind) => kind === 'unknown')).toHaveLength(37)
  const standingOf = async (order: number) =>
    (await cells()).find((cell) => cell.getAttribute('aria-label')?.startsWith(`${order} `))?.dataset.standing
  expect(await standingOf(7)).toBe('below')
  expect(await standingOf(40)).toBe('deduction')
  // The ★ rows of the county table: 3, 12, 19, 21, 23, 24, 32, 33, 38, 39.
  expect((await cells()).filter((cell) => cell.dataset.leading)).toHaveLength(10)
  const next = (await cells()).filter((cell) => cell.dataset.nearest)
  // |0.5 − 0.49| / 0.5 = 0.02 is nearer than |0.3 − 0.1| / 0.3 = 0.67
  expect(next.map((cell) => cell.getAttribute('aria-label'))).toEqual([
    '33 5G网络覆盖率、引领性指标、最接近四星：三星，49.0%',
  ])
})

test('while most rows are unknown, the known ones of a group come first, and groups with any before those without', async () => {
  renderInCity(<StarRibbon />, { engine })
  await screen.findByRole('region', { name: /2 项达到四星/ })
  const orders = (await cells()).map((cell) => Number.parseInt(cell.getAttribute('aria-label') ?? '', 10))
  // Known are 1, 4 and 7 of the first nine rows, and 32 and 33 of rows 25 to 34: those two groups, then the other four.
  expect(orders.slice(0, 9)).toEqual([1, 4, 7, 2, 3, 5, 6, 8, 9])
  expect(orders.slice(9, 13)).toEqual([32, 33, 25, 26])
  expect(orders.slice(19, 21)).toEqual([10, 11])
})

test('is one tab stop, moves by arrow keys, and opens a row in plan', async () => {
  const user = userEvent.setup()
  renderInCity(<StarRibbon />, { engine })
  await screen.findByRole('region', { name: /2 项达到四星/ })
  const [first, ...others] = await cells()
  expect([first?.tabIndex, ...new Set(others.map(({ tabIndex }) => tabIndex))]).toEqual([0, -1])
  first?.focus()
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('4 智慧校园覆盖率：五星，90.0%')
  await user.keyboard('{Enter}')
  expect(useView.getState()).toMatchObject({ workspace: 'plan', indicator: 'smart-campus-coverage' })
})

test('a failed computation says so and shows no numbers', async () => {
  renderInCity(<StarRibbon />, { engine: { evaluate: () => Promise.reject(new Error('worker died')) } })
  expect(await screen.findByText('指标测算失败：worker died')).toBeTruthy()
  expect((await cells()).every((cell) => cell.dataset.standing !== 'star')).toBe(true)
})
