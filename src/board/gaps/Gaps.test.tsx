import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Gap } from '#core/planning/gaps/gap.ts'
import type { ExplainedMetric, GapList, WorldEngine } from '#engine/engineApi.ts'
import { ENGINE_FAILURES, EngineFailure } from '#engine/host/EngineFailure.ts'
import type { SightAnswer } from '#engine/sight/sightRequest.ts'
import { speak } from '#i18n/i18n.ts'
import { takeControls } from '#map/camera/cameraOf.ts'
import { NO_SELECTION, select, setHover, useSelection } from '#state/selection.ts'
import { catalogFixture, metricFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { Continuity } from './Continuity'
import { Gaps } from './Gaps'
import { gapFixture } from './gapFixture'
import { SheetCheck } from './SheetCheck'
import { Sight } from './Sight'

const ID = '5g-key-area-coverage'
const feed = (id: string, title: string, record: string, more: object = {}) => ({
  ...{ id, title, record, source: { type: 'geojson', url: `${id}.geojson` } },
  ...more,
})
const FEEDS = [
  feed('areas', '重点区域', 'place'),
  feed('sites', '5G 基站', 'site', { footprint: { radius: 300 } }),
  feed('homes', '人口', 'zone'),
  feed('schools', '学校', 'place'),
]
const catalog = catalogFixture({
  feeds: FEEDS,
  roles: { people: { feed: 'homes', value: ['get', 'people'] } },
  indicators: [{ id: ID, metrics: { value: { method: 'covered', subjects: 'areas', by: 'sites', threshold: 0.8 } } }],
})
const explained = (part: Partial<ExplainedMetric> = {}): ExplainedMetric => ({
  indicator: ID,
  metric: 'value',
  result: metricFixture({ value: 0 }),
  subjects: [{ feed: 'areas', id: 'a', mapId: 1, state: 'uncovered', value: 0 }],
  gapsUrl: 'blob:gaps',
  footprintsUrl: null,
  gapCount: 3,
  gapArea: 1,
  bounds: null,
  gapAreas: new Map(),
  names: {},
  ...part,
})

const PARK = gapFixture({
  ...{ id: 'p', mapId: 1, name: { zh: '城东公园', en: 'East Park' }, why: 'out-of-reach', kind: '公园' },
  ...{ people: { people: 320, atLeast: null }, places: { schools: 2 }, area: 40_000, towns: [{ zh: '东镇' }] },
  nearest: [
    { feed: 'sites', id: 's1', mapId: 7, name: { zh: '铁塔7' }, metres: 412.4, count: 3, refusal: null },
    {
      ...{ feed: 'sites', id: 's2', mapId: 8, name: null, metres: 0, count: 1, refusal: 'broken' as const },
      property: { name: 'status', value: '退服' },
    },
  ],
})
const STATION = gapFixture({
  ...{ id: 's', mapId: 2, name: { zh: '火车站' }, why: 'broken', restored: { broken: 0.8 }, kind: '车站' },
  ...{ people: { people: null, atLeast: 900 }, places: { schools: 0 }, area: 9000, towns: [{ zh: '西镇' }] },
})
const SQUARE = gapFixture({ id: 'q', mapId: 3, people: { people: null, atLeast: null }, area: 90_000, kind: '公园' })

const listOf = (gaps: readonly Gap[], part: Partial<GapList> = {}): GapList => ({
  indicator: ID,
  metric: 'value',
  gaps,
  totals: { people: { people: null, atLeast: 1220 }, ofPeople: null, places: { schools: 2 } },
  people: 'read',
  peopleTime: NOW,
  ...part,
})

const show = (gapList: () => Promise<GapList>, part: Partial<ExplainedMetric> = {}, more: Partial<WorldEngine> = {}) =>
  renderInCity(
    <Gaps
      indicator={ID}
      metric="value"
      scope={null}
      explained={{ explanation: explained(part), busy: false, fault: null }}
    />,
    {
      catalog,
      engine: { gapList, ...more },
      feedsByIndicator: { [ID]: ['areas', 'sites'] },
      readings: FEEDS.map(({ id }) => readingFixture(id, NOW)),
    },
  )

const names = () =>
  within(screen.getByRole('table'))
    .getAllByRole('rowheader')
    .map((head) => within(head).getByRole('button').textContent)

beforeEach(() => {
  select(NO_SELECTION)
  setHover(null)
})

describe('the list of gaps', () => {
  test('is ranked by people, what is known in part by that part, and by places or size when asked', async () => {
    show(async () => listOf([PARK, STATION, SQUARE]))
    await screen.findByText('缺口 3 处')
    expect(names()).toEqual(['火车站', '城东公园', 'q'])
    expect(screen.getByRole('button', { name: '按 人口 排序' }).closest('th')?.getAttribute('aria-sort')).toBe(
      'descending',
    )
    const cells = within(screen.getByRole('table'))
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getAllByRole('cell')[0]?.textContent)
    expect(cells).toEqual(['≥\u202f900', '320', '—'])
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: '按 大小 排序' }))
    expect(names()).toEqual(['q', '城东公园', '火车站'])
    await user.click(screen.getByRole('button', { name: '按 大小 排序' }))
    expect(names()).toEqual(['火车站', '城东公园', 'q'])
    await user.click(screen.getByRole('button', { name: '按 地点 排序' }))
    expect(names()[0]).toBe('城东公园')
  })

  test('says what all come to, each person once, and where people are known from', async () => {
    show(async () => listOf([PARK, STATION, SQUARE]))
    await screen.findByText('未覆盖人口 至少 1220 人，重叠处只计一次')
    expect(screen.getByText('部分缺口所在格没有人口数字，合计为至少数')).toBeTruthy()
    expect(screen.getByText(/^人口：人口 /).textContent).toContain('按缺口占格面积分摊')
    expect(screen.getByText('缺口内地点 2 处')).toBeTruthy()
  })

  test('is filtered by town, kind and reason, and says how many are left', async () => {
    show(async () => listOf([PARK, STATION, SQUARE]))
    const user = userEvent.setup()
    await user.selectOptions(await screen.findByRole('combobox', { name: '类别' }), '公园')
    expect(names()).toEqual(['城东公园', 'q'])
    expect(screen.getByRole('status').textContent).toContain('显示 2 / 3 处')
    await user.selectOptions(screen.getByRole('combobox', { name: '原因' }), '故障停用')
    expect(screen.getByText('没有符合筛选的缺口')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '清除筛选' }))
    expect(names()).toHaveLength(3)
    expect(screen.queryByRole('combobox', { name: '单位' })).toBeNull()
  })

  test('a gap opens with the keyboard into size, people, places, reason and nearest sites, and the map goes there', async () => {
    const flights: unknown[] = []
    const away = takeControls((flight) => flights.push(flight.target))
    show(async () => listOf([PARK, STATION, SQUARE]))
    const user = userEvent.setup()
    const park = await screen.findByRole('button', { name: '城东公园' })
    park.focus()
    expect(useSelection.getState().hover).toMatchObject({ sketch: 'row-gaps', mapId: 0 })
    await user.keyboard('{Enter}')
    expect(park.getAttribute('aria-expanded')).toBe('true')
    const fact = (name: string) => screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent
    expect(fact('未覆盖人口')).toBe('320 人')
    expect(fact('大小')).toBe('40\u202f000\u202fm²')
    expect(fact('地点')).toBe('学校 2')
    expect(fact('原因')).toBe('附近有计入的设施，但覆盖不到这里')
    expect(fact('乡镇')).toBe('东镇')
    const sites = within(screen.getByRole('region', { name: '最近的设施' })).getAllByRole('listitem')
    expect(sites.map((site) => site.textContent)).toEqual([
      '在地图上看 铁塔7铁塔7 × 3相距 412\u202fm',
      '在地图上看 s2s2不计入：状态 退服 · 就在其中',
    ])
    expect(useSelection.getState().selection).toMatchObject({
      kind: 'sketch',
      feature: { mapId: 0, properties: { subject: 'p' } },
    })
    expect(flights).toEqual([PARK.bounds])
    await user.click(screen.getByRole('button', { name: '火车站' }))
    expect(screen.getByText('故障停用的设施恢复后可覆盖 80.0%')).toBeTruthy()
    away()
  })

  test('what is selected or hovered on the map is so in the list', async () => {
    show(async () => listOf([PARK, STATION, SQUARE]))
    const station = await screen.findByRole('button', { name: '火车站' })
    // The second of the gaps that the map draws.
    select({ kind: 'sketch', feature: { sketch: 'row-gaps', mapId: 1, properties: {} }, at: [117, 35] })
    await waitFor(() => expect(station.getAttribute('aria-expanded')).toBe('true'))
    expect(station.closest('tr')?.getAttribute('aria-current')).toBe('true')
    // The park as a feature of its feed.
    select({ kind: 'feature', feature: { feed: 'areas', mapId: 1, id: 'p' }, at: [117, 35] })
    await waitFor(() => expect(station.getAttribute('aria-expanded')).toBe('false'))
    expect(screen.getByRole('button', { name: '城东公园' }).getAttribute('aria-expanded')).toBe('true')
  })
})

describe('what else there may be to say', () => {
  test('no population: nobody is counted as nought, and the list is in order of size', async () => {
    const unknown = [PARK, SQUARE].map((gap) => ({ ...gap, people: { people: null, atLeast: null } }))
    const totals = { people: { people: null, atLeast: null }, ofPeople: null, places: null }
    show(async () => listOf(unknown, { people: 'none', peopleTime: null, totals }))
    await screen.findByText('目录没有指定人口数据（roles.people），人口未知，按面积排列。')
    expect(names()).toEqual(['q', '城东公园'])
    expect(screen.queryByText(/人口 0/)).toBeNull()
  })

  test('everything is covered, what was not counted is said beside it', () => {
    const subjects: ExplainedMetric['subjects'] = [
      { feed: 'areas', id: 'a', mapId: 1, state: 'covered', value: 1 },
      { feed: 'areas', id: 'b', mapId: 2, state: 'excluded', value: null, reason: 'ambiguous-ring' },
    ]
    show(async () => listOf([]), { gapCount: 0, subjects })
    expect(screen.getByText('没有缺口')).toBeTruthy()
    expect(screen.getByText('1 个参评对象都已覆盖。')).toBeTruthy()
    expect(screen.getByText('另有 1 个对象未参评，不在此列。')).toBeTruthy()
  })

  test('nothing was counted: no all-clear', () => {
    const result = { ...metricFixture({ value: null }), why: 'feed-unreadable:sites' }
    show(async () => listOf([]), { gapCount: 0, subjects: [], result })
    const said = screen.getByText(/^没有可以比较的对象，无从判断有没有缺口。/).textContent
    expect(said).toContain('5G 基站')
    expect(screen.queryByText('没有缺口')).toBeNull()
  })

  test('a failure says why and can be tried again', async () => {
    let asked = 0
    show(async () => {
      asked += 1
      if (asked === 1) throw new Error('引擎停了')
      return listOf([PARK])
    })
    await screen.findByText('缺口未能算出：引擎停了')
    await userEvent.setup().click(screen.getByRole('button', { name: '重新测算' }))
    await screen.findByText('缺口 1 处')
  })

  test('an engine that gives no answer is said in the language of the page', async () => {
    show(async () => {
      throw new EngineFailure(ENGINE_FAILURES.noAnswer(180))
    })
    await screen.findByText('缺口未能算出：数据引擎 180 秒内没有回答')
    await act(() => speak('en'))
    await screen.findByText(/: no answer in 180 s/)
    await act(() => speak('zh-CN'))
  })

  test('a feed that cannot be read is called by its name in each view, not by its code', async () => {
    const fails = async () => {
      throw new Error('feed-unreadable:homes')
    }
    const user = userEvent.setup()
    const { unmount } = show(fails, {}, { continuity: fails })
    await screen.findByText('缺口未能算出：数据源“人口”读取失败')
    await user.click(screen.getByRole('tab', { name: '连续性' }))
    await screen.findByText('缺口未能算出：数据源“人口”读取失败')
    unmount()
    renderInCity(<SheetCheck indicator={ID} metric="value" scope={null} />, {
      catalog,
      engine: { sheetCheck: fails },
      feedsByIndicator: { [ID]: ['areas'] },
      readings: [readingFixture('areas', NOW)],
    })
    await screen.findByText('缺口未能算出：数据源“人口”读取失败')
  })
})

test('streets of which one feed was not read are at least so long, and none of them is none known', async () => {
  const zone = { mapId: 1, area: 9, uncovered: 0, covered: 1, hole: null, holes: 0 }
  renderInCity(<Continuity indicator={ID} metric="value" scope={null} />, {
    catalog: catalogFixture({ feeds: [...FEEDS, feed('main', '主路', 'road'), feed('lanes', '小路', 'road')] }),
    engine: {
      continuity: async () => ({
        zones: [
          { ...zone, id: 'e', name: { zh: '东镇' }, streets: { length: 900, uncovered: 0 } },
          { ...zone, id: 'w', name: { zh: '西镇' }, streets: { length: 900, uncovered: 120 } },
        ],
        unread: ['lanes'],
      }),
    },
    feedsByIndicator: { [ID]: [] },
    readings: ['homes', 'main', 'lanes'].map((id) => readingFixture(id, NOW)),
  })
  const cells = async (name: RegExp) => {
    const row = await screen.findByRole('row', { name })
    return within(row).getAllByRole('cell').at(-1)?.textContent
  }
  expect(await cells(/东镇/)).toBe('—')
  expect(await cells(/西镇/)).toMatch(/^≥ 120\s*米?m?$/)
  expect(screen.getByText(/没有读到 小路/).textContent).toContain('不能据此认为全部覆盖')
})

test('of cameras it tells what counts on paper only, and what is taken for granted', async () => {
  const figures = (numerator: number) => ({ value: numerator / 50, numerator, denominator: 50 })
  const lost = { id: 'a', mapId: 1, name: '城东公园', nameEn: null, declared: 0.9, seen: 0.2 }
  const asked: (readonly [string, number])[] = []
  const fault = { code: 'not-read', zh: '数据源 houses 没有读到', en: 'feed houses was not read' }
  let answer: SightAnswer = {
    ...{
      ok: true,
      obstacles: { feed: 'houses', count: 9, refused: 2 },
      viewers: 40,
      cut: 12,
      inside: 3,
      heightless: 1,
    },
    ...{ declaredArea: 200, seenArea: 150, confirmed: null, unmeasured: [], url: 'blob:seen' },
    metrics: [
      {
        ...{ indicator: ID, metric: 'value', subjects: 'areas', onPaper: [lost] },
        ...{ declared: figures(45), seen: figures(30), confirmed: null },
      },
    ],
  }
  const sighted = catalogFixture({
    feeds: [
      ...FEEDS.filter(({ id }) => id !== 'sites'),
      feed('sites', '摄像机', 'camera', { footprint: { radius: 300 }, sight: { obstacles: 'houses' } }),
      feed('houses', '房屋', 'zone'),
    ],
    indicators: [{ id: ID, metrics: { value: { method: 'covered', subjects: 'areas', by: 'sites', threshold: 0.8 } } }],
  })
  const render = () =>
    renderInCity(<Sight indicator={ID} metric="value" scope={null} feed="sites" />, {
      catalog: sighted,
      engine: {
        sight: async () => answer,
        feature: async (of, mapId) => {
          asked.push([of, mapId])
          return null
        },
      },
      readings: [readingFixture('areas', NOW), readingFixture('sites', NOW), readingFixture('houses', NOW)],
    })
  const { unmount } = render()
  const ratios = within(await screen.findByRole('table', { name: '摄像机实际看见' }))
  expect(ratios.getAllByRole('row').map((row) => row.textContent)).toEqual([
    expect.stringMatching(/名义视野.*90\.0%45 \/ 50/),
    expect.stringMatching(/建筑遮挡后.*60\.0%30 \/ 50/),
    expect.stringMatching(/现场核实.*—/),
  ])
  screen.getByText(/40 台摄像机，12 台的视野被建筑截断；.*75\.0%.*目录没有说明哪些.*3 台.*1 台安装高度不明/)
  expect(screen.getByRole('alert').textContent).toContain('“房屋”有 2 条记录读不成')
  expect(within(screen.getByRole('table', { name: '只在纸面上覆盖的 1 处' })).getAllByRole('row')).toHaveLength(2)
  await userEvent.click(screen.getByRole('button', { name: '城东公园' }))
  expect(asked).toEqual([['areas', 1]])
  unmount()

  answer = { ok: false, fault }
  render()
  await screen.findByText('摄像机看得见什么无法判断：数据源 houses 没有读到')
})
