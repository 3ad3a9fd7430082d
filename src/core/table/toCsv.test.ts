import { describe, expect, it } from 'vitest'
import type { OutCell } from './outTable'
import { toCsv } from './toCsv'

const csvOf = (head: readonly string[], rows: readonly (readonly OutCell[])[]) => toCsv({ head, rows })

describe('CSV', () => {
  it('starts with a byte order mark and ends lines with CRLF', () => {
    expect(csvOf(['名称', '值'], [['甲', 1.5]])).toBe('\uFEFF名称,值\r\n甲,1.5\r\n')
  })

  it('keeps a 20-digit id as text, digit by digit', () => {
    expect(csvOf(['id'], [['37088300001320000001']])).toBe('\uFEFFid\r\n"\t37088300001320000001"\r\n')
  })

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    ' =1+1',
    '\u3000=1',
    '\u200b=1',
    '\t=1',
    '\r=1',
    '|calc',
  ])('runs nothing: %j', (text) => {
    expect(
      csvOf(['a'], [[text]])
        .split('\r\n')
        .slice(1)
        .join('\r\n'),
    ).toBe(`"\t${text}"\r\n`)
  })

  it.each(['0101', '1e5', '1.50', '0x10', '1,234', '3-4', '3/4', '2026-09', '123456789012'])(
    'reshapes nothing: %s',
    (text) => {
      expect(csvOf(['a'], [[text]])).toBe(`\uFEFFa\r\n"\t${text}"\r\n`)
    },
  )

  it.each(['101', '1.5', '3-4栋', '2026-09-01', 'e5', '0', '甲=乙', 'a-b'])('leaves %s as it is', (text) => {
    expect(csvOf(['a'], [[text]])).toBe(`\uFEFFa\r\n${text}\r\n`)
  })

  it('writes moments in the time of Shanghai, and days without an hour', () => {
    // 2026-09-01 00:00 in Shanghai is 16:00 of the day before in UTC.
    const moment = Date.UTC(2026, 7, 31, 16)
    expect(csvOf(['t'], [[{ moment, day: false }], [{ moment, day: true }]])).toBe(
      '\uFEFFt\r\n2026-09-01T00:00:00+08:00\r\n2026-09-01\r\n',
    )
  })

  it('guards the head like any row', () => {
    expect(csvOf(['=cmd'], [])).toBe('\uFEFF"\t=cmd"\r\n')
  })

  it('quotes commas, quotes and line ends, and lets no text read as a formula', () => {
    expect(csvOf(['a'], [['x,"y"'], ['two\nlines'], ['=1+1'], [null], [false]])).toBe(
      '\uFEFFa\r\n"x,""y"""\r\n"two\nlines"\r\n"\t=1+1"\r\n\r\nfalse\r\n',
    )
  })
})
