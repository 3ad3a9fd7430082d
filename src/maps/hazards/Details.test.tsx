import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { NO_SELECTION, useSelection } from '#state/selection.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { HazardDetail } from './HazardDetail'
import { WarningDetail, warningState } from './WarningDetail'

const detail = (record: FeatureDetail['record'], properties: Record<string, unknown>): FeatureDetail => ({
  feed: `${record}s`,
  mapId: 1,
  id: 'x1',
  record,
  name: null,
  properties,
  time: NOW,
  at: [117, 35],
  bounds: null,
})

const current = (list: string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('listitem')
    .filter((item) => item.hasAttribute('aria-current'))
    .map((item) => item.textContent)

describe('the sheet of a hazard', () => {
  const show = (properties: Record<string, unknown>) =>
    renderInCity(
      <HazardDetail detail={detail('hazard', { grade: '一般', risk: '红', state: '整改中', ...properties })} />,
    )

  test('shows grade and risk as two scales, each with all its steps', () => {
    show({ due: '2026-09-04' })
    const steps = (list: string) =>
      within(screen.getByRole('list', { name: list }))
        .getAllByRole('listitem')
        .map((item) => item.textContent)
    expect(steps('隐患级别')).toEqual(['重大', '一般'])
    expect(steps('风险等级')).toEqual(['红色', '橙色', '黄色', '蓝色'])
    // A general hazard of red risk: neither word stands for the other.
    expect(current('隐患级别')).toEqual(['一般'])
    expect(current('风险等级')).toEqual(['红色'])
  })

  test('shows where rectification stands', () => {
    show({})
    expect(current('整改进度')).toEqual(['整改中'])
  })

  test('counts the days to its due date and past it, and none once it is struck off', () => {
    // Today is 1 September.
    const said = (properties: Record<string, unknown>) => {
      const view = show(properties)
      const text = screen.getByText('整改期限').nextElementSibling?.textContent
      view.unmount()
      return text
    }
    expect(said({ due: '2026-09-04' })).toBe('9月4日还剩 3 天')
    expect(said({ due: '2026-09-01' })).toBe('9月1日今天到期')
    expect(said({ due: '2026-08-22' })).toBe('8月22日超期 10 天')
    expect(said({ due: '2026-08-22', state: '已销号' })).toBe('8月22日已销号')
    expect(said({})).toBe('未写整改期限')
  })

  test('says what it is not told', () => {
    show({ grade: undefined, risk: '紫', state: undefined })
    expect(screen.getAllByText('未填')).toHaveLength(2)
    expect(screen.getByText('紫')).toBeTruthy()
    expect(current('隐患级别')).toEqual([])
  })
})

describe('the sheet of a warning', () => {
  const feed = (id: string) => ({ id, title: id, record: 'place', source: { type: 'geojson', url: id } })
  const catalog = catalogFixture({
    feeds: [feed('warnings'), feed('people'), feed('towns'), feed('schools')],
    maps: [
      {
        id: 'hazards',
        cards: [
          {
            kind: 'warnings',
            feed: 'warnings',
            title: '预警',
            inside: [
              { feed: 'people', sum: 'people', by: 'towns', title: '人口' },
              { feed: 'schools', title: '学校' },
            ],
          },
        ],
      },
    ],
  })
  const properties = {
    level: '橙',
    text: '未来三小时雨量可达五十毫米以上',
    issuer: '市气象局',
    towns: '东镇',
    level_from: 'severity Severe',
    time: '2026-09-01T06:25:00+08:00',
    until: '2026-09-01T12:25:00+08:00',
  }

  beforeEach(() => useSelection.setState({ selection: NO_SELECTION }))

  test('says what it is, until when, by whom, and names what lies inside as ways to it', async () => {
    renderInCity(<WarningDetail detail={detail('warning', properties)} />, {
      catalog,
      readings: ['warnings', 'people', 'towns', 'schools'].map((id) => readingFixture(id, NOW)),
      engine: {
        warningSheet: async () => [
          {
            feed: 'people',
            count: 3,
            sum: 4321.4,
            unknown: 2,
            byArea: [
              { area: { mapId: 6, id: 't6', name: '东镇', nameEn: 'East' }, sum: 4000.2 },
              { area: null, sum: 321.2 },
            ],
            features: [],
          },
          {
            feed: 'schools',
            count: 9,
            sum: null,
            unknown: 0,
            byArea: null,
            features: [{ mapId: 4, id: 's4', name: '第一小学', nameEn: 'First School' }],
          },
        ],
        feature: async (of, mapId) => ({ ...detail('place', {}), feed: of, mapId }),
      },
    })
    expect(screen.getByText('橙色')).toBeTruthy()
    expect(screen.getByText('生效中')).toBeTruthy()
    expect(screen.getByText('未来三小时雨量可达五十毫米以上')).toBeTruthy()
    const fact = (label: string) => screen.getByText(label).nextElementSibling?.textContent
    expect(fact('失效时间')).toBe('9月1日 12:25 · 还剩 4 小时 25 分')
    expect(fact('发布单位')).toBe('市气象局')
    expect(fact('级别依据')).toBe('severity Severe')
    const inside = await screen.findByRole('region', { name: '影响范围内有什么' })
    expect((await within(inside).findByText('人口')).nextElementSibling?.textContent).toBe('4321')
    expect(within(inside).getByText('另有 2 处缺少这个数，合计偏小')).toBeTruthy()
    expect(within(inside).getByRole('button', { name: '东镇' }).closest('li')?.textContent).toBe('东镇4000')
    expect(within(inside).getByText('其他地方').closest('li')?.textContent).toBe('其他地方321')
    expect(within(inside).getByText('另有 8 处')).toBeTruthy()
    await userEvent.click(within(inside).getByRole('button', { name: '第一小学' }))
    expect(useSelection.getState().selection).toMatchObject({ feature: { feed: 'schools', mapId: 4 } })
  })

  test('says how it came on the map, that it did not, and for whom it is', () => {
    const said = (more: Record<string, unknown>, bounds: FeatureDetail['bounds'] = [117, 35, 118, 36]) => {
      const view = renderInCity(
        <WarningDetail detail={{ ...detail('warning', { ...properties, ...more }), bounds }} />,
        {
          catalog: catalogFixture({ feeds: [feed('warnings')] }),
          readings: [readingFixture('warnings', NOW)],
        },
      )
      const text = view.container.textContent ?? ''
      view.unmount()
      return text
    }
    expect(said({}, null)).toContain('未落图：没有可用的边界，只有文字或代码')
    expect(said({})).not.toContain('未落图')
    expect(said({ placed_by: '370883001' })).toContain('没有边界，按区域代码 370883001 取本市或分区的轮廓')
    expect(said({ placed_by: '370883', placed_roughly: true })).toContain('区域代码 370883 是本市，以城市范围框示意')
    expect(said({ restriction: '仅限应急值守人员' })).toContain('发布范围限定仅限应急值守人员')
  })

  test('tells one that ran out from one that was taken back and one that has not begun', () => {
    const at = (clock: string) => Date.parse(`2026-09-01T${clock}+08:00`)
    expect(warningState({ properties, time: at('06:25:00') }, at('12:24:59'))).toBe('inForce')
    expect(warningState({ properties, time: at('06:25:00') }, at('12:25:00'))).toBe('over')
    expect(warningState({ properties: { ...properties, cancelled: true }, time: at('06:25:00') }, at('12:25:00'))).toBe(
      'cancelled',
    )
    expect(
      warningState(
        { properties: { ...properties, onset: '2026-09-01T10:00:00+08:00' }, time: at('06:25:00') },
        at('09:59:59'),
      ),
    ).toBe('coming')
  })
})
