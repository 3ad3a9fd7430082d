import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { OutCell } from '#core/table/outTable.ts'
import { type OutSheet, workbook } from './workbook'

const HOSTILE = [
  '=1+1',
  '+cmd|calc',
  '@SUM(A1)',
  '37088300001320000001',
  '0101',
  'constructor',
  '__proto__',
  '<b>&"\'</b>',
  ']]>',
  'a\u0001b\u000bc',
  '_x0041_',
  ' two  spaces ',
  'two\nlines\tand a tab',
  '𠮷野家😀',
]

async function bytesOf(sheets: readonly OutSheet[]): Promise<Uint8Array> {
  return new Uint8Array(await (await workbook(sheets, async () => {})).arrayBuffer())
}
const sheet = (rows: readonly (readonly OutCell[])[], head: readonly string[] = ['a']): OutSheet => ({
  name: '表',
  head,
  rows,
})

describe('a workbook', () => {
  it('keeps every text as it is, and none as a formula', async () => {
    const bytes = await bytesOf([sheet(HOSTILE.map((text) => [text]))])
    const rows = await readSheet(Buffer.from(bytes), { trim: false })
    // Of `_x0001_` this reader makes nothing: what it stands for is checked below.
    const readable = (text: string) => !/\p{Cc}(?<![\n\t])|_x/u.test(text)
    expect(
      rows
        .slice(1)
        .flat()
        .filter((text) => readable(String(text))),
    ).toEqual(HOSTILE.filter(readable))
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)
    expect(xml).not.toContain('<f>')
    expect(xml).toContain('a_x0001_b_x000B_c')
    // What only looks like an escape is told from one.
    expect(xml).toContain('>_x005F_x0041_<')
    // Of all texts the cells are formatted as text: editing one makes no formula of it.
    expect(xml.match(/ s="2"/g)).toHaveLength(HOSTILE.length)
  })

  it('has numbers as numbers, moments as dates of Shanghai, yes and no as such, and nothing for the unknown', async () => {
    const bytes = await bytesOf([
      sheet(
        [
          [
            12_345.678,
            0,
            null,
            true,
            { moment: Date.UTC(2026, 8, 1, 0, 30), day: false },
            { moment: Date.UTC(2026, 7, 31, 16), day: true },
          ],
        ],
        ['n', 'zero', 'unknown', 'b', 'moment', 'day'],
      ),
    ])
    const [, row] = await readSheet(Buffer.from(bytes))
    // A reader takes the wall time of Shanghai, 08:30 and midnight, for one of UTC.
    expect(row).toEqual([12_345.678, 0, null, true, new Date('2026-09-01T08:30:00Z'), new Date('2026-09-01T00:00:00Z')])
  })

  it('has the first row in sight, and each sheet under a name that a workbook allows', async () => {
    const own = { head: ['a'], rows: [[1]] }
    const bytes = await bytesOf([
      { name: '缺口: a/b [1]', ...own },
      { name: '缺口  a b  1', ...own },
      { name: '', ...own },
    ])
    const files = unzipSync(bytes)
    expect(strFromU8(files['xl/worksheets/sheet1.xml']!)).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    )
    const names = [...strFromU8(files['xl/workbook.xml']!).matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toEqual(['缺口  a b  1', '缺口  a b  1 (2)', '(3)'])
  })

  it('names the columns after Z, and gives way between two pieces', async () => {
    const head = Array.from({ length: 28 }, (_, at) => `c${at}`)
    let rests = 0
    const rows = Array.from({ length: 5000 }, (_, at) => head.map((_, column) => at * 28 + column))
    const blob = await workbook([{ name: 'a', head, rows }], async () => void rests++)
    const bytes = new Uint8Array(await blob.arrayBuffer())
    expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)).toContain('<c r="AB5001"><v>139999</v></c>')
    expect(rests).toBeGreaterThan(40)
  })
})
