import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { topicChanged } from '#city/topics.ts'
import { NOW as PRESENT } from '#core/model/world.ts'
import type { AlarmLine, AlarmsAnswer } from '#engine/devices/alarmVerbs.ts'
import type { WorldEngine } from '#engine/engineApi.ts'
import { NO_SELECTION, useSelection } from '#state/selection.ts'
import { initialView, useView } from '#state/view.ts'
import { showWorld } from '#state/world.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { AlarmsCard } from './AlarmsCard'
import { AlarmsPanel } from './AlarmsPanel'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const catalog = catalogFixture({
  feeds: [
    {
      id: 'devices',
      title: { zh: '物联设备' },
      record: 'device',
      source: { type: 'geojson', url: 'devices.geojson' },
      rules: [
        { id: 'high', kind: 'threshold', level: '橙', title: { zh: '水位超警戒' }, above: 3.5, margin: 0.2 },
        { id: 'fast', kind: 'rate', level: '黄', minutes: 60, rise: 0.4 },
        { id: 'silent', kind: 'silence', level: '蓝' },
      ],
    },
  ],
})
const line = (parts: Partial<AlarmLine> = {}): AlarmLine => ({
  key: `k-${parts.device ?? 'SB1'}-${parts.rule ?? 'high'}`,
  feed: 'devices',
  device: 'SB1',
  rule: 'high',
  level: '橙',
  side: 'above',
  value: 3.82,
  limit: 3.5,
  since: NOW - 95 * MINUTE,
  raisedAt: NOW - 95 * MINUTE,
  acknowledgedAt: null,
  clearedAt: null,
  mutedUntil: null,
  mapId: 4,
  name: '水位001',
  nameEn: 'Water 001',
  unit: 'm',
  state: '在线',
  trail: [3.1, null, 3.6, 3.82],
  ...parts,
})
const answerOf = (lines: readonly AlarmLine[], parts: Partial<AlarmsAnswer> = {}): AlarmsAnswer => ({
  lines,
  total: lines.length,
  unacknowledged: lines.filter(({ acknowledgedAt, mutedUntil }) => acknowledgedAt === null && mutedUntil === null)
    .length,
  muted: lines.filter(({ mutedUntil }) => mutedUntil !== null).length,
  byLevel: { 橙: 1 },
  ...parts,
})

const readings = [readingFixture('devices', NOW)]
const spec = { kind: 'alarms' as const, feed: 'devices', title: { zh: '哪些设备在告警？' }, limit: 5 }
const card = (engine: Partial<WorldEngine>) => renderInCity(<AlarmsCard spec={spec} />, { catalog, readings, engine })
const panel = (engine: Partial<WorldEngine>) =>
  renderInCity(<AlarmsPanel feed="devices" />, { catalog, readings, engine })

beforeEach(() => {
  showWorld(PRESENT)
  useView.setState(initialView)
  useSelection.setState({ selection: NO_SELECTION })
})

test('a reading back inside by less than the margin is not said to be beyond the limit', async () => {
  card({ alarms: async () => answerOf([line({ value: 3.4 })]) })
  const [item] = await screen.findAllByRole('listitem')
  // 3.5 − 0.2
  expect(item?.textContent).toContain('3.4 m 已回到限值 3.5 m 以内，降到 3.3 m 解除')
})

test('an alarm says its level in words, its rule, value, limit and how long it has stood', async () => {
  card({ alarms: async () => answerOf([line()]) })
  const [item] = await screen.findAllByRole('listitem')
  // 95 minutes
  expect(item?.textContent).toContain('橙色水位001已 1 小时 35 分')
  expect(item?.textContent).toContain('水位超警戒 3.82 m 高于限值 3.5 m')
  expect(item?.textContent).toContain('未确认')
  expect(screen.getByText('1 条未确认')).toBeTruthy()
})

test('a wall shows alarms without buttons for hands', async () => {
  card({ alarms: async () => answerOf([line()]) })
  await screen.findAllByRole('listitem')
  expect(screen.queryByRole('button', { name: /^(确认|静音)/ })).toBeNull()
})

test('a rate, and a silence whose rule has no title, are said in words', async () => {
  const lines = [
    line({ rule: 'fast', level: '黄', side: 'rise', value: 0.62, limit: 0.4 }),
    line({ rule: 'silent', level: '蓝', side: 'silence', value: null, limit: null, since: NOW - 35 * MINUTE }),
  ]
  card({ alarms: async () => answerOf(lines, { byLevel: { 黄: 1, 蓝: 1 } }) })
  const items = await screen.findAllByRole('listitem')
  expect(items[0]?.textContent).toContain('变化过快 60 分钟上升 0.62 m，限 0.4 m')
  // NOW is 08:00: 35 minutes before.
  expect(items[1]?.textContent).toContain('设备静默 07:25 起未报')
})

test('nothing to say says where', async () => {
  card({ alarms: async () => answerOf([], { byLevel: {} }) })
  expect(await screen.findByText('没有告警')).toBeTruthy()
})

test('an alarm is acknowledged at a desk by a button that says which, and the list follows', async () => {
  const asked: string[] = []
  let noted: number | null = null
  panel({
    alarms: async () => answerOf([line({ acknowledgedAt: noted })]),
    async acknowledge(key) {
      asked.push(key)
      noted = NOW
      topicChanged('alarms')
    },
  })
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '确认 水位001 的告警：水位超警戒' }))
  expect(asked).toEqual(['k-SB1-high'])
  expect(await screen.findByText('08:00 已确认')).toBeTruthy()
  await waitFor(() => expect(screen.queryByRole('button', { name: /^确认/ })).toBeNull())
})

test('an alarm is muted for eight hours by keyboard, shown as muted with its end, and unmuted', async () => {
  const asked: (readonly [string, number])[] = []
  let until: number | null = null
  panel({
    alarms: async () => answerOf([line({ mutedUntil: until })]),
    async mute(key, milliseconds) {
      asked.push([key, milliseconds])
      until = milliseconds > 0 ? NOW + milliseconds : null
      topicChanged('alarms')
    },
  })
  const user = userEvent.setup()
  const mute = await screen.findByRole('button', { name: '静音 水位001 的告警：水位超警戒' })
  mute.focus()
  await user.keyboard('{Enter}')
  expect(mute.getAttribute('aria-expanded')).toBe('true')
  await user.click(screen.getByRole('button', { name: '8 小时' }))
  expect(asked).toEqual([['k-SB1-high', 8 * HOUR]])
  // 08:00 + 8 h
  expect(await screen.findByText('静音至 16:00')).toBeTruthy()
  expect(screen.getByText('1 条静音')).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: '取消静音' }))
  expect(asked[1]).toEqual(['k-SB1-high', 0])
  await waitFor(() => expect(screen.queryByText(/静音至/)).toBeNull())
})

test('what stood in the past is shown without buttons', async () => {
  showWorld({ kind: 'past', at: NOW - HOUR, axis: 'known' })
  panel({ alarms: async () => answerOf([line()]), feedState: async () => null })
  await screen.findAllByRole('listitem')
  expect(screen.queryByRole('button', { name: /^(确认|静音)/ })).toBeNull()
})

test('what could not be done is said', async () => {
  panel({ alarms: async () => answerOf([line()]), acknowledge: () => Promise.reject(new Error('连接已断')) })
  await userEvent.setup().click(await screen.findByRole('button', { name: /^确认/ }))
  expect((await screen.findByRole('status')).textContent).toBe('没有做成：连接已断')
})

test('a line brings the map to its device; one that has gone says so', async () => {
  const gone = line({ device: 'SB9', mapId: null, name: null, nameEn: null })
  panel({
    alarms: async () => answerOf([line(), gone]),
    feature: async () => ({
      feed: 'devices',
      mapId: 4,
      id: 'SB1',
      record: 'device' as const,
      name: '水位001',
      properties: {},
      time: null,
      at: [117.1, 35.4] as const,
      bounds: null,
    }),
  })
  await userEvent.setup().click(await screen.findByRole('button', { name: /^橙色 ?水位001/ }))
  expect(useSelection.getState().selection).toMatchObject({ kind: 'feature', feature: { id: 'SB1' } })
  const [, last] = screen.getAllByRole('listitem')
  expect(within(last!).getByText('设备 SB9 已不在数据中')).toBeTruthy()
})

test('that nothing is in alarm is said of current data alone', async () => {
  const engine = { alarms: async () => answerOf([], { byLevel: {} }) }
  const live = card(engine)
  expect(await screen.findByText('没有告警')).toBeTruthy()
  live.unmount()
  renderInCity(<AlarmsCard spec={spec} />, { catalog, engine, readings: [readingFixture('devices', null)] })
  expect(await screen.findByText('最后已知的数据里“全市”范围内没有需要处理的事项')).toBeTruthy()
  expect(screen.queryByText('没有告警')).toBeNull()
})
