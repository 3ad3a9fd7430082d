import { QueryClient } from '@tanstack/react-query'
import { act, renderHook, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadWall } from '#app/parts.ts'
import { CityContext, useCity } from '#city/CityContext.ts'
import type { CaseKpis, KpiReport } from '#core/cases/caseKpis.ts'
import type { CaseKpisAnswer, HotSpotsAnswer, Reminders } from '#engine/cases/caseVerbs.ts'
import { useWords } from '#i18n/useWords.ts'
import { NO_SELECTION, useSelection } from '#state/selection.ts'
import { useSketchBook } from '#state/sketches.ts'
import { initialView, useView } from '#state/view.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { server } from '#tests/city/setupViews.ts'
import { Cards } from '#views/cards/Cards.tsx'
import { describerOf } from '#views/sketches/useSketches.ts'

const wall = await loadWall()
const MINUTE = 60_000
const DAY = 1440 * MINUTE

type Parts = Parameters<typeof renderInCity>[1]

function renderCard(
  card: Readonly<Record<string, unknown>>,
  engine: NonNullable<Parts>['engine'],
  around = bare,
  asOf = NOW,
) {
  const feed = (id: string, title: string, more = {}) => ({
    id,
    title,
    record: 'case',
    source: { type: 'geojson', url: `${id}.geojson` },
    staleSeconds: 20 * 86_400,
    ...more,
  })
  const catalog = catalogFixture({
    feeds: [feed('cases', '案件', { archive: 'past' }), feed('past', '往期案件')],
    maps: [{ id: 'events', cards: [{ feed: 'cases', ...card }] }],
  })
  const readings = [readingFixture('cases', asOf), readingFixture('past', NOW)]
  return renderInCity(around(<Cards map={catalog.maps[0]!} side="all" />), {
    catalog,
    readings,
    wall,
    ...(engine && { engine }),
  })
}

const bare = (card: ReactNode): ReactNode => card

beforeEach(() => {
  useView.setState({ ...initialView, workspace: 'plan', scope: null })
  useSelection.setState({ selection: NO_SELECTION })
})
afterEach(() => {
  vi.useRealTimers()
})

const reminder: Reminders['first'][number] = {
  mapId: 4,
  id: 'AJ-4',
  name: '峄山路暴露垃圾',
  nameEn: null,
  stage: '处置',
  unit: '市综合执法局',
  state: 'overdue',
  about: 'stage',
  remaining: -185,
  limit: 240,
  due: NOW - 185 * MINUTE,
  advice: 'urge',
}
const found = {
  feed: 'cases',
  mapId: 4,
  id: 'AJ-4',
  record: 'case' as const,
  name: '峄山路暴露垃圾',
  properties: {},
  time: null,
  at: [117.1, 35.4] as const,
  bounds: null,
}
const soon: Reminders['first'][number] = {
  ...reminder,
  mapId: 5,
  id: 'AJ-5',
  name: null,
  stage: '立案',
  unit: null,
  state: 'due-soon',
  about: 'whole',
  remaining: 20,
  advice: 'dispatch',
}
const reminders = { kind: 'reminders', title: '先办哪几件？', limit: 2 }

test('reminders say how long, whose it is and what to do; a line selects its case', async () => {
  renderCard(reminders, {
    feature: async () => found,
    reminders: async () => ({ overdue: 3, dueSoon: 1, unlimited: 0, ahead: 0, first: [reminder, soon] }),
  })
  // 185 minutes are 3 hours and 5 minutes.
  const line = await screen.findByRole('button', {
    name: /峄山路暴露垃圾.*超 3 小时 5 分.*处置阶段.*市综合执法局.*宜催办/,
  })
  expect(screen.getByRole('button', { name: /AJ-5.*剩 20 分钟.*全案 · 立案阶段.*宜派遣/ })).toBeTruthy()
  // Three and one, of which two are shown.
  expect(screen.getByText('另有 2 条')).toBeTruthy()
  await userEvent.setup().click(line)
  expect(useSelection.getState().selection).toMatchObject({ kind: 'feature', feature: { feed: 'cases', id: 'AJ-4' } })
})

test('the time left is asked for again by the minute', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  let passed = 0
  function Ticking({ children }: { readonly children: ReactNode }) {
    const city = useCity()
    return <CityContext.Provider value={{ ...city, now }}>{children}</CityContext.Provider>
  }
  const now = () => NOW + passed
  renderCard(
    reminders,
    {
      reminders: async () => ({
        overdue: 0,
        dueSoon: 1,
        unlimited: 0,
        ahead: 0,
        first: [{ ...soon, remaining: 20 - passed / MINUTE }],
      }),
    },
    (card) => <Ticking>{card}</Ticking>,
  )
  expect(await screen.findByText('剩 20 分钟')).toBeTruthy()
  passed = MINUTE
  act(() => {
    vi.advanceTimersByTime(MINUTE)
  })
  expect(await screen.findByText('剩 19 分钟')).toBeTruthy()
})

test('where the times of cases are wrong it does not say that nothing presses', async () => {
  renderCard(reminders, {
    reminders: async () => ({ overdue: 0, dueSoon: 0, unlimited: 0, ahead: 2, first: [] }),
  })
  expect(await screen.findByText('2 件时间有误（晚于现在），无法提醒')).toBeTruthy()
  expect(screen.queryByText(/没有临期或超期/)).toBeNull()
})

test('with nothing pressing it says so, and that cases without a limit cannot be judged', async () => {
  const engine = { reminders: async () => ({ overdue: 0, dueSoon: 0, unlimited: 7, ahead: 0, first: [] }) }
  renderCard(reminders, engine)
  expect(await screen.findByText('7 件没有时限，无法提醒')).toBeTruthy()
  expect(screen.queryByText(/没有临期或超期/)).toBeNull()
})

const ratio = (numerator: number, denominator: number) => ({
  value: denominator === 0 ? null : numerator / denominator,
  numerator,
  denominator,
})
const kpis = (parts: Partial<CaseKpis>): CaseKpis => ({
  registered: 0,
  closed: 0,
  closing: ratio(0, 0),
  onTime: ratio(0, 0),
  rework: ratio(0, 0),
  handling: null,
  stages: [],
  slowest: null,
  ...parts,
})
const slowest = { stage: '处置' as const, minutes: 312, cases: 9 }
const report: KpiReport = {
  period: { from: NOW - 7 * DAY, to: NOW },
  previous: { from: NOW - 14 * DAY, to: NOW - 7 * DAY },
  all: {
    now: kpis({
      registered: 12,
      closed: 10,
      closing: ratio(9, 12),
      onTime: ratio(9, 12),
      rework: ratio(1, 10),
      handling: { minutes: 330, cases: 10 },
      slowest,
    }),
    before: kpis({ registered: 8, onTime: ratio(7, 10) }),
  },
  groups: [
    {
      key: '甲局',
      now: kpis({ onTime: ratio(3, 4), handling: { minutes: 90, cases: 4 } }),
      before: kpis({ onTime: ratio(4, 5) }),
    },
    { key: null, now: kpis({ registered: 1 }), before: kpis({}) },
  ],
}
const closing = { kind: 'case-kpis', title: '按期办结了吗？' }
const answered = (parts: Partial<CaseKpisAnswer> = {}): CaseKpisAnswer => ({
  ...report,
  since: NOW - 30 * DAY,
  ...parts,
})

test('closing in time: the rate with its denominator, and how it stands against the week before', async () => {
  renderCard(closing, { caseKpis: async () => answered() })
  const card = await screen.findByRole('article', { name: '按期办结了吗？' })
  // 9 / 12
  expect(await within(card).findByText('75.0')).toBeTruthy()
  expect(within(card).getByText('应结 12 件，按期 9 件')).toBeTruthy()
  // 75 % less 70 %
  expect(within(card).getByText('比前 7 天高 5.0 个百分点')).toBeTruthy()
  expect(within(card).getByText('10.0%').closest('dd')?.textContent).toContain('1 / 10')
  expect(
    within(card)
      .getByText(/5.5 小时/)
      .closest('dd')?.textContent,
  ).toContain('10 件')
  // 312 / 60
  expect(within(card).getByText('5.2 小时')).toBeTruthy()
  const table = within(card).getByRole('table', { name: /按单位/ })
  // 3 / 4 after 4 / 5; 90 minutes
  expect(within(table).getByRole('row', { name: /甲局 下降 75.0% 3 \/ 4 1.5/ })).toBeTruthy()
  expect(within(table).getByRole('row', { name: /（未填） — 0 \/ 0 —/ })).toBeTruthy()
})

test('what is unknown is a dash, and a past that is not on record is not compared with', async () => {
  const empty = { now: kpis({}), before: kpis({}) }
  const { unmount } = renderCard(closing, { caseKpis: async () => answered({ all: empty, groups: [] }) })
  const card = await screen.findByRole('article', { name: '按期办结了吗？' })
  expect(await within(card).findByText('近 7 天没有应结的案件')).toBeTruthy()
  // The headline, closing, rework, mean and slowest; registrations are counted.
  expect(within(card).getAllByText('—')).toHaveLength(5)
  unmount()

  renderCard(closing, { caseKpis: async () => answered({ since: NOW - 8 * DAY }) })
  // 1 September less eight days
  expect(await screen.findByText('记录始于 8月24日 08:00，前 7 天不完整，不作比较')).toBeTruthy()
})

test('at a desk the table turns to grids and classes; a wall keeps its own', async () => {
  const asked: string[] = []
  const engine = {
    caseKpis: async ({ by }: { readonly by: string }) => {
      asked.push(by)
      return answered()
    },
  }
  const { unmount } = renderCard(closing, engine)
  await userEvent.setup().click(await screen.findByRole('tab', { name: '按类别' }))
  expect(await screen.findByRole('table', { name: /按类别/ })).toBeTruthy()
  expect(asked).toEqual(['unit', 'class'])
  unmount()

  useView.setState({ workspace: 'screen' })
  renderCard(closing, engine)
  expect(await screen.findByRole('table', { name: /按单位/ })).toBeTruthy()
  expect(screen.queryByRole('tab')).toBeNull()
})

const cell = (parts: Partial<HotSpotsAnswer['cells'][number]>): HotSpotsAnswer['cells'][number] => ({
  id: '0:0',
  centre: [117.1, 35.4],
  now: 6,
  usual: 0.5,
  spread: 0.58,
  chance: 0.00286,
  score: 2.54,
  state: 'emerging',
  topClass: '市容环境',
  cases: [{ mapId: 1, id: 'AJ-1', name: '峄山路暴露垃圾', nameEn: null }],
  ...parts,
})
const spots = (parts: Partial<HotSpotsAnswer> = {}): HotSpotsAnswer => ({
  from: NOW - 12 * 60 * MINUTE,
  to: NOW,
  weeks: 5,
  cells: [cell({}), cell({ id: '1:0', state: 'usual', now: 1 })],
  url: 'blob:cells',
  ...parts,
})
const hot = { kind: 'hot-spots', title: '哪里突然多了？' }

test('an emerging cell has now, usual and how rare that is; the map outlines it while the card stands', async () => {
  const { unmount } = renderCard(hot, { hotSpots: async () => spots() })
  // 1 / 0.00286 = 349.7, to two digits
  expect(
    await screen.findByRole('button', { name: /峄山路暴露垃圾等.*6 件.*市容环境.*平时 0.5 件.*约 350 次才有 1 次/ }),
  ).toBeTruthy()
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(screen.getByText('近 12 小时，对照前 5 周同时段')).toBeTruthy()
  expect(useSketchBook.getState().sketches).toMatchObject([
    {
      id: 'hot-spots cases',
      source: { kind: 'url', url: 'blob:cells' },
      legend: [{ word: '异常聚集' }],
      pickable: true,
    },
  ])
  const said = renderHook(() => useWords()).result.current
  const describe = describerOf('hot-spots cases')
  // 10^2.54 = 346.7, to two digits
  expect(describe?.({ now: 6, usual: 0.5, score: 2.54, class: '市容环境' }, said)).toEqual({
    title: '6 件，多为市容环境',
    lines: ['平时 0.5 件', '往周约 350 次才有 1 次'],
  })
  expect(describe?.({ now: 6, usual: null, score: null, class: null }, said)).toEqual({ title: '6 件', lines: [] })
  unmount()
  expect(useSketchBook.getState().sketches).toEqual([])
})

test('with too short a past nothing is said to be usual; a quiet city is said to be quiet', async () => {
  const { unmount } = renderCard(hot, {
    hotSpots: async () => spots({ weeks: 1, cells: [cell({ state: 'unknown', usual: null, chance: null })] }),
  })
  expect(await screen.findByText('往周记录不足 3 周，不知道平时多少，无法判断')).toBeTruthy()
  unmount()
  renderCard(hot, { hotSpots: async () => spots({ cells: [cell({ state: 'usual' })] }) })
  expect(await screen.findByText('1 个网格有上报，都在往周同时段的常见范围内')).toBeTruthy()
})

test('cases that may be one matter: how many, how near; a click selects the first', async () => {
  const group = {
    cases: [
      { mapId: 4, id: 'AJ-4', name: '峄山路暴露垃圾', nameEn: null },
      { mapId: 5, id: 'AJ-5', name: '峄山路暴露垃圾', nameEn: null },
    ],
    metres: 31.2,
    minutes: 90,
    score: 0.8,
  }
  renderCard(
    { kind: 'duplicates', title: '哪些可能是同一件？' },
    { duplicates: async () => ({ groups: 3, first: [group] }), feature: async () => found },
  )
  await userEvent.setup().click(await screen.findByRole('button', { name: /峄山路暴露垃圾等 2 件.*相距不超过 32 米/ }))
  expect(useSelection.getState().selection).toMatchObject({ feature: { feed: 'cases', id: 'AJ-4' } })
  expect(screen.getByText('另有 2 条')).toBeTruthy()
})

test('figures of an old feed are the last known ones, and an empty answer of it is no good news', async () => {
  const old = NOW - 40 * DAY
  const { unmount } = renderCard(closing, { caseKpis: async () => answered() }, bare, old)
  const card = await screen.findByRole('article', { name: '按期办结了吗？' })
  expect((await within(card).findByText(/^最后已知/)).textContent).toContain('75.0')
  expect(within(card).getByText('按期结案率').previousElementSibling?.textContent).toBe('—')
  unmount()
  renderCard(hot, { hotSpots: async () => spots({ cells: [] }) }, bare, old)
  expect(await screen.findByText(/近 12 小时，对照/)).toBeTruthy()
  expect(screen.queryByText(/没有异常聚集/)).toBeNull()
})

test.each([
  { kind: 'case-kpis', title: '按期办结了吗?' },
  { kind: 'hot-spots', title: '哪里突然多了?' },
])('of cases that cannot be read a $kind card gives no figures, and waits for none', async (card) => {
  server.use(http.get('http://city.test/geodata/cases.geojson', () => new HttpResponse(null, { status: 503 })))
  const catalog = catalogFixture({
    feeds: [{ id: 'cases', title: '案件', record: 'case', source: { type: 'geojson', url: 'cases.geojson' } }],
    maps: [{ id: 'events', cards: [{ feed: 'cases', ...card }] }],
  })
  const asked = vi.fn(async () => Promise.reject(new Error('nothing to ask about')))
  renderInCity(<Cards map={catalog.maps[0]!} side="all" />, {
    catalog,
    wall,
    engine: { caseKpis: asked, hotSpots: asked },
    client: new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } }),
  })
  const shown = await screen.findByRole('article', { name: card.title })
  expect(await within(shown).findByText(/503/)).toBeTruthy()
  expect(shown.getAttribute('aria-busy')).toBe('false')
  expect(asked).not.toHaveBeenCalled()
})
