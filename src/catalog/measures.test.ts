import { describe, expect, it } from 'vitest'
import { parseCatalog } from './parseCatalog'
import { catalogWith, faultsOf, feed, STANDARD } from './parseCatalogFixture'

const measure = (more: object = {}) => ({ id: 'm', feed: 'areas', patch: { smart: true }, cost: 10, ...more })
const measured = (...measures: readonly object[]) => catalogWith({ measures })
/** Where a fault is, and what its words name in both languages. */
const faults = (...measures: readonly object[]) =>
  faultsOf(measured(...measures)).map(({ path, zh, en }) => [path, zh, en])

describe('measures of a catalog', () => {
  it('change what is there or build something new, and may leave out all else', () => {
    const catalog = catalogWith({
      feeds: [feed('areas'), feed('sites', 'site', { footprint: { radius: 300 } }), feed('poles', 'generic')],
      measures: [
        measure(),
        { id: 'new', feed: 'sites', add: { candidates: 'poles' }, cost: ['coalesce', ['get', 'cost'], 60_000] },
        measure({ id: 'free', cost: 0, unit: '市公安局', title: '免费', where: ['!=', ['get', 'smart'], true] }),
      ],
    })
    const result = parseCatalog(JSON.stringify(catalog), STANDARD)
    if (!result.ok) throw new Error(result.faults.map(({ en }) => en).join())
    expect(result.catalog.measures.map(({ id, title }) => [id, title.zh])).toEqual([
      ['m', 'm'],
      ['new', 'new'],
      ['free', '免费'],
    ])
  })

  it.each([
    ['a feed that is not listed', { feed: 'cameras' }, 'measures[0].feed', '已列出的数据源', 'a listed feed'],
    [
      'candidates that are not listed',
      { patch: undefined, add: { candidates: 'poles' } },
      'measures[0].add.candidates',
      '已列出的数据源',
      'a listed feed',
    ],
    ['an amount below 0', { cost: -1 }, 'measures[0].cost', '不小于 0', 'at least 0'],
    ['an amount that comes to less than 0', { cost: ['-', 1, 2] }, 'measures[0].cost', '不小于 0', 'at least 0'],
    ['an amount in words', { cost: 'much' }, 'measures[0].cost', '不小于 0', 'at least 0'],
    ['an amount that does not compile', { cost: ['plus', 1] }, 'measures[0].cost', '表达式', 'an expression'],
    ['a filter that does not compile', { where: ['=='] }, 'measures[0].where', '真假', 'true or false'],
    [
      'a filter of candidates that does not compile',
      { patch: undefined, add: { candidates: 'areas', where: ['get'] } },
      'measures[0].add.where',
      '真假',
      'true or false',
    ],
    ['neither patch nor add', { patch: undefined }, 'measures[0].patch', 'patch 与 add 二者之一', 'one of'],
    ['both', { add: { candidates: 'areas' } }, 'measures[0]', 'patch 与 add 二者之一', 'one of'],
    ['no amount', { cost: undefined }, 'measures[0].cost', '缺少', 'found nothing'],
    ['an unknown key', { price: 1 }, 'measures[0].price', '', ''],
  ])('refuses %s', (_, more, path, zh, en) => {
    const found = faults(measure(more))
    expect(found).toEqual([[path, expect.stringContaining(zh), expect.stringContaining(en)]])
  })

  it('refuses an id that stands twice', () => {
    expect(faults(measure(), measure()).map(([path]) => path)).toEqual(['measures[1].id'])
  })

  it('lets an amount depend on the feature', () => {
    expect(faults(measure({ cost: ['-', ['get', 'cost'], 5] }))).toEqual([])
  })
})
