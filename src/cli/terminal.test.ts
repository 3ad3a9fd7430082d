import { expect, it } from 'vitest'
import { terminalJson, terminalLine } from './terminal'

const HOSTILE = 'a\u001b[2J\u0007\u009b31m\u202ecba\u2066x\u200f\u0000\u2028\u{e0041}城'

it('a line holds nothing that a terminal obeys, and shows what stood there', () => {
  expect(terminalLine(`one\n two ${HOSTILE}`)).toBe(
    'one two a\\u001b[2J\\u0007\\u009b31m\\u202ecba\\u2066x\\u200f\\u0000\\u2028\\udb40\\udc41城\n',
  )
})

it('JSON reads back the same, and keeps its lines', () => {
  const text = terminalJson({ name: HOSTILE, [HOSTILE]: [1] })
  expect(JSON.parse(text)).toEqual({ name: HOSTILE, [HOSTILE]: [1] })
  // Line ends are the only controls, and they are those of the layout: a brace, a name, a list of one, and the ends.
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
  expect(text.split('\n').length).toBe(7)
})
