import { expect, test } from 'vitest'
import { i18next, speak } from './i18n'

test('one of a thing is not many in English; Chinese counts all alike', async () => {
  await speak('en')
  expect(i18next.t('events.hotSpots.count', { count: 1 })).toBe('1 case')
  expect(i18next.t('events.hotSpots.count', { count: 2 })).toBe('2 cases')
  expect(i18next.t('shell.table.rows', { count: 1 })).toBe('1 row')
  expect(i18next.t('live.broken', { count: 1 })).toBe('1 live feed cut off')
  await speak('zh-CN')
  expect(i18next.t('events.hotSpots.count', { count: 1 })).toContain('1')
})
