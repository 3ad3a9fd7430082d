import { expect, test } from 'vitest'
import { bundledStandard } from '#catalog/bundledStandard.ts'
import type { IndicatorResult, StarNeed } from '#core/model/evaluation.ts'
import { i18next } from '#i18n/i18n.ts'
import type { Language } from '#i18n/language.ts'
import { sayIn } from '#i18n/sayIn.ts'
import { evaluationFixture } from '#tests/city/cityFixture.tsx'
import { rowViews } from '../rows/rowView'
import { nextStarWords } from './nextStarWords'

function wordsOf(id: string, result: Partial<IndicatorResult>, language: Language = 'zh-CN'): string {
  const view = rowViews(bundledStandard(), evaluationFixture({ [id]: result })).find(({ row }) => row.id === id)
  if (!view) throw new Error(`no row ${id}`)
  const t = i18next.getFixedT(language)
  return nextStarWords(view, { t, language, say: (text) => sayIn(text, language) })
}

const need = (parts: Partial<StarNeed>): StarNeed => ({
  metric: 'value',
  op: '>=',
  wanted: 1,
  have: 0,
  missing: null,
  ...parts,
})
const toward = (star: number, ...needs: readonly StarNeed[]): Partial<IndicatorResult> => ({
  status: 'below_lowest',
  next: { star, needs },
})

test('whole features that are missing', () => {
  const result = toward(4, need({ wanted: 0.5, have: 0.484375, missing: 2 }))
  expect(wordsOf('5g-key-area-coverage', result)).toBe('还差 2 个到四星')
  expect(wordsOf('5g-key-area-coverage', result, 'en')).toBe('2 more to four stars')
})

test('percentage points where features cannot be counted, never rounded to nothing', () => {
  expect(wordsOf('data-sharing-rate', toward(4, need({ wanted: 0.8, have: 0.79 })))).toBe('还差 1.0 个百分点到四星')
  // 0.8 − 0.79999 is 0.001 points: a row that is still short says at least 0.1.
  expect(wordsOf('data-sharing-rate', toward(4, need({ wanted: 0.8, have: 0.79999 })))).toBe('还差 0.1 个百分点到四星')
})

test('amounts in their own unit', () => {
  const result = toward(5, need({ wanted: 30, have: 27.7 }))
  expect(wordsOf('mobile-avg-download-rate', result)).toBe('还差 2.3\u202fMbit/s到五星')
})

test('a row of several metrics names each', () => {
  const result = toward(
    4,
    need({ metric: 'hd_area_coverage', wanted: 0.9, have: 0.85, missing: 6 }),
    need({ metric: 'camera_intact_rate', wanted: 0.9, have: 0.88, missing: 40 }),
  )
  expect(wordsOf('video-surveillance-completeness', result)).toBe(
    '到四星：重点公共区域高清视频监控覆盖率还差 6 个；重点公共区域视频监控摄像机完好率还差 40 个',
  )
})

test('a rank gets lower, a yes is named, items are listed', () => {
  const rank = toward(4, need({ metric: 'rank_share', op: '<=', wanted: 0.5, have: 0.62 }))
  expect(wordsOf('gov-service-app-applications', rank, 'en')).toMatch(/rank share 12\.0 points lower$/)
  const open = toward(2, need({ metric: 'branch_hall_open', op: '==', wanted: true, have: false }))
  expect(wordsOf('gov-service-app-applications', open)).toBe('到二星：还需“已开通县区分厅”')
  const items = toward(
    3,
    need({ metric: 'dept_coordinates', op: 'item', wanted: true, have: false }),
    need({ metric: 'operator_participates', op: 'item', wanted: true, have: null }),
  )
  expect(wordsOf('institutional-mechanism', items)).toBe('到三星：还需 2 项：主管部门负责统筹、有专业机构参与运营')
})

test('five stars, the last star of a row, a deduction, and a value that is missing', () => {
  expect(wordsOf('data-sharing-rate', { status: 'ok', star: 5 })).toBe('已是五星')
  expect(wordsOf('information-security', {})).toBe('只扣分，不评星')
  expect(wordsOf('data-sharing-rate', toward(4, need({ wanted: 0.8, have: null })))).toBe('到四星：缺数据')
})
