import { beforeAll, describe, expect, it } from 'vitest'
import { toCsv } from '#core/table/toCsv.ts'
import type { Words } from '#i18n/useWords.ts'
import { loadWords } from '#i18n/words.ts'
import { featuresOut } from './featuresOut'

beforeAll(() => loadWords('zh-CN'))

/** Keys stand for words. */
const words: Words = {
  t: ((key: string, options?: { readonly column?: string }) =>
    options?.column ? `${options.column}+ISO` : key.split('.').at(-1)) as unknown as Words['t'],
  language: 'zh-CN',
  say: ({ zh }) => zh,
}

const classes = new Map([['status', new Map([['online', { zh: '运行' }]])]])
const row = (id: string, at: readonly [number, number] | null, ...cells: (string | number | boolean | null)[]) => ({
  mapId: 1,
  id,
  cells,
  place: { at, zone: null },
})
const lines = (content: Partial<Parameters<typeof featuresOut>[0]>) =>
  toCsv(featuresOut({ rows: [], columns: [], classes, gapAreas: null, ...content }, words, 'both'))
    .slice(1)
    .trimEnd()
    .split('\r\n')

describe('a table as CSV', () => {
  it('says words, yes and no as the screen does, figures exactly, and where each feature is', () => {
    const columns = ['name', 'status', 'hd', 'load', 'value']
    const rows = [
      row('c1', [117.05, 35.1], '东门', 'online', true, 0.8341, 12_345.678),
      row('c2', null, null, null, false, null, null),
    ]
    expect(lines({ rows, columns })).toEqual([
      '编号,名称,状态,高清,承载率,数值,longitude,latitude',
      'c1,东门,运行,是,0.8341,12345.678,117.05,35.1',
      'c2,,,否,,,,',
    ])
  })

  it('gives moments twice, as on the screen with their year and in ISO 8601; a day stays a day', () => {
    const columns = ['time', 'due', 'found']
    // 2026-09-01 08:00 in Shanghai, as number and as text; the second row does not know.
    const rows = [
      row('1', null, Date.parse('2026-09-01T00:00:00Z'), '2026-09-01T08:00:00', '2026-08-30'),
      row('2', null, null, null, '不详'),
    ]
    const [head, first, second] = lines({ rows, columns })
    expect(head?.match(/\+ISO/g)).toHaveLength(3)
    expect(first).toBe(
      '1,2026年9月1日 08:00,2026-09-01T08:00:00+08:00,2026年9月1日 08:00,2026-09-01T08:00:00+08:00,2026-08-30,2026-08-30,,',
    )
    expect(second).toBe('2,,,,,不详,,,')
  })

  it('has each moment once in a workbook, as a date; what is none stays as it was written', () => {
    const moment = Date.parse('2026-08-30T00:00:00+08:00')
    const rows = [row('1', null, '2026-08-30', moment), row('2', null, '不详', null)]
    const content = { rows, columns: ['found', 'time'], classes, gapAreas: null }
    expect(featuresOut(content, words, 'dates')).toEqual({
      head: ['编号', '发现日期', '时间', 'longitude', 'latitude'],
      rows: [
        ['1', { moment, day: true }, { moment, day: false }, null, null],
        ['2', '不详', null, null, null],
      ],
    })
  })

  it('has the gap of each feature while a row of the standard is open', () => {
    const rows = [row('a', null), row('b', null)]
    const [head, first, second] = lines({ rows, gapAreas: new Map([['b', 1234.5]]) })
    expect([head, first, second]).toEqual(['编号,longitude,latitude,gapArea', 'a,,,', 'b,,,1234.5'])
  })
})
