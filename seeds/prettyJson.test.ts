import { describe, expect, it } from 'vitest'
import { prettyJson } from './prettyJson'

describe('prettyJson', () => {
  it('keeps on one line what fits', () => {
    expect(prettyJson({ a: 1, b: [true, null, '一'] })).toBe('{ "a": 1, "b": [true, null, "一"] }')
  })

  it('breaks what does not, two spaces a level, and leaves out what is undefined', () => {
    const long = 'x'.repeat(70)
    expect(prettyJson({ first: long, none: undefined, second: long })).toBe(
      `{\n  "first": "${long}",\n  "second": "${long}"\n}`,
    )
  })

  it('gives back the same value when parsed', () => {
    const value = { list: Array.from({ length: 40 }, (_, index) => ({ index, empty: {}, none: [] })) }
    expect(JSON.parse(prettyJson(value))).toEqual(value)
  })
})
