import { renderHook, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import type { ExplainedMetric, GapList, WorldEngine } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import { takeControls } from '#map/camera/cameraOf.ts'
import { openRow } from '#state/lists.ts'
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
import { describerOf } from '#views/sketches/useSketches.ts'
import { gapFixture } from '../gaps/gapFixture'
import { IndicatorInspector } from './IndicatorInspector'

const ID = '5g-key-area-coverage'
const result = metricFixture({
  value: 0.5,
  numerator: 1,
  denominator: 2,
  excluded: 1,
  reasons: { 'ambiguous-ring': 1 },
  dataTime: NOW - 3_600_000,
})
const evaluation = evaluationFixture({
  [ID]: {
    status: 'ok',
    star: 4,
    metrics: { value: result },
    parameters: { value: { threshold: 0.8 } },
    next: { star: 5, needs: [{ metric: 'value', op: '>=', wanted: 0.8, have: 0.5, missing: 1 }] },
  },
})
const explained: ExplainedMetric = {
  indicator: ID,
  metric: 'value',
  result,
  subjects: [
    { feed: 'areas', id: 'a1', mapId: 1, state: 'covered', value: 0.97 },
    { feed: 'areas', id: 'a2', mapId: 2, state: 'uncovered', value: 0.413 },
    { feed: 'areas', id: 'a3', mapId: 3, state: 'excluded', value: null, reason: 'ambiguous-ring' },
  ],
  gapsUrl: 'blob:gaps',
  footprintsUrl: null,
  gapCount: 2,
  gapArea: 250_000,
  bounds: [117, 35, 117.2, 35.1],
  gapAreas: new Map([['a2', 250_000]]),
  names: { a1: { zh: '火车站' }, a2: { zh: '中心公园' }, a3: { zh: '第一医院' } },
}
const feed = (id: string, title: string, record: string) => ({
  id,
  title,
  record,
  source: { type: 'geojson', url: `${id}.geojson` },
})
const catalog = catalogFixture({
  feeds: [feed('areas', '重点区域', 'zone'), { ...feed('sites', '5G 基站', 'site'), footprint: { radius: 300 } }],
  indicators: [{ id: ID, metrics: { value: { method: 'covered', subjects: 'areas', by: 'sites', threshold: 0.8 } } }],
})
const renderInspector = (more: Partial<WorldEngine> = {}) =>
  renderInCity(<IndicatorInspector />, {
    catalog,
    engine: { evaluate: async () => evaluation, explain: async () => explained, ...more },
    feedsByIndicator: { [ID]: ['areas', 'sites'] },
    readings: [readingFixture('areas', NOW), readingFixture('sites', NOW)],
  })

/** The explanation of the row is in, and the evaluation of all rows. */
async function allComputed() {
  await screen.findByText('缺 1 个')
  await waitFor(() => expect(screen.queryByText('正在测算')).toBeNull())
}

beforeEach(() => {
  useView.setState({ ...initialView, workspace: 'plan', indicator: ID })
})

test('a number is never naked: fraction, exclusions, parameters, scope, time, feeds and units stand with it', async () => {
  renderInspector()
  await allComputed()
  const fact = (name: string) => screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent
  expect(fact('已有 5G 覆盖的重点公共区域数')).toBe('1')
  expect(fact('重点公共区域总数')).toBe('2')
  expect(fact('未计入')).toBe('面的边界自相交，面积有歧义 1 个')
  expect(fact('覆盖门槛')).toBe('≥ 80.0%')
  expect(fact('对象')).toBe('重点区域')
  expect(fact('由…覆盖')).toBe('5G 基站')
  expect(fact('范围')).toBe('全市')
  expect(fact('数据时间')).toBe('9月1日 07:00（1 小时前）')
  expect(within(screen.getByRole('region', { name: '所用数据源' })).getByText('5G 基站')).toBeTruthy()
  expect(screen.getByText('市工业和信息化局')).toBeTruthy()
  expect(screen.getByText('目录中的定义').parentElement?.textContent).toContain('threshold: 0.8')
  expect(screen.getByRole('button', { name: '导出凭证' })).toBeTruthy()
})

test('the ladder has the five rules with the present value between those reached and those not', async () => {
  renderInspector()
  await allComputed()
  const steps = within(screen.getByRole('region', { name: '星级阶梯' })).getAllByRole('listitem')
  expect(steps.map((step) => step.textContent)).toEqual([
    '五星≥ 80.0%',
    '现值50.0%四星',
    '四星≥ 50.0%',
    '三星≥ 30.0%',
    '二星标准未设',
    '一星标准未设',
  ])
})

test('lists the features that are not met first, each state on demand, exclusions with their reason', async () => {
  const user = userEvent.setup()
  renderInspector()
  expect(await screen.findByRole('row', { name: /未达到 中心公园 41\.3%/ })).toBeTruthy()
  expect(screen.queryByText('火车站')).toBeNull()
  await user.click(screen.getByRole('button', { name: /未计入\s*1/ }))
  expect(screen.getByRole('row', { name: /第一医院/ }).textContent).toContain('面的边界自相交')
  await user.click(screen.getByRole('button', { name: /全部\s*3/ }))
  expect(screen.getByText('火车站')).toBeTruthy()
  expect(screen.getByText(/缺口 2 处 · 未覆盖面积 0\.25/)).toBeTruthy()
})

test('shows on the map what does the covering, the subjects by state and the gaps, and takes them back', async () => {
  const { unmount } = renderInspector()
  await screen.findByText('中心公园')
  const { sketches } = useSketchBook.getState()
  expect(sketches.map(({ id, group, source, pickable }) => ({ id, group, source, pickable }))).toEqual([
    { id: 'row-providers', group: 'coverage', source: { kind: 'feed', feed: 'sites' }, pickable: false },
    {
      id: 'row-subjects',
      group: 'coverage',
      source: {
        kind: 'feed',
        feed: 'areas',
        states: new Map([
          [1, 'covered'],
          [2, 'uncovered'],
          [3, 'excluded'],
        ]),
      },
      pickable: true,
    },
    { id: 'row-gaps', group: 'gap', source: { kind: 'url', url: 'blob:gaps' }, pickable: true },
  ])
  expect(
    within(screen.getByRole('list', { name: '图上另绘' }))
      .getAllByRole('listitem')
      .map((line) => line.textContent),
  ).toEqual(['5G 基站', '达到', '未达到', '未计入', '缺口'])
  const said = renderHook(() => useWords()).result.current
  expect(describerOf('row-gaps')?.({ subject: 'a2', area_m2: 40_000 }, said)).toEqual({
    title: '中心公园',
    lines: [expect.stringMatching(/^未覆盖 40.000.m²$/)],
    about: { feed: 'areas', id: 'a2' },
  })
  expect(describerOf('row-gaps')?.({ subject: 'a9', area_m2: 0, length_m: 300 }, said)).toMatchObject({
    title: 'a9',
    lines: [expect.stringMatching(/^未覆盖 300.m$/)],
  })
  expect(describerOf('row-gaps')?.({ subject: 'a2', part: 3, area_m2: 0 }, said)?.title).toBe('中心公园 · 第 3 块')
  unmount()
  expect(useSketchBook.getState().sketches).toEqual([])
})

test('a gap on the map says who lives there and why, as the list beside it does, and of no other moment', async () => {
  const listed: GapList = {
    indicator: ID,
    metric: 'value',
    gaps: [gapFixture({ id: 'a2', area: 40_000, people: { people: null, atLeast: 320 } })],
    totals: { people: { people: null, atLeast: 320 }, ofPeople: null, places: null },
    people: 'read',
    peopleTime: NOW,
  }
  renderInspector({ gapList: async () => listed })
  await screen.findByText('缺口 1 处')
  const said = renderHook(() => useWords()).result.current
  const lines = (area: number) => describerOf('row-gaps')?.({ subject: 'a2', area_m2: area }, said).lines.slice(1)
  expect(lines(40_000)).toEqual(['未覆盖人口：至少 320 人', '原因：两倍服务半径内没有计入的设施'])
  // Drawn from a newer reading than the list.
  expect(lines(39_000)).toEqual([])
  // The list is put away.
  await userEvent.setup().click(screen.getByRole('tab', { name: '连续性' }))
  await waitFor(() => expect(lines(40_000)).toEqual([]))
})

test('a row that is unknown says why and shows no number', async () => {
  useView.setState({ indicator: 'smart-lighting-install-rate' })
  renderInspector()
  expect((await screen.findAllByText('未知：责任单位尚未上报，没有数据')).length).toBeGreaterThan(0)
  expect(screen.getByRole('region', { name: '智能照明设备安装率' }).textContent).toMatch(/^智能照明设备安装率—/)
  expect(screen.queryByRole('region', { name: '逐个要素' })).toBeNull()
})

test('a row that was just opened brings the map to its subjects and the table to their feed; one of a link does not', async () => {
  const flights: unknown[] = []
  const land = takeControls(({ target }) => flights.push(target))
  try {
    const linked = renderInspector()
    await allComputed()
    expect(flights).toEqual([])
    expect(useView.getState().table).toBeNull()
    linked.unmount()
    openRow(ID)
    renderInspector()
    await waitFor(() => expect(flights).toEqual([[117, 35, 117.2, 35.1]]))
    expect(useView.getState().table).toBe('areas')
  } finally {
    land()
  }
})

test('the number of gaps lists them, the largest first, and the list sorts', async () => {
  const user = userEvent.setup()
  renderInspector()
  await user.click(await screen.findByRole('button', { name: /全部 3/ }))
  expect(screen.getAllByRole('row', { name: /火车站|中心公园|第一医院/ })).toHaveLength(3)
  await user.click(screen.getByRole('button', { name: /2 处.*未覆盖面积/ }))
  const shown = screen.getAllByRole('row', { name: /火车站|中心公园|第一医院/ })
  expect(shown.map((row) => row.textContent)).toEqual([expect.stringMatching(/中心公园.*250.000.m²/)])
  expect(screen.getByRole('columnheader', { name: /未覆盖/ }).ariaSort).toBe('descending')
  await user.click(screen.getByRole('button', { name: '按 名称 排序' }))
  expect(screen.getByRole('columnheader', { name: /名称/ }).ariaSort).toBe('ascending')
})
