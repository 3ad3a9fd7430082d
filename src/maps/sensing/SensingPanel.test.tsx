import { renderHook, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import type { BlindGrids } from '#engine/devices/gridVerbs.ts'
import type { WorldEngine } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import { useSketchBook } from '#state/sketches.ts'
import { initialView, useView } from '#state/view.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { describerOf } from '#views/sketches/useSketches.ts'
import { BlindGridsCard } from './BlindGridsCard'
import { SensingPanel } from './SensingPanel'

const source = (id: string) => ({ type: 'geojson', url: `${id}.geojson` })
const catalog = catalogFixture({
  // Not the first feed of zones.
  roles: { grids: 'watched' },
  feeds: [
    { id: 'devices', title: { zh: '物联设备' }, record: 'device', source: source('devices') },
    { id: 'sheets', record: 'zone', source: source('sheets') },
    { id: 'watched', record: 'zone', source: source('watched') },
    { id: 'cameras', record: 'camera', source: source('cameras'), footprint: { radius: 80 } },
  ],
})
const readings = ['devices', 'watched', 'cameras'].map((id) => readingFixture(id, NOW))
const BLIND: BlindGrids = {
  grids: 98,
  blind: [
    { mapId: 7, id: 'g7', name: '凫山007网格', state: 'bare', devices: 0, people: 20_610 },
    { mapId: 3, id: 'g3', name: null, state: 'dark', devices: 2, people: null },
  ],
  sensed: [1, 2],
  kinds: [
    { kind: '水位', bare: 40, dark: 5 },
    { kind: '雨量', bare: 20, dark: 0 },
  ],
}
const NO_ALARMS = { lines: [], total: 0, unacknowledged: 0, muted: 0, byLevel: {} }

const show = (engine: Partial<WorldEngine>) =>
  renderInCity(<SensingPanel />, { catalog, readings, engine: { alarms: async () => NO_ALARMS, ...engine } })

beforeEach(() => {
  useView.setState(initialView)
})

test('blind grids are listed with what they lack, and marked on the map while wanted', async () => {
  const asked: (string | null)[] = []
  const { unmount } = show({
    async blindGrids({ kind }) {
      asked.push(kind)
      return BLIND
    },
  })
  const user = userEvent.setup()
  await user.click(screen.getByRole('tab', { name: '盲区' }))
  expect(await screen.findByText('98 个网格中 2 个是盲区')).toBeTruthy()
  const lines = within(screen.getByRole('list', { name: '盲区网格' })).getAllByRole('listitem')
  expect(lines.map((line) => line.textContent)).toEqual([
    expect.stringMatching(/^无设备凫山007网格20.610 人$/),
    '无在线设备g32 台设备不在线',
  ])
  await user.click(screen.getByRole('checkbox', { name: '在地图上标出' }))
  expect(useSketchBook.getState().sketches.map(({ id, source }) => [id, source])).toEqual([
    [
      'blind-grids',
      {
        kind: 'feed',
        feed: 'watched',
        states: new Map([
          [1, 'covered'],
          [2, 'covered'],
          [7, 'uncovered'],
          [3, 'uncovered'],
        ]),
      },
    ],
  ])
  await user.selectOptions(screen.getByRole('combobox', { name: '要有哪种设备' }), '雨量')
  await waitFor(() => expect(asked).toEqual([null, '雨量']))
  unmount()
  expect(useSketchBook.getState().sketches).toEqual([])
})

test('offers what the city has: no grids without zones, no cameras without views', async () => {
  const [devices] = catalog.feeds
  renderInCity(<SensingPanel />, {
    catalog: { ...catalog, roles: {}, feeds: devices ? [devices] : [] },
    readings,
    engine: { alarms: async () => NO_ALARMS },
  })
  expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['告警'])
})

test('a scope where every grid is sensed says so', async () => {
  show({ blindGrids: async () => ({ ...BLIND, blind: [] }) })
  await userEvent.setup().click(screen.getByRole('tab', { name: '盲区' }))
  expect(await screen.findByText('每个网格都有在线设备')).toBeTruthy()
})

test('cameras are a table; what they see is drawn on the map and taken back', async () => {
  const row = { mapId: 1, id: 'c1', cells: ['南门', '枪机', '市公安局', '完好'] }
  show({
    rows: async () => ({ total: 1, rows: [row] }),
    total: async () => null,
    sectors: async () => ({ url: 'blob:sectors', count: 2500 }),
  })
  const user = userEvent.setup()
  await user.click(screen.getByRole('tab', { name: '摄像机' }))
  const draw = await screen.findByRole('checkbox', { name: '在地图上画出视域' })
  await user.click(draw)
  expect(await screen.findByText(/已画出 2.?500 个视域/)).toBeTruthy()
  const { sketches } = useSketchBook.getState()
  expect(sketches.map(({ source }) => source)).toEqual([{ kind: 'url', url: 'blob:sectors' }])
  expect(sketches[0]?.legend.map(({ word, dashed = false }) => [word, dashed])).toEqual([
    ['完好', false],
    ['故障或离线', true],
    ['状态不明', true],
  ])
  const legend = within(screen.getByRole('list', { name: '图上另绘' }))
  expect(legend.getAllByRole('listitem').map((line) => line.textContent)).toEqual(['完好', '故障或离线', '状态不明'])
  const said = renderHook(() => useWords()).result.current
  expect(describerOf('view-sectors')?.({ id: 'c1', name: '南门', status: '故障' }, said)).toEqual({
    title: '南门',
    lines: ['故障'],
    about: { feed: 'cameras', id: 'c1' },
  })
  expect(describerOf('view-sectors')?.({ id: 'c2' }, said)).toMatchObject({ title: 'c2', lines: ['状态不明'] })
  await user.click(draw)
  expect(useSketchBook.getState().sketches).toEqual([])
})

test('the card says in how many grids nothing senses and which kinds are missing most', async () => {
  const spec = {
    kind: 'blind-grids' as const,
    title: { zh: '哪里感知不到？' },
    feed: 'watched',
    devices: ['devices'],
    limit: 5,
  }
  renderInCity(<BlindGridsCard spec={spec} />, { catalog, readings, engine: { blindGrids: async () => BLIND } })
  expect(await screen.findByText('98 个网格中 2 个是盲区')).toBeTruthy()
  const table = screen.getByRole('table', { name: '各类设备缺失的网格数' })
  // 40 + 5, and 20
  expect(within(table).getByRole('row', { name: /水位.*45/ })).toBeTruthy()
  expect(within(table).getByRole('row', { name: /雨量.*20/ })).toBeTruthy()
})
