import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { warnings } from '#catalog/cards/warnings.ts'
import type { WarningLevel } from '#core/warnings/warnings.ts'
import type { WarningInForce, WarningsRequest } from '#engine/warnings/warningVerbs.ts'
import { NO_SELECTION, useSelection } from '#state/selection.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { WarningsCard } from './WarningsCard'

const HOUR = 3_600_000
const feed = (id: string, record: string, title: string) => ({
  id,
  title,
  record,
  source: { type: 'geojson', url: `${id}.geojson` },
  staleSeconds: 3600 * 24,
})

const catalog = catalogFixture({
  feeds: [feed('warnings', 'warning', '预警'), feed('people', 'zone', '人口'), feed('schools', 'place', '学校')],
})
const inside = [{ feed: 'people', sum: 'people', title: '人口' }, { feed: 'schools' }]
const spec = { ...warnings.parse({ kind: 'warnings', feed: 'warnings', inside }), title: { zh: '现在有哪些预警？' } }

const warning = (id: string, level: WarningLevel, parts: Partial<WarningInForce> = {}): WarningInForce => ({
  mapId: 7,
  id,
  level,
  properties: { kind: '暴雨', kind_en: 'Rainstorm', towns: '东镇、西镇' },
  placed: true,
  from: NOW - HOUR,
  until: NOW + 4 * HOUR + 25 * 60_000,
  inside: [],
  ...parts,
})

interface Given {
  readonly inForce?: readonly WarningInForce[]
  readonly coming?: readonly WarningInForce[]
  readonly asOf?: number | null
  readonly schoolsAsOf?: number | null
  readonly failing?: boolean
}

function renderCard({ inForce = [], coming = [], asOf = NOW - HOUR, schoolsAsOf = NOW, failing = false }: Given) {
  const inside = [
    { feed: 'people', count: 3, sum: 12_345.6, unknown: 0 },
    { feed: 'schools', count: 5, sum: null, unknown: 0 },
  ]
  const withInside = (warnings: readonly WarningInForce[], request: WarningsRequest) =>
    warnings.map((each) => ({ ...each, inside: request.inside.length > 0 ? inside : [] }))
  const fault = { code: 'unreachable', zh: '连不上', en: 'cannot be reached' }
  return renderInCity(<WarningsCard spec={spec} />, {
    catalog,
    readings: [
      readingFixture('warnings', asOf, failing ? { fault, fromCopy: true } : {}),
      readingFixture('people', NOW),
      readingFixture('schools', schoolsAsOf),
    ],
    engine: {
      warningsInForce: async (request) => ({
        inForce: withInside(inForce, request),
        coming: withInside(coming, request),
      }),
      feature: async (of, mapId) => ({
        feed: of,
        mapId,
        id: 'w',
        record: 'warning',
        name: null,
        properties: {},
        time: null,
        at: [117, 35],
        bounds: null,
      }),
    },
  })
}

beforeEach(() => useSelection.setState({ selection: NO_SELECTION }))

test('a warning in force says level, kind, end, time left, towns and what lies inside', async () => {
  renderCard({ inForce: [warning('w', '橙')] })
  const line = (await screen.findByText('东镇、西镇')).closest('li')
  if (!line) throw new Error('a warning is a list item')
  const [head] = within(line).getAllByRole('button')
  expect(head?.textContent).toBe('橙色暴雨至 12:25还剩 4 小时 25 分')
  // 12 345.6 people are 1.23 万 (12 346 rounded).
  expect((await within(line).findByText(/人口/)).closest('li')?.textContent).toBe('人口 1.23万')
  expect(within(line).getByText(/学校/).closest('li')?.textContent).toBe('学校 5')
  if (head) await userEvent.click(head)
  expect(useSelection.getState().selection).toMatchObject({ kind: 'feature', feature: { feed: 'warnings', mapId: 7 } })
})

test('one that has not begun stands apart, with when it begins', async () => {
  renderCard({ inForce: [warning('w', '蓝')], coming: [warning('c', '红', { from: NOW + 3 * HOUR, until: null })] })
  await screen.findByText('尚未生效')
  const heads = screen.getAllByRole('button', { name: /暴雨/ }).map((button) => button.textContent)
  expect(heads).toEqual(['蓝色暴雨至 12:25还剩 4 小时 25 分', '红色暴雨11:00 起未写失效时间'])
})

test('that none is in force is said with the time of the data', async () => {
  renderCard({})
  expect(await screen.findByText('截至 9月1日 07:00 没有生效的预警')).toBeTruthy()
})

test('data that is not current does not say that none is in force now', async () => {
  const stale = renderCard({ asOf: NOW - 48 * HOUR })
  expect(await screen.findByText(/最后已知（8月30日 08:00）没有生效的预警；数据已过期/)).toBeTruthy()
  stale.unmount()
  const timeless = renderCard({ asOf: null })
  expect(await screen.findByText(/数据未带时间，不能确认是否当前/)).toBeTruthy()
  timeless.unmount()
  renderCard({ failing: true })
  expect(await screen.findByText(/数据源连不上，不能确认现在/)).toBeTruthy()
})

test('a count of a stale feed is marked, a current one is not', async () => {
  renderCard({ inForce: [warning('w', '橙')], schoolsAsOf: NOW - 25 * HOUR })
  const mark = await screen.findByRole('img', { name: '学校的数据已过期，为最后已知的数' })
  expect(mark.closest('li')?.textContent).toBe('学校 5*')
  expect(screen.getAllByRole('img')).toHaveLength(1)
})
