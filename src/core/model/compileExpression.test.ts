import { describe, expect, it } from 'vitest'
import { compilePredicate, compileValue, type Expression, type ExpressionSubject } from './compileExpression'

function subject(properties: Record<string, unknown>, type: 'Point' | 'MultiPolygon' = 'Point'): ExpressionSubject {
  return { geometry: { type, coordinates: [] }, properties }
}

function predicate(expression: Expression, properties: Record<string, unknown>) {
  const compiled = compilePredicate(expression)
  if (!compiled.ok) throw new Error(compiled.error)
  return compiled.evaluate(subject(properties))
}

function value(expression: Expression, properties: Record<string, unknown>) {
  const compiled = compileValue(expression)
  if (!compiled.ok) throw new Error(compiled.error)
  return compiled.evaluate(subject(properties))
}

describe('compilePredicate', () => {
  it('gives true or false', () => {
    expect(predicate(['==', ['get', 'kind'], 'school'], { kind: 'school' })).toBe(true)
    expect(predicate(['==', ['get', 'kind'], 'school'], { kind: 'park' })).toBe(false)
    expect(predicate(['in', ['get', 'scale'], ['literal', [1000, 2000]]], { scale: 2000 })).toBe(true)
    expect(predicate(['in', ['get', 'scale'], ['literal', [1000, 2000]]], { scale: 500 })).toBe(false)
  })

  it('is unknown where it fails or gives no boolean', () => {
    expect(predicate(['>=', ['get', 'n'], 5], {})).toBe('unknown')
    expect(predicate(['>=', ['get', 'n'], 5], { n: 'many' })).toBe('unknown')
    expect(predicate(['get', 'flag'], { flag: 'yes' })).toBe('unknown')
    expect(predicate(['get', 'flag'], { flag: true })).toBe(true)
  })

  it('knows the kind of geometry as the map does', () => {
    const compiled = compilePredicate(['==', ['geometry-type'], 'Polygon'])
    expect(compiled.ok && compiled.evaluate(subject({}, 'MultiPolygon'))).toBe(true)
    expect(compiled.ok && compiled.evaluate(subject({}, 'Point'))).toBe(false)
  })

  it.each([
    [['==', ['zoom'], 3], 'zoom'],
    [['boolean', ['feature-state', 'on']], 'feature-state'],
    [['==', ['id'], 7], 'id'],
    [['all', true, ['within', { type: 'Polygon', coordinates: [] }]], 'within'],
    [['let', 'z', ['zoom'], ['>', ['var', 'z'], 3]], 'zoom'],
  ] satisfies [Expression, string][])('refuses %j', (expression, name) => {
    const compiled = compilePredicate(expression)
    expect(compiled.ok).toBe(false)
    expect(!compiled.ok && compiled.error).toContain(`"${name}"`)
  })

  it('takes such words as plain text', () => {
    expect(predicate(['in', ['get', 'k'], ['literal', ['zoom', 'id']]], { k: 'id' })).toBe(true)
    expect(predicate(['match', ['get', 'k'], ['id', 'zoom'], true, false], { k: 'zoom' })).toBe(true)
  })

  it('names what is wrong with an expression', () => {
    const unknownOperator = compilePredicate(['equals', 1, 2])
    expect(!unknownOperator.ok && unknownOperator.error).toContain('equals')
    const number = compilePredicate(['+', 1, 2])
    expect(!number.ok && number.error).toContain('boolean')
  })
})

describe('compileValue', () => {
  it('gives the value, null where there is none, undefined where it fails', () => {
    expect(value(['coalesce', ['get', 'range_m'], 300], {})).toBe(300)
    expect(value(['coalesce', ['get', 'range_m'], 300], { range_m: 120 })).toBe(120)
    expect(value(['get', 'azimuth'], {})).toBeNull()
    expect(value(['to-number', ['get', 'n']], { n: 'x' })).toBeUndefined()
    expect(value(['concat', ['get', 'a'], '-', ['get', 'b']], { a: 'x', b: 'y' })).toBe('x-y')
    expect(value(300, {})).toBe(300)
    expect(value(null, {})).toBeNull()
  })

  it('refuses what needs a map', () => {
    expect(compileValue(['*', ['zoom'], 2]).ok).toBe(false)
  })
})
