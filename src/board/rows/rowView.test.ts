import { expect, test } from 'vitest'
import { bundledStandard } from '#catalog/bundledStandard.ts'
import type { IndicatorResult, MetricResult, StarNeed } from '#core/model/evaluation.ts'
import { rowViews } from './rowView'

const metric = (value: number | boolean): MetricResult => ({
  value,
  numerator: null,
  denominator: null,
  excluded: 0,
  reasons: {},
  dataTime: null,
  known: 'measured',
})

function headOf(
  id: string,
  star: number | null,
  values: Readonly<Record<string, number | boolean>>,
  needs: readonly string[],
): string | undefined {
  const result: IndicatorResult = {
    id,
    star,
    status: star === null ? 'below_lowest' : 'ok',
    metrics: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, metric(value)])),
    parameters: {},
    next: {
      star: (star ?? 0) + 1,
      needs: needs.map((need): StarNeed => ({ metric: need, op: '>=', wanted: 1, have: 0, missing: 1 })),
    },
  }
  const rows = rowViews(bundledStandard(), { scope: null, dataTime: null, indicators: [result] })
  return rows.find(({ row }) => row.id === id)?.head?.metric.id
}

test('a figure that has no part in the star does not stand beside it: no hospital of level 4, and four stars by one of level 3', () => {
  const values = { hospitals_level_ge2: 4, hospitals_level_ge3: 1, hospitals_level_ge4: 0 }
  expect(headOf('hospital-smart-service-level', 4, values, ['hospitals_level_ge4'])).toBe('hospitals_level_ge3')
})

test('what holds the row back stands for it as long as its star rests on that too', () => {
  // Three stars need 60% and 5%, four need 70% and 10%.
  const values = { realtime_line_ratio: 0.76, estop_ratio: 0.098 }
  expect(headOf('bus-realtime-arrival-rate', 3, values, ['estop_ratio'])).toBe('estop_ratio')
})

test('below the lowest star it is what is missing', () => {
  const values = { realtime_line_ratio: 0.3, estop_ratio: 0.5 }
  expect(headOf('bus-realtime-arrival-rate', null, values, ['realtime_line_ratio'])).toBe('realtime_line_ratio')
})

test('of a star that rests on a yes and a number, the number', () => {
  const values = { branch_hall_open: true, rank_share: 0.22 }
  expect(headOf('gov-service-app-applications', 5, values, [])).toBe('rank_share')
})
