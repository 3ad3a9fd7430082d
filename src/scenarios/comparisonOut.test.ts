import { expect, it } from 'vitest'
import type { IndicatorResult } from '#core/model/evaluation.ts'
import type { StandardRow } from '#core/model/standard.ts'
import type { Words } from '#i18n/useWords.ts'
import { comparisonOut } from './comparisonOut'

/** Keys stand for words. */
const words: Words = {
  t: ((key: string) => key.split('.').at(-1)) as unknown as Words['t'],
  language: 'zh-CN',
  say: ({ zh }) => zh,
}

const row = {
  id: '33',
  name: { zh: '覆盖' },
  kind: 'ratio',
  metrics: [
    { id: 'value', name: { zh: '比例' }, unit: 'ratio' },
    { id: 'sites', name: { zh: '站' }, unit: 'count' },
  ],
} as unknown as StandardRow
const result = (star: number | null, value: number | null): IndicatorResult =>
  ({
    id: '33',
    star,
    status: star === null ? 'below_lowest' : 'ok',
    metrics: { value: { value } },
  }) as unknown as IndicatorResult

it('has star and exact value of every metric in each world; what is not known, or cannot be made, is empty', () => {
  const columns = [
    { title: '现状', results: new Map([['33', result(null, 0.412345678)]]) },
    { title: '方案', results: new Map([['33', result(3, 0.9)]]) },
    { title: '不成', results: undefined },
  ]
  expect(comparisonOut([row], columns, words)).toEqual({
    head: [
      'id',
      'row',
      'metric',
      'unit',
      '现状 · stands',
      '现状 · figure',
      '方案 · stands',
      '方案 · figure',
      '不成 · stands',
      '不成 · figure',
    ],
    rows: [
      ['33', '覆盖', '比例', 'ratio', 'belowLowest', 0.412345678, 's3', 0.9, null, null],
      ['33', '覆盖', '站', 'count', 'belowLowest', null, 's3', null, null, null],
    ],
  })
})
