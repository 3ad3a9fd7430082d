import { beforeAll, expect, it } from 'vitest'
import { toCsv } from '#core/table/toCsv.ts'
import { loadWords } from '#i18n/words.ts'
import type { FeedStanding } from './feedStanding'
import { healthOut } from './healthOut'

beforeAll(() => loadWords('zh-CN'))

it('says the time of data as on the screen and in ISO 8601, and each quarantined feature on its line', () => {
  const report = {
    // 08:00 in Shanghai.
    asOf: Date.parse('2026-09-01T00:00:00Z'),
    read: 2,
    accepted: 1,
    repaired: 0,
    quarantined: [{ index: 1, id: 'a7', field: 'geometry', reason: { zh: '没有几何' } }],
  }
  const standings = [
    { feed: { id: 'areas', title: { zh: '区域' } }, state: 'live', reading: { report }, fault: null },
    { feed: { id: 'gone', title: { zh: 'gone' } }, state: 'failing', reading: null, fault: { zh: '503' } },
  ] as unknown as readonly FeedStanding[]
  const [head = '', areas, quarantined, gone] = toCsv(healthOut(standings, 'zh-CN')).trimEnd().split('\r\n')
  expect(head.split(',')[5]).toMatch(/（ISO 8601）$/)
  expect(areas).toMatch(/^区域,areas,,[^,]+,2026年9月1日 08:00,2026-09-01T08:00:00\+08:00,2,1,0,1,,,$/)
  expect(quarantined).toBe('区域,a7,,,,,,,,,1,geometry,没有几何')
  expect(gone).toMatch(/^gone,gone,,[^,]*,,,,,,,,,503$/)
})
