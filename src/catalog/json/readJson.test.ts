import { describe, expect, it } from 'vitest'
import { decodeText } from './decodeText'
import { readJson } from './readJson'
import { scanJson } from './scanJson'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const problem = (source: Uint8Array | string) => {
  const reading = readJson(source)
  if (reading.ok) throw new Error('was read')
  return reading.problem
}

describe('a text that stops too early', () => {
  const whole = '{"name":"邹城市","at":[116.97,-35.4e-1],"ok":true,"no":null,"say":"a\\u4e2db"}'

  it('is truncated wherever it stops, inside a character, a number, a word or an escape', () => {
    const bytes = utf8(whole)
    for (let length = 1; length < bytes.length; length += 1) {
      expect([length, problem(bytes.subarray(0, length)).kind]).toEqual([length, 'truncated'])
    }
    expect(readJson(bytes).ok).toBe(true)
  })

  it('is located at the character that is cut, with or without a byte order mark', () => {
    // {"name":" is nine bytes; the character after it begins at byte 9.
    const cut = utf8(whole).subarray(0, 11)
    expect(problem(cut)).toMatchObject({ kind: 'truncated', line: 1, column: 10, byte: 9 })
    expect(problem(new Uint8Array([0xef, 0xbb, 0xbf, ...cut]))).toMatchObject({
      kind: 'truncated',
      column: 10,
      byte: 12,
    })
  })

  it.each(['{"a":1.}', '{"a":-}', '{"a":1e}', '{"a":tru}', '[1,]', '{"a":01}', '{"a":"\\x"}', '1.2.3'])(
    'is not what %s is',
    (text) => {
      expect(problem(text).kind).toBe('syntax')
    },
  )
})

describe('bytes that are not UTF-8', () => {
  const gb = [0xd7, 0xde, 0xb3, 0xc7, 0xca, 0xd0] // 邹城市
  const big5 = [0xa5, 0x78, 0xa5, 0x5f, 0xa5, 0xab] // 台北市
  const json = (...value: number[]) => new Uint8Array([...utf8('{"name":"'), ...value, ...utf8('"}')])
  const wide = (size: 2 | 4, little: boolean, mark: boolean): Uint8Array => {
    const text = mark ? '\uFEFF{"a":1}' : '{"a":1}'
    return new Uint8Array(
      [...text].flatMap((char) => {
        const code = char.charCodeAt(0)
        const unit = [code & 255, code >> 8, ...(size === 4 ? [0, 0] : [])]
        return little ? unit : unit.reverse()
      }),
    )
  }

  it.each([
    ['GB18030', json(...gb)],
    ['Big5', json(...big5)],
    // Zürich, Genève in Latin-1.
    ['Latin-1', json(0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68, 0x2c, 0x47, 0x65, 0x6e, 0xe8, 0x76, 0x65)],
    ['UTF-16', wide(2, true, false)],
    ['UTF-16', wide(2, false, false)],
    ['UTF-16', wide(2, true, true)],
    ['UTF-16', wide(2, false, true)],
    ['UTF-32', wide(4, true, false)],
    ['UTF-32', wide(4, false, false)],
    ['UTF-32', wide(4, true, true)],
    ['UTF-32', wide(4, false, true)],
    ['gzip', new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])],
    ['unknown', new Uint8Array([0x7b, 0xff, 0xff, 0x7d])],
  ])('are told to look like %s', (looksLike, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ ok: false, looksLike })
  })

  it('are told apart by the characters that are common, in longer texts too', () => {
    // 中华人民共和国山东省济宁市 in both encodings.
    const both = {
      GB18030: 'd6d0bbaac8cbc3f1b9b2bacdb9fac9bdb6abcaa1bcc3c4fecad0',
      Big5: 'a4a4b5d8a448a5c1a640a94db0eaa473aa46acd9c0d9b9e7a5ab',
    }
    for (const [looksLike, hex] of Object.entries(both)) {
      const bytes = json(...(hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)))
      expect(decodeText(bytes)).toMatchObject({ looksLike })
    }
  })
})

describe('numbers that are none', () => {
  it('are read as null where that is asked for, each with its place', () => {
    const reading = readJson('{"a":NaN,"b":[1,-Infinity,{"c":Infinity}],"d":"NaN","e":nan}', { nullNotFinite: true })
    expect(reading).toMatchObject({
      ok: true,
      value: { a: null, b: [1, null, { c: null }], d: 'NaN', e: null },
      notFinite: [
        { path: ['a'], written: 'NaN' },
        { path: ['b', 1], written: '-Infinity' },
        { path: ['b', 2, 'c'], written: 'Infinity' },
        { path: ['e'], written: 'nan' },
      ],
    })
    expect(problem('{"a":NaN}')).toMatchObject({ kind: 'syntax', wants: 'value', column: 6 })
  })

  it('do not make JSON of what is none besides', () => {
    for (const text of ['{"a":NaN', '{"a":NaNs}', '{"a":-Nan}', '{NaN:1}', '[NaN 1]']) {
      expect(readJson(text, { nullNotFinite: true }).ok).toBe(false)
    }
  })
})

describe('nesting', () => {
  const nested = (levels: number): string => `${'{"a":['.repeat(levels / 2)}${']}'.repeat(levels / 2)}`

  it('is read at any depth, or refused where it goes too deep', () => {
    expect(readJson(nested(100_000)).ok).toBe(true)
    expect(scanJson(nested(100_000))).toBeNull()
    expect(readJson(nested(200), { deepest: 200 }).ok).toBe(true)
    // 200 levels are 100 times {"a":[ of six characters; the next bracket is too many.
    const refused = readJson(nested(202), { deepest: 200 })
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'syntax', wants: 'depth', column: 601 } })
  })

  it('does not hide a key that stands twice', () => {
    const found: string[] = []
    scanJson(`{"a":${nested(50_000)},"a":1,"b":{"c":[{"d":1,"d":2}]}}`, {
      duplicate: (path) => found.push(path.join('.')),
    })
    expect(found).toEqual(['a', 'b.c.0.d'])
  })
})
