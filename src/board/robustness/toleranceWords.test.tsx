import { screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { i18next } from '#i18n/i18n.ts'
import type { Language } from '#i18n/language.ts'
import { sayIn } from '#i18n/sayIn.ts'
import { initialView, useView } from '#state/view.ts'
import {
  catalogFixture,
  evaluationFixture,
  metricFixture,
  NOW,
  readingFixture,
  renderInCity,
} from '#tests/city/cityFixture.tsx'
import { IndicatorInspector } from '../inspector/IndicatorInspector'
import { toleranceWords } from './toleranceWords'

function say(raw: number | undefined, numerator: number | null, denominator: number | null, language: Language) {
  const t = i18next.getFixedT(language)
  const words = { t, language, say: (text: { zh: string; en?: string | undefined }) => sayIn(text, language) }
  return toleranceWords('缝隙容差', 1e-6, { raw, numerator, denominator }, words).map(([, value]) => value)
}

test('what the tolerance forgives at most, in m² of this very area', () => {
  // 1e-6 of 96 km² is 96 m².
  expect(say(undefined, 9e7, 9.6e7, 'zh-CN')).toEqual([
    '未覆盖部分合计不超过面积的 0.0001%（96\u202fm²）时，按 100% 计',
  ])
  expect(say(undefined, 9e7, 9.6e7, 'en')).toEqual([
    'at most 0.0001% of the area (96\u202fm²) left open counts as 100%',
  ])
  expect(say(undefined, null, null, 'en')).toEqual(['at most 0.0001% of the area left open counts as 100%'])
})

test('what it forgave: the ratio before, and the slivers in m²', () => {
  // 96 km² less 9.6 m²: a share of 1 − 1e-7.
  expect(say(0.9999999, 95_999_990.4, 9.6e7, 'zh-CN')[1]).toBe('实际覆盖 99.99999%，略去缝隙 9.6\u202fm²，按 100% 计')
  expect(say(0.9999999, 95_999_990.4, 9.6e7, 'en')[1]).toBe(
    '99.99999% covered, 9.6\u202fm² of slivers forgiven, counts as 100%',
  )
})

test('nothing forgiven is said, too', () => {
  expect(say(1, 9.6e7, 9.6e7, 'zh-CN')[1]).toBe('没有缝隙，未用到容差')
})

const ID = 'multi-scale-topographic-coverage'
const feed = (id: string) => ({ id, title: id, record: 'zone', source: { type: 'geojson', url: `${id}.geojson` } })

beforeEach(() => {
  useView.setState({ ...initialView, workspace: 'plan', indicator: ID })
})

test('an open row shows both, and does not call forgiven slivers missing', async () => {
  const value = metricFixture({ value: 1, raw: 0.9999999, numerator: 95_999_990.4, denominator: 9.6e7 })
  const evaluation = evaluationFixture({
    [ID]: { status: 'ok', star: 5, metrics: { value }, parameters: { value: { tolerance: 1e-6 } } },
  })
  renderInCity(<IndicatorInspector />, {
    catalog: catalogFixture({
      feeds: [feed('plan'), feed('sheets')],
      indicators: [{ id: ID, metrics: { value: { method: 'area', region: 'plan', by: 'sheets' } } }],
    }),
    engine: { evaluate: async () => evaluation },
    feedsByIndicator: { [ID]: ['plan', 'sheets'] },
    readings: [readingFixture('plan', NOW), readingFixture('sheets', NOW)],
  })
  const fact = (name: string) => screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent
  await screen.findByText('缝隙', { selector: 'dt' })
  expect(fact('缝隙容差')).toBe('未覆盖部分合计不超过面积的 0.0001%（96\u202fm²）时，按 100% 计')
  expect(fact('缝隙')).toBe('实际覆盖 99.99999%，略去缝隙 9.6\u202fm²，按 100% 计')
  expect(screen.queryByText(/^缺 /)).toBeNull()
})
