import { describe, expect, it } from 'vitest'
import { feature, feed, input, line, point, rectangle } from '#tests/city/evaluationInput.ts'
import type { MetricDefinition } from '../../model/metricDefinition'
import { evaluate } from '../evaluate'
import { explain } from '../explain'

const area: MetricDefinition = { method: 'area', region: 'region', by: 'sheets' }

function metric(definition: MetricDefinition, feeds: Parameters<typeof input>[1], rest?: Parameters<typeof input>[2]) {
  return evaluate(input({ value: definition }, feeds, rest)).indicators[0]!.metrics.value!
}

/** R² Δλ Δ sin φ, m². */
function squareMetres(width: number, south: number, north: number): number {
  const radians = Math.PI / 180
  return 6371008.8 ** 2 * width * radians * (Math.sin(north * radians) - Math.sin(south * radians))
}

const region = feed('region', [feature('r', rectangle(117, 35, 117.1, 35.1))])
const west = feature('west', rectangle(116.9, 34.9, 117.06, 35.2), { scale: 1000 })
const middle = feature('middle', rectangle(117.02, 34.9, 117.07, 35.2), { scale: 2000 })
const coarse = feature('coarse', rectangle(116, 34, 118, 36), { scale: 10000 })

describe('area', () => {
  it('takes the union of overlapping sheets within the region: 0.07 of 0.1 degrees', () => {
    const result = metric(area, [region, feed('sheets', [west, middle])])
    expect(result.value).toBe(0.7)
    expect(result.raw).toBeUndefined()
    expect(result.numerator).toBeCloseTo(squareMetres(0.07, 35, 35.1), 1)
    expect(result.denominator).toBeCloseTo(squareMetres(0.1, 35, 35.1), 1)
  })

  it('filters sheets by scale', () => {
    const byWhere = ['in', ['get', 'scale'], ['literal', [1000, 2000]]]
    expect(metric({ ...area, byWhere }, [region, feed('sheets', [west, middle, coarse])]).value).toBe(0.7)
    expect(metric(area, [region, feed('sheets', [west, middle, coarse])])).toMatchObject({ value: 1, raw: 1 })
  })

  it('raises what is within the tolerance to 1, with the raw value beside it', () => {
    // 0.09999999 of 0.1 degrees: 1 − 1e-7.
    const sheets = feed('sheets', [feature('s', rectangle(116.9, 34.9, 117.09999999, 35.2))])
    expect(metric(area, [region, sheets])).toMatchObject({ value: 1, raw: 0.9999999 })
    expect(metric({ ...area, tolerance: 1e-8 }, [region, sheets])).toMatchObject({ value: 0.9999999 })
  })

  it('cuts region and denominator to the scope, never the sheets', () => {
    const scopes = [{ id: 'north', feed: 'scopes' }]
    // The scope is two halves of the strip 117.05–117.2, so 0.05 degrees of the region, 0.02 of it under sheets.
    const halves = feed('scopes', [
      feature('1', rectangle(117.05, 35.02, 117.2, 35.06)),
      feature('2', rectangle(117.05, 35.04, 117.2, 35.08)),
    ])
    const result = metric(area, [region, feed('sheets', [west, middle]), halves], { scopes, scope: 'north' })
    expect(result.value).toBe(0.4)
    expect(result.denominator).toBeCloseTo(squareMetres(0.05, 35.02, 35.08), 1)
  })

  it('takes overlapping region features once, and explains each of them', () => {
    const two = feed('region', [
      feature('b', rectangle(117.05, 35, 117.1, 35.1)),
      feature('a', rectangle(117, 35, 117.06, 35.1)),
      feature('l', line([117, 35], [117.1, 35])),
    ])
    const feeds = [two, feed('sheets', [west, middle])]
    const { result, subjects, gaps } = explain(input({ value: area }, feeds), 'row', 'value')
    expect(result).toMatchObject({ value: 0.7, excluded: 1, reasons: { 'not-a-polygon': 1 } })
    expect(subjects.map(({ id, state, value }) => [id, state, value])).toEqual([
      ['a', 'covered', 1],
      ['b', 'uncovered', 0.4],
      ['l', 'excluded', null],
    ])
    expect(gaps.features.map((gap) => gap.properties?.subject)).toEqual(['b'])
    expect(gaps.features[0]?.properties?.area_m2).toBeCloseTo(squareMetres(0.03, 35, 35.1), 1)
  })

  it('sums discs: three apart cover 3 π r² in effect', () => {
    const disc = { radius: 1000, azimuth: null, beamwidth: null }
    const stations = [117.02, 117.05, 117.08].map((longitude, index) =>
      feature(`s${index}`, point(longitude, 35.05), {}, disc),
    )
    // Spherical caps: 2π R² (1 − cos(r / R)); they differ from π r² by 2e-9 of it.
    const { numerator } = metric(area, [region, feed('sheets', stations)])
    expect(Math.abs(numerator! / (3 * Math.PI * 1000 ** 2) - 1)).toBeLessThan(2e-8)
  })

  it('is unknown without region', () => {
    expect(metric(area, [feed('region', []), feed('sheets', [west])])).toMatchObject({
      value: null,
      why: 'denominator-0',
      numerator: 0,
      denominator: 0,
    })
  })
})
