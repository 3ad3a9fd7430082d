import { describe, expect, it } from 'vitest'
import { bundledStandard } from '#catalog/bundledStandard.ts'
import type { Evaluation, IndicatorResult } from '#core/model/evaluation.ts'
import type { Freshness } from '#core/model/time.ts'
import { countStars } from './countStars'
import { type RowStanding, standsAs } from './rowStanding'
import { rowViews } from './rowView'

const standard = bundledStandard()

/** Rows of every standing by turns: five stars to one, below the lowest, unknown; each third of them of old data. */
function views() {
  const indicators = standard.rows.map(({ id, kind }, index): IndicatorResult => {
    const turn = index % 7
    const status = kind === 'deduction' ? 'deduction' : turn === 5 ? 'below_lowest' : turn === 6 ? 'unknown' : 'ok'
    return { id, star: status === 'ok' ? 5 - turn : null, status, metrics: {}, parameters: {}, next: null }
  })
  const evaluation: Evaluation = { scope: null, dataTime: null, indicators }
  const old = new Map<string, Freshness>(
    standard.rows.filter((_, index) => index % 3 === 0).map(({ id }) => [id, 'stale']),
  )
  return rowViews(standard, evaluation, old)
}

describe('the rows that a count opens', () => {
  const rows = views()
  const listed = (standing: RowStanding) => rows.filter((view) => standsAs(view, standing))

  it('are as many as it says', () => {
    const count = countStars(rows)
    expect(count.four).toBeGreaterThan(0)
    expect(listed('four')).toHaveLength(count.four)
    expect(listed('notFour')).toHaveLength(count.below)
    expect(listed('unknown')).toHaveLength(count.unknown)
    expect(listed('old')).toHaveLength(count.old)
    expect(listed('deduction')).toHaveLength(count.deductions)
  })

  it('are in one step each', () => {
    const steps = (['star5', 'star4', 'star3', 'star2', 'star1', 'below', 'unknown', 'old', 'deduction'] as const).map(
      listed,
    )
    expect(steps.every((step) => step.length > 0)).toBe(true)
    expect(new Set(steps.flat())).toEqual(new Set(rows))
    expect(steps.flat()).toHaveLength(rows.length)
  })

  it('are not there before the first result', () => {
    const pending = rowViews(standard, null)
    expect(
      pending.filter((view) => standsAs(view, 'notFour') || standsAs(view, 'below') || standsAs(view, 'unknown')),
    ).toEqual([])
  })
})
