import { expect, it } from 'vitest'
import { readCap } from '#feeds/protocols/cap.ts'
import { at } from './growSampleCounty'
import { growSampleWarnings } from './growSampleWarnings'

it('the sample county’s warnings are those that stand after the update, in both languages', () => {
  const read = readCap(new TextEncoder().encode(growSampleWarnings(at)))
  if (!read.ok) throw new Error(read.failure.reason.en)
  const features = read.collection.entries.map(({ value }) => value)
  expect(features).toMatchObject([
    {
      id: 'SC-20260901-002',
      properties: { level: '橙', name: '暴雨橙色预警', name_en: 'Rainstorm, orange warning' },
      geometry: { type: 'Polygon' },
    },
    { id: 'SC-20260901-003', properties: { level: '黄', level_from: 'ColorCode Yellow', severity: 'Severe' } },
  ])
  expect(read.collection.entries.every(({ refusal }) => refusal === undefined)).toBe(true)
})
