import { describe, expect, it } from 'vitest'
import { toCsv } from './toCsv'

describe('CSV', () => {
  it('starts with a byte order mark and ends lines with CRLF', () => {
    expect(toCsv(['名称', '值'], [['甲', 1.5]])).toBe('\uFEFF名称,值\r\n甲,1.5\r\n')
  })

  it('keeps a 20-digit id as text, digit by digit', () => {
    expect(toCsv(['id'], [['37088300001320000001']])).toBe('\uFEFFid\r\n"\t37088300001320000001"\r\n')
  })

  it('quotes commas, quotes and line ends, and lets no text read as a formula', () => {
    expect(toCsv(['a'], [['x,"y"'], ['two\nlines'], ['=1+1'], [null], [false]])).toBe(
      '\uFEFFa\r\n"x,""y"""\r\n"two\nlines"\r\n"\t=1+1"\r\n\r\nfalse\r\n',
    )
  })
})
