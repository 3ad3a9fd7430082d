import { expect, test } from 'vitest'
import { catalogFixture, NOW, readingFixture, renderInCity } from '#tests/city/cityFixture.tsx'
import { FeedRung } from './FeedRung'

const MINUTE = 60_000
const catalog = catalogFixture({
  feeds: [
    {
      id: 'teams',
      record: 'team',
      source: { type: 'geojson', url: 'teams.geojson' },
      refreshSeconds: 600,
      staleSeconds: 3600,
    },
  ],
})
const fault = { code: 'unreachable', zh: '无法连接', en: 'could not be reached' }

test('each rung is a word with a shape of its own, and live is silent', () => {
  const said = (asOf: number | null, parts = {}) => {
    const view = renderInCity(<FeedRung feed="teams" />, { catalog, readings: [readingFixture('teams', asOf, parts)] })
    const [first] = view.container.children
    const found = [view.container.textContent, /_(late|warn|unknown|bad)_/.exec(first?.className ?? '')?.[1]]
    view.unmount()
    return found
  }
  expect(said(NOW - 10 * MINUTE)).toEqual(['', undefined])
  expect(said(NOW - 11 * MINUTE)).toEqual(['滞后11 分钟前', 'late'])
  expect(said(NOW - 60 * MINUTE)).toEqual(['滞后1 小时前', 'late'])
  expect(said(NOW - 61 * MINUTE)).toEqual(['过期1 小时前', 'warn'])
  expect(said(null)).toEqual(['时间不明', 'unknown'])
  // A kept copy while the source fails: both are said.
  expect(said(NOW - 61 * MINUTE, { fault, fromCopy: true })).toEqual(['读取失败过期1 小时前', 'bad'])
})
