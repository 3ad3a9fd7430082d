import { describe, expect, it } from 'vitest'
import type { CityFeature } from '#core/model/feature.ts'
import { readNeedle } from '#core/search/needle.ts'
import { deepFreeze } from '#tests/city/deepFreeze.ts'
import { boundsOfFeatures, describeFeature } from './describeFeature'
import { searchFeatures } from './searchFeatures'
import { allOf, cellOf, everyFeature, tableRows } from './tableRows'
import { breakdownFeatures, totalFeatures } from './tallyFeatures'

const feature = (id: string, properties: Readonly<Record<string, unknown>>, time: number | null = null): CityFeature =>
  deepFreeze({ id, mapId: Number(id), geometry: null, properties, time })

describe('the rows of a table', () => {
  const features = deepFreeze([
    feature('3', { name: '丙', pupils: 20 }),
    feature('1', { name: '甲', pupils: 100 }, 5),
    feature('10', { name: '乙' }, 3),
    feature('2', { name: '丁', pupils: 20 }),
  ])
  const ids = (column: string, descending: boolean) =>
    tableRows(features, everyFeature, { columns: [], sort: { column, descending } }).rows.map(({ id }) => id)

  it('come as the feed has them, with the cells asked for', () => {
    expect(tableRows(features, everyFeature, { columns: ['name', 'time', 'id', 'none'], limit: 2 })).toEqual({
      total: 4,
      rows: [
        { mapId: 3, id: '3', cells: ['丙', null, '3', null], offMap: true },
        { mapId: 1, id: '1', cells: ['甲', 5, '1', null], offMap: true },
      ],
    })
  })

  it('say of what has no place that the map cannot show it', () => {
    const placed: CityFeature = { ...feature('4', {}), geometry: { type: 'Point', coordinates: [117, 35] } }
    const { rows } = tableRows([...features, placed], everyFeature, { columns: [] })
    expect(rows.filter(({ offMap }) => !offMap).map(({ id }) => id)).toEqual(['4'])
  })

  it('sort by size both ways, equal ones by id as a number, unknown ones last either way', () => {
    expect(ids('pupils', false)).toEqual(['2', '3', '1', '10'])
    expect(ids('pupils', true)).toEqual(['1', '2', '3', '10'])
    expect(ids('time', false)).toEqual(['10', '1', '2', '3'])
    expect(ids('id', true)).toEqual(['10', '3', '2', '1'])
    // By pinyin: bǐng, dīng, jiǎ, yǐ.
    expect(ids('name', false)).toEqual(['3', '2', '1', '10'])
  })

  it('count what the filter lets in', () => {
    const many = ({ properties }: CityFeature) => properties.pupils === 20
    expect(tableRows(features, many, { columns: [] })).toMatchObject({ total: 2, rows: [{ id: '3' }, { id: '2' }] })
  })

  it('show a list in one line, and what is deeper as it is written', () => {
    const odd = feature('1', { list: ['a', 1], deep: [{ a: 1 }], object: { b: 2 }, no: false, empty: null })
    const cells = ['list', 'deep', 'object', 'no', 'empty'].map((column) => cellOf(odd, column))
    expect(cells).toEqual(['a、1', '[{"a":1}]', '{"b":2}', false, null])
  })
})

describe('a search', () => {
  const features = deepFreeze([
    feature('1', { name: '城关第一小学' }),
    feature('2', { name: '小学路' }),
    feature('3', { name: '小学' }),
    feature('4', { name: '第二小学' }),
    feature('5', { name: 'ＡＢ楼', name_en: 'Tower of the First School' }),
    feature('6', {}),
  ])
  const ranks = (text: string) => {
    const needle = readNeedle(text)
    const matches = needle ? searchFeatures(features, needle, null) : []
    return matches.map(({ feature: { id }, rank }) => `${id}: ${rank}`)
  }

  it('tells of every feature by its names or its id how well it answers, in their order', () => {
    expect(ranks('小学')).toEqual(['1: 2', '2: 1', '3: 0', '4: 2'])
    expect(ranks('  ab ')).toEqual(['5: 1'])
    expect(ranks('first')).toEqual(['5: 2'])
    expect(ranks('6')).toEqual(['6: 3'])
    expect(ranks('没有')).toEqual([])
  })
})

describe('what features add up to', () => {
  const features = deepFreeze([
    feature('1', { kind: '小学', pupils: 10 }),
    feature('2', { kind: '中学', pupils: 5 }),
    feature('3', { kind: '中学', pupils: '7' }),
    feature('4', { kind: '小学' }),
    feature('5', {}),
    feature('6', { kind: '中学', pupils: 1 }),
  ])
  const schools = ({ properties }: CityFeature) => properties.kind === '小学'
  const known = ({ properties }: CityFeature) => typeof properties.pupils === 'number'

  it('by value, the most first, equal ones in order of the text', () => {
    expect(breakdownFeatures(features, everyFeature, 'kind')).toEqual([
      { value: '中学', count: 3 },
      { value: '小学', count: 2 },
      { value: '', count: 1 },
    ])
    expect(breakdownFeatures(features, known, 'pupils').map(({ value }) => value)).toEqual(['1', '10', '5'])
  })

  it('a count without a property; a sum over those that have a number', () => {
    expect(totalFeatures(features, everyFeature, undefined)).toEqual({ value: 6, features: 6 })
    expect(totalFeatures(features, everyFeature, 'pupils')).toEqual({ value: 16, features: 3 })
    expect(totalFeatures(features, allOf(schools, known), undefined)).toEqual({ value: 1, features: 1 })
    expect(totalFeatures(features, schools, 'none')).toBeNull()
  })
})

describe('where features are', () => {
  const area = deepFreeze({
    ...feature('1', { name: 7 }),
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        [
          [117, 35],
          [117.2, 35],
          [117.2, 35.4],
          [117, 35.4],
          [117, 35],
        ],
      ],
    },
  })
  const place = deepFreeze({ ...feature('2', {}), geometry: { type: 'Point' as const, coordinates: [116, 36] } })

  it('a box around all that have a place, none where nothing has', () => {
    expect(boundsOfFeatures([area, feature('3', {}), place])).toEqual([116, 35, 117.2, 36])
    expect(boundsOfFeatures([place])).toEqual([116, 36, 116, 36])
    expect(boundsOfFeatures([feature('3', {})])).toBeNull()
  })

  it('is told of each, with a point in it; a name is a text or none', () => {
    const detail = describeFeature('schools', 'zone', area)
    expect(detail).toMatchObject({ feed: 'schools', record: 'zone', name: null, bounds: [117, 35, 117.2, 35.4] })
    const [x = 0, y = 0] = detail.at ?? []
    expect(x > 117 && x < 117.2 && y > 35 && y < 35.4).toBe(true)
    expect(describeFeature('schools', 'place', feature('3', {}))).toMatchObject({ at: null, bounds: null })
  })
})
