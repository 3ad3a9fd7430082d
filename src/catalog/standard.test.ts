import { describe, expect, it } from 'vitest'
import { bundledStandard } from './bundledStandard'
import { parseStandard } from './standard'

const row = (more: Record<string, unknown> = {}) => ({
  id: 'a',
  name_zh: '甲',
  kind: 'ratio',
  metrics: [{ id: 'value', name_zh: '值' }],
  stars: [null, null, null, null, { op: '>=', value: 0.9 }],
  ...more,
})

const pathsOf = (...indicators: unknown[]): string[] => {
  const result = parseStandard({ indicators })
  return result.ok ? [] : result.faults.map(({ path }) => path)
}

describe('the bundled standard', () => {
  it('has 43 rows, of which one is a deduction, in both languages', () => {
    const { rows } = bundledStandard()
    expect(rows.length).toBe(43)
    expect(rows.filter(({ kind }) => kind === 'deduction').map(({ id }) => id)).toEqual(['information-security'])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(43)
    expect(rows.filter(({ name, category, formula }) => !name.en || !category.en || !formula.en)).toEqual([])
  })

  it('is parsed once', () => {
    expect(bundledStandard()).toBe(bundledStandard())
  })
})

describe('a published standard', () => {
  it('may come as bytes, text or a value, with keys of its own', () => {
    const published = { source: '某标准', indicators: [row({ map_hint: '…' })] }
    const text = JSON.stringify(published)
    for (const source of [published, text, new TextEncoder().encode(text)]) {
      const result = parseStandard(source)
      if (!result.ok) throw new Error(result.faults.map(({ en }) => en).join())
      expect(result.standard.rows[0]).toMatchObject({
        id: 'a',
        order: 1,
        name: { zh: '甲' },
        spatial: false,
        leading: false,
      })
    }
  })

  it('takes the English beside the Chinese', () => {
    const result = parseStandard({
      indicators: [row({ name_en: 'A', checklist: { k: '项' }, checklist_en: { k: 'item' } })],
    })
    expect(result).toMatchObject({
      ok: true,
      standard: { rows: [{ name: { zh: '甲', en: 'A' }, checklist: { k: { zh: '项', en: 'item' } } }] },
    })
  })

  it.each([
    ['indicators[0].name_zh', [row({ name_zh: undefined })]],
    ['indicators[0].kind', [row({ kind: 'wish' })]],
    ['indicators[0].stars', [row({ stars: [null] })]],
    ['indicators[1].id', [row(), row()]],
    ['indicators[0].metrics[1].id', [row({ metrics: [...row().metrics, ...row().metrics] })]],
    ['indicators[0].stars[4].metric', [row({ stars: [null, null, null, null, { op: '>', metric: 'b', value: 1 }] })]],
    [
      'indicators[0].stars[4].of[0].metric',
      [row({ stars: [null, null, null, null, { op: 'all', of: [{ op: '>', metric: 'b', value: 1 }] }] })],
    ],
    [
      'indicators[0].stars[4].require[0]',
      [row({ stars: [null, null, null, null, { op: 'checklist', require: ['k'] }] })],
    ],
    ['indicators[0].weights.b', [row({ weights: { b: 1 } })]],
    ['indicators[0].implies.k', [row({ implies: { k: [] } })]],
    ['indicators[0].implies.k[0]', [row({ checklist: { k: '项' }, implies: { k: ['m'] } })]],
  ])('%s', (path, indicators) => {
    expect(pathsOf(...indicators)).toEqual([path])
  })

  it('names a syntax fault', () => {
    expect(parseStandard('{"indicators": [')).toMatchObject({ ok: false, faults: [{ line: 1, column: 17 }] })
  })
})
