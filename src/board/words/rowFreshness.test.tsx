import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { initialView, useView } from '#state/view.ts'
import {
  catalogFixture,
  evaluationFixture,
  metricFixture,
  NOW,
  readingFixture,
  renderInCity,
} from '#tests/city/cityFixture.tsx'
import { StarRibbon } from '../ribbon/StarRibbon'
import { StarBoard } from '../table/StarBoard'

const MINUTE = 60_000
const FEEDS = ['schools', 'halls', 'sites', 'roads']
const catalog = catalogFixture({
  feeds: FEEDS.map((id) => ({
    id,
    title: id,
    record: 'place',
    source: { type: 'geojson', url: `${id}.geojson` },
    refreshSeconds: 600,
    staleSeconds: 3600,
  })),
})
const star = (value: number) => ({
  status: 'ok' as const,
  star: value,
  metrics: { value: metricFixture({ value: 0.9 }) },
})
const evaluation = evaluationFixture({
  'smart-campus-coverage': star(5),
  'e-certificate-usage-rate': star(4),
  '5g-key-area-coverage': star(4),
  'ipv6-website-support': star(3),
})
const feedsByIndicator = {
  'smart-campus-coverage': ['schools'],
  'e-certificate-usage-rate': ['halls', 'schools'],
  '5g-key-area-coverage': ['sites'],
  'ipv6-website-support': ['roads'],
}

/** Schools are late, halls stale, sites of no known time, roads live. */
const readings = [
  readingFixture('schools', NOW - 11 * MINUTE),
  readingFixture('halls', NOW - 61 * MINUTE),
  readingFixture('sites', null),
  readingFixture('roads', NOW),
]
const parts = { catalog, engine: { evaluate: async () => evaluation }, feedsByIndicator, readings }

beforeEach(() => useView.setState(initialView))

describe('the ribbon', () => {
  test('counts the rows that stand on current data, and says how many do not', async () => {
    renderInCity(<StarRibbon />, parts)
    // At four or more: schools (5, late, still current). Halls (4, stale) and sites (4, never) are withheld.
    const label = '42 项指标的星级：1 项达到四星及以上，1 项未达，38 项未知，2 项不是当前数据未计入'
    const ribbon = await screen.findByRole('region', { name: label })
    const old = within(ribbon).getByText('2 项不是当前数据，未计入')
    expect(within(ribbon).getByText('其中最后已知四星及以上 2 项')).toBeTruthy()
    expect(old.className).toMatch(/warn/)
  })

  test('marks each rung in words and on its cell, and the live one not at all', async () => {
    renderInCity(<StarRibbon />, parts)
    await screen.findByRole('region', { name: /2 项不是当前数据/ })
    const rung = (name: RegExp) => {
      const cell = screen.getByRole('button', { name })
      return [cell.dataset.freshness, /（数据(.*?)）/.exec(cell.getAttribute('aria-label') ?? '')?.[1]]
    }
    expect(rung(/^4 智慧校园覆盖率/)).toEqual(['late', '迟到'])
    // Of two feeds the less fresh one counts.
    expect(rung(/^1 电子证照使用率/)).toEqual(['stale', '过期'])
    expect(rung(/5G网络覆盖率/)).toEqual(['never', '时间未知'])
    expect(rung(/IPv6/)).toEqual([undefined, undefined])
  })
})

test('the board shows the rung of each row beside how it is known', async () => {
  renderInCity(<StarBoard />, parts)
  const row = async (name: RegExp) => (await screen.findByRole('button', { name })).closest('tr')
  await screen.findByText('2 项不是当前数据，未计入')
  const badge = async (name: RegExp, word: string) =>
    within((await row(name)) ?? document.body).getByText(word).className
  expect(await badge(/智慧校园覆盖率/, '迟到')).toMatch(/late/)
  expect(await badge(/电子证照使用率/, '过期')).toMatch(/warn/)
  expect(await badge(/5G网络覆盖率/, '时间未知')).toMatch(/unknown/)
  expect((await row(/IPv6/))?.textContent).not.toMatch(/迟到|过期|时间未知/)
})
