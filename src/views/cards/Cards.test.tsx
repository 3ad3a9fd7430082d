import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { loadWall } from '#app/parts.ts'
import { NO_SELECTION, useSelection } from '#state/selection.ts'
import { initialView, useView } from '#state/view.ts'
import {
  catalogFixture,
  evaluationFixture,
  metricFixture,
  NOW,
  readingFixture,
  renderInCity,
} from '#tests/city/cityFixture.tsx'
import { server } from '#tests/city/setupViews.ts'
import { Cards } from './Cards'

const wall = await loadWall()
const HOUR = 3_600_000
const TEAMS_URL = 'http://city.test/geodata/teams.geojson'

const catalog = (cards: readonly unknown[]) =>
  catalogFixture({
    feeds: [
      {
        id: 'teams',
        title: { zh: '救援队伍', en: 'Teams' },
        record: 'team',
        source: { type: 'geojson', url: 'teams.geojson' },
        staleSeconds: 3600,
      },
    ],
    layers: [
      {
        id: 'teams',
        feed: 'teams',
        style: [{ type: 'circle' }],
        classes: {
          by: ['get', 'kind'],
          items: [{ value: 'fire', title: { zh: '消防', en: 'Fire' }, color: '$cat6' }],
        },
      },
    ],
    maps: [{ id: 'panorama', cards }],
  })

type Parts = Parameters<typeof renderInCity>[1]

function renderCards(cards: readonly unknown[], parts: Parts = {}) {
  const opened = catalog(cards)
  const [map] = opened.maps
  if (!map) throw new Error('the fixture has a map')
  return renderInCity(<Cards map={map} side="all" />, { ...parts, catalog: opened, wall })
}

const card = (name: string) => screen.findByRole('article', { name })
const people = { kind: 'total', feed: 'teams', sum: 'people', title: '能出动多少人？', unit: '人' }

beforeEach(() => {
  useView.setState(initialView)
  useSelection.setState({ selection: NO_SELECTION })
})

test('a total has its unit and the time of its data; late and stale data say their age', async () => {
  const engine = { total: async () => ({ value: 12_345, features: 40 }) }
  renderCards([people], { engine, readings: [readingFixture('teams', NOW - 3 * HOUR)] })
  const shown = await card('能出动多少人？')
  // 12 345 = 1.2345 万, two decimals below 10 万
  expect(await within(shown).findByText('1.23')).toBeTruthy()
  expect(within(shown).getByText('万人')).toBeTruthy()
  // 2026-09-01T08:00+08:00 less three hours
  expect(within(shown).getByText('数据 9月1日 05:00')).toBeTruthy()
  expect(within(shown).getByText('数据已过期 · 3 小时前')).toBeTruthy()
})

test('a total of nothing is a dash with its reason, not zero', async () => {
  renderCards([people], { engine: { total: async () => null }, readings: [readingFixture('teams', NOW)] })
  const shown = await card('能出动多少人？')
  expect(await within(shown).findByText('—')).toBeTruthy()
  expect(within(shown).getByText('“全市”范围内没有符合条件的记录')).toBeTruthy()
})

test('a feed that cannot be read is named with what the server said, and no number is shown', async () => {
  server.use(http.get(TEAMS_URL, () => new HttpResponse(null, { status: 503 })))
  renderCards([people])
  const shown = await card('能出动多少人？')
  expect(
    await within(shown).findByText(/“救援队伍”读取失败.*503.*没有保存过的数据可用/, {}, { timeout: 5000 }),
  ).toBeTruthy()
  expect(within(shown).queryByText('0')).toBeNull()
})

test('data kept from before says since when', async () => {
  const reading = readingFixture('teams', NOW, {
    fromCopy: true,
    fetchedAt: NOW - 2 * HOUR,
    fault: { code: 'unreachable', zh: '无法连接', en: 'could not be reached' },
  })
  renderCards([people], { engine: { total: async () => ({ value: 7, features: 1 }) }, readings: [reading] })
  const shown = await card('能出动多少人？')
  expect(await within(shown).findByText('7')).toBeTruthy()
  expect(within(shown).getByText(/连不上，显示 9月1日 06:00 取得的数据 · 无法连接/)).toBeTruthy()
})

test('a breakdown speaks in the words of the legend, folds the tail and gives the sum', async () => {
  const values = ['fire', 'a', 'b', 'c', 'd', 'e', 'f', 'g']
  const engine = { breakdown: async () => values.map((value, index) => ({ value, count: 10 - index })) }
  renderCards([{ kind: 'breakdown', feed: 'teams', by: 'kind', title: '有哪些队伍？' }], {
    engine,
    readings: [readingFixture('teams', NOW)],
  })
  const table = await screen.findByRole('table', { name: '有哪些队伍？' })
  expect(within(table).getByRole('row', { name: /消防.*10/ })).toBeTruthy()
  // The last two of eight: 4 + 3 = 7; all: 10 + 9 + … + 3 = 52.
  expect(within(table).getByRole('row', { name: /其他 2 类.*7/ })).toBeTruthy()
  expect(screen.getByText('合计 52')).toBeTruthy()
})

const attention = { kind: 'attention', feed: 'teams', title: '哪些队伍缺人？', show: ['name', 'kind'], limit: 1 }

test('attention lists what needs somebody; a line selects its feature', async () => {
  const row = { mapId: 4, id: 't-4', cells: ['北宿队', 'fire'] }
  const engine = {
    rows: async () => ({ total: 3, rows: [row] }),
    feature: async () => ({
      feed: 'teams',
      mapId: 4,
      id: 't-4',
      record: 'team' as const,
      name: '北宿队',
      properties: {},
      time: null,
      at: [117.1, 35.4] as const,
      bounds: null,
    }),
  }
  renderCards([attention], { engine, readings: [readingFixture('teams', NOW)] })
  await userEvent.setup().click(await screen.findByRole('button', { name: /北宿队.*消防/ }))
  expect(useSelection.getState().selection).toMatchObject({ kind: 'feature', feature: { feed: 'teams', id: 't-4' } })
  expect(screen.getByText('另有 2 条')).toBeTruthy()
})

test('attention with nothing to do says within which scope', async () => {
  useView.setState({ scope: 'zone' })
  const engine = { rows: async () => ({ total: 0, rows: [] }) }
  renderCards([attention], { engine, readings: [readingFixture('teams', NOW)] })
  expect(await screen.findByText('“zone”范围内现在没有需要处理的事项')).toBeTruthy()
})

test('attention that concerns everybody asks for the whole city, whatever scope is on show, and says so', async () => {
  useView.setState({ scope: 'zone' })
  const asked: (string | null | undefined)[] = []
  const engine = {
    rows: async ({ scope }: { readonly scope?: string | null | undefined }) => {
      asked.push(scope)
      return { total: 0, rows: [] }
    },
  }
  renderCards([{ ...attention, scope: 'all' }], { engine, readings: [readingFixture('teams', NOW)] })
  expect(await screen.findByText('“全市”范围内现在没有需要处理的事项')).toBeTruthy()
  expect(asked).toEqual([null])
})

test('a breakdown in an order of its own puts the named values first, the others by count', async () => {
  const engine = {
    breakdown: async () => [
      { value: 'calm', count: 9 },
      { value: 'odd', count: 5 },
      { value: 'overdue', count: 2 },
    ],
  }
  const entry = { kind: 'breakdown', feed: 'teams', by: 'clock', title: '时限', order: ['overdue', 'soon', 'calm'] }
  renderCards([entry], { engine, readings: [readingFixture('teams', NOW)] })
  const shown = await card('时限')
  await within(shown).findByText('overdue')
  expect(
    within(shown)
      .getAllByRole('row')
      .map(({ textContent }) => textContent),
  ).toEqual([expect.stringContaining('overdue'), expect.stringContaining('calm'), expect.stringContaining('odd')])
})

test('a reading and its unit are one fact; a moment of today is its hour', async () => {
  // NOW is 08:00 on 1 September in Shanghai.
  const cells = ['水位', 2.42, 'm', '2026-09-01T07:56:00+08:00', '2026-08-31T22:46:00+08:00', null]
  const engine = { rows: async () => ({ total: 1, rows: [{ mapId: 4, id: 't-4', cells }] }) }
  const entry = { ...attention, show: ['name', 'value', 'unit', 'lastSeen', 'due'] }
  renderCards([entry], { engine, readings: [readingFixture('teams', NOW)] })
  const line = await screen.findByRole('button', { name: /水位/ })
  expect(line.textContent).toContain('2.42 m')
  expect(line.textContent).toContain(' 07:56')
  expect(line.textContent).not.toContain('9月1日')
  expect(line.textContent).toContain('8月31日 22:46')
})

test('a headline card has value, fraction, what is missing, star and data time, and opens its row', async () => {
  const evaluation = evaluationFixture({
    '5g-key-area-coverage': {
      status: 'ok',
      star: 3,
      metrics: { value: metricFixture({ value: 0.48, numerator: 48, denominator: 100 }) },
      next: { star: 4, needs: [{ metric: 'value', op: '>=', wanted: 0.5, have: 0.48, missing: 2 }] },
    },
  })
  renderCards([{ kind: 'indicator', indicator: '5g-key-area-coverage', title: '够四星了吗？' }], {
    engine: { evaluate: async () => evaluation },
  })
  const shown = await card('够四星了吗？')
  expect(await within(shown).findByText('48.0')).toBeTruthy()
  expect(within(shown).getByText('48 / 100')).toBeTruthy()
  expect(within(shown).getByText('还差 2 个到四星')).toBeTruthy()
  expect(within(shown).getByRole('img', { name: '三星' })).toBeTruthy()
  expect(within(shown).getByText('四星线 50.0%')).toBeTruthy()
  expect(within(shown).getByText('实测')).toBeTruthy()
  await userEvent.setup().click(within(shown).getByRole('button', { name: '够四星了吗？' }))
  expect(useView.getState()).toMatchObject({ workspace: 'plan', indicator: '5g-key-area-coverage' })
})

test('an unknown headline is a dash and says why', async () => {
  renderCards([{ kind: 'indicator', indicator: '5g-key-area-coverage' }], {
    engine: { evaluate: async () => evaluationFixture({}) },
  })
  const shown = await card('5G网络覆盖率')
  expect(await within(shown).findByText('—')).toBeTruthy()
  expect(within(shown).getByText('未知：责任单位尚未上报，没有数据')).toBeTruthy()
})
