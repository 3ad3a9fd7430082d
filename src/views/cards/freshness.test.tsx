import { act, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { loadWall } from '#app/parts.ts'
import { initialView, useView } from '#state/view.ts'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { Cards } from './Cards'

const wall = await loadWall()
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const opened = (card: unknown, refreshSeconds: number | undefined) =>
  catalogFixture({
    feeds: [
      {
        id: 'teams',
        title: '救援队伍',
        record: 'team',
        source: { type: 'geojson', url: 'teams.geojson' },
        ...(refreshSeconds === undefined ? {} : { refreshSeconds }),
        staleSeconds: 3600,
      },
    ],
    maps: [{ id: 'panorama', cards: [card] }],
  })

const total = { kind: 'total', feed: 'teams', sum: 'people', title: '人数', unit: '人' }
const breakdown = { kind: 'breakdown', feed: 'teams', by: 'kind', title: '人数' }
const attention = { kind: 'attention', feed: 'teams', title: '人数' }
const engine = {
  total: async () => ({ value: 321, features: 40 }),
  breakdown: async () => [
    { value: 'fire', count: 3 },
    { value: 'flood', count: 4 },
  ],
  rows: async () => ({ total: 0, rows: [] }),
}

interface Given {
  readonly asOf: number | null
  readonly failing?: boolean
  readonly now?: () => number
  readonly refreshSeconds?: number | undefined
}

function show(card: unknown, { asOf, failing = false, now, ...rest }: Given) {
  const catalog = opened(card, 'refreshSeconds' in rest ? rest.refreshSeconds : 600)
  const fault = { code: 'unreachable', zh: '无法连接', en: 'could not be reached' }
  const reading = readingFixture('teams', asOf, failing ? { fault, fromCopy: true } : {})
  return renderInCity(<Cards map={catalog.maps[0]!} side="all" />, {
    catalog,
    engine,
    wall,
    readings: [reading],
    ...(now ? { now } : {}),
  })
}

const card = () => screen.findByRole('article', { name: '人数' })
const text = async () => (await card()).textContent

beforeEach(() => useView.setState(initialView))

describe('a total', () => {
  test('live: the figure, and nothing more than its time', async () => {
    show(total, { asOf: NOW - 10 * MINUTE })
    const shown = await card()
    expect(await within(shown).findByText('321')).toBeTruthy()
    expect(shown.textContent).not.toMatch(/迟到|过期|最后已知|未知/)
  })

  test('late: still the figure, marked with its age', async () => {
    show(total, { asOf: NOW - 11 * MINUTE })
    const shown = await card()
    expect(await within(shown).findByText('321')).toBeTruthy()
    expect(within(shown).getByText('数据迟到 · 11 分钟前').className).toMatch(/late/)
    expect(shown.textContent).not.toContain('最后已知')
  })

  test('stale: no sum, and the last known figure as that, with its age', async () => {
    show(total, { asOf: NOW - 61 * MINUTE })
    const shown = await card()
    expect(await within(shown).findByText('—')).toBeTruthy()
    expect(within(shown).getByText(/^最后已知$|^最后已知 /).textContent).toBe('最后已知 321人')
    expect(within(shown).getByText('数据已过期（1 小时前），以下为最后已知，不作当前数').className).toMatch(/warn/)
    expect(within(shown).getByText('数据已过期 · 1 小时前').className).toMatch(/warn/)
  })

  test('never: no sum either, for nobody knows from when it is', async () => {
    show(total, { asOf: null })
    const shown = await card()
    expect(await within(shown).findByText('—')).toBeTruthy()
    expect(within(shown).getByText('数据未带时间，以下为最后已知，不能确认是否当前').className).toMatch(/unknown/)
    expect(within(shown).getByText('数据时间未知').className).toMatch(/unknown/)
  })

  test('a kept copy of a failing source is judged by its own age', async () => {
    const fresh = show(total, { asOf: NOW - MINUTE, failing: true })
    await within(await card()).findByText('321')
    expect(await text()).not.toContain('最后已知')
    fresh.unmount()
    show(total, { asOf: NOW - 2 * HOUR, failing: true })
    expect(await within(await card()).findByText('—')).toBeTruthy()
    expect(await text()).toContain('最后已知 321人')
  })
})

test('a breakdown of stale data calls its sum the last known one', async () => {
  const late = show(breakdown, { asOf: NOW - 30 * MINUTE })
  // 3 + 4
  expect(await screen.findByText('合计 7')).toBeTruthy()
  late.unmount()
  show(breakdown, { asOf: NOW - 2 * HOUR })
  expect(await screen.findByText('最后已知合计 7')).toBeTruthy()
  expect((await screen.findByRole('table')).closest('[data-freshness="stale"]')).toBeTruthy()
})

test('that nothing needs attention is said of current data alone', async () => {
  const live = show(attention, { asOf: NOW })
  expect(await screen.findByText('“全市”范围内现在没有需要处理的事项')).toBeTruthy()
  live.unmount()
  show(attention, { asOf: null })
  expect(await screen.findByText('最后已知的数据里“全市”范围内没有需要处理的事项')).toBeTruthy()
})

describe('as the clock goes on', () => {
  beforeEach(() => void vi.useFakeTimers({ now: NOW, shouldAdvanceTime: true }))
  afterEach(() => void vi.useRealTimers())

  test('one reading goes from live by late to stale, and its sum with it', async () => {
    // Without a refresh time half the stale time: late after 30 minutes.
    show(total, { asOf: NOW, now: () => Date.now(), refreshSeconds: undefined })
    await within(await card()).findByText('321')
    const textAfter = async (milliseconds: number) => {
      await act(() => vi.advanceTimersByTimeAsync(milliseconds))
      return text()
    }
    expect(await textAfter(29 * MINUTE)).not.toMatch(/迟到|过期/)
    expect(await textAfter(2 * MINUTE)).toMatch(/^人数321人.*数据迟到 · 31 分钟前/)
    expect(await textAfter(28 * MINUTE)).toMatch(/^人数321人.*数据迟到 · 59 分钟前/)
    expect(await textAfter(2 * MINUTE)).toMatch(/^人数数据已过期（1 小时前）.*—最后已知 321人/)
  })
})
