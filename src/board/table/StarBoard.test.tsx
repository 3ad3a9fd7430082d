import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { initialView, useView } from '#state/view.ts'
import {
  catalogFixture,
  evaluationFixture,
  metricFixture,
  NOW,
  readingFixture,
  renderInCity,
} from '#tests/city/cityFixture.tsx'
import { StarBoard } from './StarBoard'

const DAY = 86_400_000

const evaluation = evaluationFixture({
  'e-certificate-usage-rate': {
    status: 'ok',
    star: 3,
    metrics: { value: metricFixture({ value: 0.62, known: 'reported' }) },
    next: { star: 4, needs: [{ metric: 'value', op: '>=', wanted: 0.8, have: 0.62, missing: null }] },
  },
  'smart-campus-coverage': {
    status: 'ok',
    star: 3,
    metrics: { value: metricFixture({ value: 0.48, numerator: 24, denominator: 50, dataTime: NOW - 2 * DAY }) },
    next: { star: 4, needs: [{ metric: 'value', op: '>=', wanted: 0.5, have: 0.48, missing: 1 }] },
  },
  'video-surveillance-completeness': {
    status: 'ok',
    star: 4,
    metrics: {
      hd_area_coverage: metricFixture({ value: 0.95, numerator: 95, denominator: 100 }),
      camera_intact_rate: metricFixture({ value: 0.925, numerator: 1850, denominator: 2000 }),
    },
  },
  'institutional-mechanism': { status: 'ok', star: 1, items: { leading_group: true, led_by_gov_head: false } },
})

const catalog = catalogFixture({
  feeds: [
    { id: 'schools', record: 'place', source: { type: 'geojson', url: 'schools.geojson' }, staleSeconds: 86_400 },
  ],
  indicators: [
    { id: 'smart-campus-coverage', metrics: { value: { method: 'share', of: 'schools', match: ['get', 'smart'] } } },
  ],
})

const renderBoard = () =>
  renderInCity(<StarBoard />, {
    catalog,
    engine: { evaluate: async () => evaluation },
    feedsByIndicator: { 'smart-campus-coverage': ['schools'] },
    readings: [readingFixture('schools', NOW - 2 * DAY)],
  })

beforeEach(() => useView.setState(initialView))

const rowOf = async (name: string) => {
  const row = (await screen.findByText(name, { selector: 'th *, th' })).closest('tr')
  if (!row) throw new Error('a name stands in a row')
  return within(row)
}

test('a row has its star, value, fraction, the distance in words, and how it is known', async () => {
  renderBoard()
  await screen.findByText('48.0')
  const row = await rowOf('智慧校园覆盖率')
  expect(row.getByRole('img', { name: '三星' })).toBeTruthy()
  expect(row.getByText('24 / 50')).toBeTruthy()
  expect(row.getByText('还差 1 个到四星')).toBeTruthy()
  // Measured from a feed two days old that is stale after one.
  expect(row.getByText('过期')).toBeTruthy()
  expect(row.getByText('8月30日 08:00')).toBeTruthy()
})

test('an unknown row is a dash and says why; a checklist counts its items', async () => {
  renderBoard()
  await screen.findByText('48.0')
  const unknown = await rowOf('智能照明设备安装率')
  expect(unknown.getByText('—')).toBeTruthy()
  expect(unknown.getByText('责任单位尚未上报，没有数据')).toBeTruthy()
  // Eight items in the standard, one of them true.
  expect((await rowOf('制度机制')).getByText('1 / 8')).toBeTruthy()
})

test('a compound row lists its metrics', async () => {
  renderBoard()
  const intact = await rowOf('重点公共区域视频监控摄像机完好率')
  expect(intact.getByText('92.5')).toBeTruthy()
  expect(intact.getByText('1850 / 2000')).toBeTruthy()
})

test('filters by text, unit and number, and says how many rows are left', async () => {
  const user = userEvent.setup()
  renderBoard()
  await screen.findByText('48.0')
  const field = screen.getByLabelText('筛选')
  await user.type(field, '教育体育局')
  expect(screen.getByText('显示 1 / 43 项')).toBeTruthy()
  await user.clear(field)
  await user.type(field, '28')
  expect(screen.getByText('显示 1 / 43 项')).toBeTruthy()
  expect(screen.getByText('视频监控完善程度')).toBeTruthy()
  await user.clear(field)
  await user.type(field, '没有这样的指标')
  expect(screen.getByText('没有符合条件的指标，请放宽筛选')).toBeTruthy()
})

test('sorts by distance: 0.02 / 0.5 = 0.04 stands before 0.18 / 0.8 = 0.225, rows without a distance last', async () => {
  const user = userEvent.setup()
  renderBoard()
  await screen.findByText('48.0')
  await user.selectOptions(screen.getByLabelText('排序'), 'distance')
  const names = [...document.querySelectorAll('th button')].map((button) => button.textContent)
  expect(names.slice(0, 3)).toEqual(['4智慧校园覆盖率', '1电子证照使用率', '2公共交通来车实时预报率'])
})

test('the lens of the page keeps its theme', async () => {
  useView.setState({ ...initialView, lens: 'qiangji' })
  renderBoard()
  // Rows 25 to 34 are 基础设施.
  expect(await screen.findByText('显示 10 / 43 项')).toBeTruthy()
})

test('arrow keys move between rows and Enter opens one', async () => {
  const user = userEvent.setup()
  renderBoard()
  const first = await screen.findByText('电子证照使用率', { selector: 'button span' })
  first.closest('button')?.focus()
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(useView.getState().indicator).toBe('smart-lighting-install-rate')
})

test('a count of the headline lists the rows it counts, until it is taken back', async () => {
  const user = userEvent.setup()
  renderBoard()
  await rowOf('电子证照使用率')
  // One at four stars; the row of the schools rests on old data, and institutional mechanism stands at one.
  await user.selectOptions(screen.getByRole('combobox', { name: '排序' }), '按标准次序')
  const head = () => document.querySelector('th[scope=rowgroup]')?.textContent
  await waitFor(() => expect(head()).toMatch(/^数字惠民 \d\/9$/))
  const whole = head()
  await user.click(await screen.findByRole('button', { name: /2 项未达/ }))
  expect(await screen.findByText(/显示 2 \/ \d+ 项/)).toBeTruthy()
  // How far the category is does not change with what is looked for.
  expect(head()).toBe(`${whole} · 列出 1 项`)
  expect(screen.getByRole('button', { name: /电子证照使用率/ })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /视频监控完善/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: '未达四星' }))
  expect(screen.queryByText(/显示 \d/)).toBeNull()
  expect(screen.getByRole('button', { name: /视频监控完善/ })).toBeTruthy()
})

test('the row that is open is scrolled into sight, also when its link comes before the figures', async () => {
  const seen: (string | undefined)[] = []
  const spy = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
    seen.push(this.querySelector('th button')?.textContent ?? undefined)
  })
  try {
    useView.setState({ indicator: 'smart-campus-coverage' })
    renderBoard()
    expect(seen).toEqual([expect.stringContaining('智慧校园覆盖率')])
    await screen.findByText('48.0')
    await waitFor(() => expect(seen).toHaveLength(2))
    act(() => useView.setState({ indicator: 'e-certificate-usage-rate' }))
    expect(seen[2]).toContain('电子证照使用率')
  } finally {
    spy.mockRestore()
  }
})
