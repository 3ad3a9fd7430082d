import { describe, expect, it } from 'vitest'
import type { CatalogLayer } from '#catalog/schema.ts'
import { compilePredicate, type Expression } from '#core/model/compileExpression.ts'
import { filterExpression, filterLayers } from './filterExpression'

const holds = (expression: Expression | undefined, properties: Readonly<Record<string, unknown>>) => {
  const compiled = compilePredicate(expression ?? true)
  if (!compiled.ok) throw new Error(compiled.error)
  return compiled.evaluate({ geometry: null, properties })
}

describe('filterExpression', () => {
  it('asks for one of the values of each property; numbers and missing ones as text', () => {
    const wanted = filterExpression({ clock: ['超期', '临期'], returned: ['2', ''] })
    expect(holds(wanted, { clock: '超期', returned: 2 })).toBe(true)
    expect(holds(wanted, { clock: '临期' })).toBe(true)
    expect(holds(wanted, { clock: '正常', returned: 2 })).toBe(false)
    expect(holds(wanted, { clock: '超期', returned: 1 })).toBe(false)
  })

  it('stands beside another predicate, and is nothing when nothing is asked', () => {
    const open: Expression = ['!=', ['get', 'stage'], '结案']
    expect(filterExpression({ clock: [] }, open)).toBe(open)
    expect(filterExpression(undefined)).toBeUndefined()
    expect(holds(filterExpression({ unit: ['甲'] }, open), { unit: '甲', stage: '结案' })).toBe(false)
  })
})

describe('filterLayers', () => {
  const layer = (id: string, feed: string, base = false): CatalogLayer => ({
    id,
    title: { zh: id },
    feed,
    group: 'point',
    lens: [],
    style: [],
    popup: [],
    visible: true,
    base,
    cluster: false,
  })
  const catalog = { layers: [layer('a', 'cases'), layer('b', 'schools'), layer('c', 'cases', true)] }

  it('narrows the layers of a filtered feed; others and the basemap stay as they are', () => {
    const [a, b, c] = filterLayers(catalog, { cases: { unit: ['甲'] } }).layers
    expect(holds(a?.filter, { unit: '甲' })).toBe(true)
    expect(holds(a?.filter, { unit: '乙' })).toBe(false)
    expect(b).toBe(catalog.layers[1])
    expect(c).toBe(catalog.layers[2])
    expect(filterLayers(catalog, {})).toBe(catalog)
  })

  it('draws the part of a feed that is listed, beside what its layer leaves out and what is filtered', () => {
    const open = ['!=', ['get', 'stage'], '结案']
    const late: Expression = ['==', ['get', 'clock'], '超期']
    const layers = catalog.layers.map((each) => ({ ...each, filter: [...open] }))
    const [a, b, c] = filterLayers({ layers }, { cases: { unit: ['甲'] } }, { cases: late }).layers
    const fits = { stage: '处置', clock: '超期', unit: '甲' }
    expect(holds(a?.filter, fits)).toBe(true)
    for (const but of [{ stage: '结案' }, { clock: '正常' }, { unit: '乙' }]) {
      expect(holds(a?.filter, { ...fits, ...but })).toBe(false)
    }
    expect([b, c]).toEqual(layers.slice(1))
    expect(holds(filterLayers({ layers }, {}, { cases: late }).layers[0]?.filter, { ...fits, unit: '乙' })).toBe(true)
  })
})
