import { QueryClient } from '@tanstack/react-query'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import type { DeviceSheet } from '#engine/devices/deviceVerbs.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { i18next } from '#i18n/i18n.ts'
import { setDisplay } from '#state/display.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import type { ChartContent } from './chartContent'
import { DeviceDetail } from './DeviceDetail'

const drawn: ChartContent[] = []
let closed = 0
vi.mock('./chartsOfDevice', () => ({
  openChart: () => ({
    draw: (content: ChartContent) => drawn.push(content),
    close() {
      closed += 1
    },
  }),
}))

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const catalog = catalogFixture({
  feeds: [
    {
      id: 'devices',
      record: 'device',
      source: { type: 'geojson', url: 'devices.geojson' },
      rules: [
        { id: 'high', kind: 'threshold', level: '橙', title: { zh: '水位超警戒', en: 'High water' }, above: 3.5 },
      ],
    },
  ],
})
const detail = (parts: Partial<FeatureDetail> = {}): FeatureDetail => ({
  feed: 'devices',
  mapId: 1,
  id: 'SB1',
  record: 'device',
  name: '水位001',
  properties: { value: 3.82, unit: 'm', high: 3.5 },
  time: NOW - 3 * MINUTE,
  at: [117, 35.4],
  bounds: null,
  ...parts,
})
const SHEET: DeviceSheet = {
  reporting: { state: '在线', reason: 'on-time', lastSeen: NOW - 3 * MINUTE, timely: 2 },
  cycle: 300,
  limits: { late: 2, silent: 6, recover: 2 },
  pieces: [
    [
      [NOW - 3 * HOUR, 3],
      [NOW - 2 * HOUR, 3.2],
    ],
    [[NOW - 3 * MINUTE, 3.82]],
  ],
  gaps: [[NOW - 2 * HOUR, NOW - 3 * MINUTE]],
  trail: [3, 3.2, null, 3.82],
  forecast: {
    kind: 'forecast',
    method: 'seasonal',
    points: [{ time: NOW + 6 * HOUR, value: 3.4, low: 3.1, high: 3.7 }],
    error: { seasonal: 0.1234, naive: 0.31 },
    origins: 24,
    within: 0.8,
  },
  alarms: [],
  cleared: [],
  now: NOW,
}
const show = (sheet: DeviceSheet | null, of = detail()) =>
  renderInCity(<DeviceDetail detail={of} />, {
    catalog,
    readings: [readingFixture('devices', NOW)],
    engine: { deviceSheet: async () => sheet },
  })
const reportingOf = async (parts: Partial<NonNullable<DeviceSheet['reporting']>>, more: Partial<DeviceSheet> = {}) => {
  show({ ...SHEET, ...more, reporting: { ...SHEET.reporting!, ...parts } })
  return (await screen.findByText('上报')).parentElement?.textContent
}

beforeEach(() => {
  drawn.length = 0
  closed = 0
})

test('a device that reports in time says its cycle and when it reported', async () => {
  expect(await reportingOf({})).toBe('上报在线每 5 分钟应报一次，3 分钟前报过')
})

test('a silent one says for how long, with the word and not by colour alone', async () => {
  const text = await reportingOf({ state: '静默', reason: 'overdue', lastSeen: NOW - 32 * MINUTE })
  expect(text).toBe('上报静默每 5 分钟应报一次，已 32 分钟未报')
})

test('one that is heard again says what it still lacks', async () => {
  const text = await reportingOf({ state: '迟报', reason: 'recovering', timely: 1 })
  expect(text).toBe('上报迟报恢复上报，连续按时 1 次，满 2 次才算在线')
})

test('one whose clock runs ahead is not known; seconds are said as such', async () => {
  const text = await reportingOf({ state: '未知', reason: 'future', lastSeen: NOW + 45_000 }, { cycle: 20 })
  expect(text).toBe('上报不明上报时间比现在晚 45 秒，设备时钟可能不准')
})

test('the last reading stands with its unit, time and limits, and a small line of the day', async () => {
  show(SHEET)
  const value = (await screen.findByText('最新读数')).parentElement
  expect(value?.textContent).toBe('最新读数3.82 m07:57')
  expect(screen.getByText('不高于 3.5 m')).toBeTruthy()
  expect(await screen.findByRole('img', { name: '近 24 小时读数' })).toBeTruthy()
})

test('the chart is loaded on demand, drawn, and closed with the panel', async () => {
  const { unmount } = show(SHEET)
  expect(await screen.findByRole('img', { name: '水位001 近两天读数与预测' })).toBeTruthy()
  await waitFor(() => expect(drawn.length).toBeGreaterThan(0))
  expect(drawn.at(-1)?.readings).toEqual([3, 3.2, null, 3.82, undefined])
  unmount()
  expect(closed).toBe(1)
})

test('the chart is drawn anew for new readings and each minute, not for every sheet', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  let answer = SHEET
  renderInCity(<DeviceDetail detail={detail()} />, {
    catalog,
    client,
    readings: [readingFixture('devices', NOW)],
    // As the engine's worker does: every answer is a copy.
    engine: { deviceSheet: async () => structuredClone(answer) },
  })
  await waitFor(() => expect(drawn).toHaveLength(1))
  const ask = async (next: Partial<DeviceSheet>) => {
    answer = { ...answer, ...next }
    await act(() => client.refetchQueries({ predicate: ({ queryKey }) => queryKey.includes('device-sheet') }))
  }
  await ask({ now: NOW + 59_000, cycle: 600 })
  expect(await screen.findByText(/每 10 分钟应报一次/)).toBeTruthy()
  expect(drawn).toHaveLength(1)
  await ask({ now: NOW + MINUTE })
  await waitFor(() => expect(drawn.map(({ now }) => now)).toEqual([NOW, NOW + MINUTE]))
  await ask({ pieces: [[[NOW, 4]]] })
  await waitFor(() => expect(drawn).toHaveLength(3))
  expect(drawn.at(-1)?.times[0]).toBe(NOW)
})

test('a forecast says what it expects, its back-test error and that of the naive one', async () => {
  show(SHEET)
  const note = await screen.findByRole('region', { name: '后 6 小时' })
  // NOW is 08:00; six hours on is 14:00.
  expect(note.textContent).toContain('14:00 预计 3.4 m，3.1 m 至 3.7 m')
  expect(note.textContent).toContain('以过去 24 个时刻回测，平均误差 0.123 m；按现值不变为 0.31 m')
  expect(note.textContent).toContain('阴影为回测误差的 80% 范围')
})

test('a forecast that does no better says so and shows the naive one', async () => {
  const forecast = {
    ...SHEET.forecast,
    method: 'naive',
    error: { seasonal: 0.4, naive: 0.31 },
  } as DeviceSheet['forecast']
  show({ ...SHEET, forecast })
  const note = await screen.findByRole('region', { name: '后 6 小时' })
  expect(note.textContent).toContain(
    '每日规律的回测误差 0.4 m 不小于按现值不变的 0.31 m（24 个时刻），故按现值不变显示',
  )
})

test('where nothing can be foretold the reason is said', async () => {
  show({ ...SHEET, forecast: { kind: 'none', why: 'not-online' } })
  expect(await screen.findByText('设备不在线，不作预测')).toBeTruthy()
})

test('the chart is there as a table too: readings, forecast and gaps', async () => {
  show(SHEET)
  await userEvent.setup().click(await screen.findByText('以表格查看'))
  const table = screen.getByRole('table')
  const rows = within(table).getAllByRole('row')
  expect(rows.map((row) => row.textContent)).toEqual([
    '时间读数范围',
    '14:00预测 3.4 m3.1 m – 3.7 m',
    '07:573.82 m',
    '06:003.2 m',
    '05:003 m',
  ])
  expect(screen.getByText('06:00 至 07:57')).toBeTruthy()
})

test('a standing alarm cites its rule and can be acknowledged here; cleared ones are kept below', async () => {
  const alarm = {
    key: 'k',
    feed: 'devices',
    device: 'SB1',
    rule: 'high',
    level: '橙' as const,
    side: 'above' as const,
    value: 3.82,
    limit: 3.5,
    since: NOW - 20 * MINUTE,
    raisedAt: NOW - 20 * MINUTE,
    acknowledgedAt: null,
    clearedAt: null,
    mutedUntil: null,
  }
  const cleared = { ...alarm, raisedAt: NOW - 3 * HOUR, clearedAt: NOW - 2 * HOUR }
  show({ ...SHEET, alarms: [alarm], cleared: [cleared] })
  const alarms = await screen.findByRole('region', { name: '告警' })
  expect(alarms.textContent).toContain('橙色水位超警戒已 20 分钟3.82 m 高于限值 3.5 m')
  expect(within(alarms).getByRole('button', { name: '确认 水位001 的告警：水位超警戒' })).toBeTruthy()
  expect(alarms.textContent).toContain('水位超警戒05:00 至 06:00 · 无人确认')
})

test('a device without readings says so; a question that fails is said', async () => {
  show({ ...SHEET, pieces: [], gaps: [] })
  expect(await screen.findByText('近两天没有读数')).toBeTruthy()
  expect(screen.queryByRole('img', { name: /预测/ })).toBeNull()
})

test('what cannot be answered is said in words', async () => {
  renderInCity(<DeviceDetail detail={detail({ properties: {}, time: null })} />, {
    catalog,
    readings: [readingFixture('devices', NOW)],
    engine: { deviceSheet: () => Promise.reject(new Error('引擎停了')) },
  })
  expect(await screen.findByText('读数没有取到：引擎停了')).toBeTruthy()
  expect((await screen.findByText('最新读数')).parentElement?.textContent).toBe('最新读数—上报时间不明')
  expect(screen.getByText('未设限值')).toBeTruthy()
})

test('in English too', async () => {
  setDisplay({ language: 'en' })
  await i18next.changeLanguage('en')
  try {
    show({
      ...SHEET,
      reporting: { ...SHEET.reporting!, state: '静默', reason: 'overdue', lastSeen: NOW - 32 * MINUTE },
    })
    expect((await screen.findByText('Reports')).parentElement?.textContent).toBe(
      'ReportsSilentDue every 5 min, nothing for 32 min',
    )
  } finally {
    setDisplay({ language: 'zh-CN' })
    await i18next.changeLanguage('zh-CN')
  }
})
