import fc from 'fast-check'
import { expect, it } from 'vitest'
import { doubledKeys } from './doubledKeys'

const found = (text: string) => doubledKeys(text, JSON.parse(text)).map(({ path, same }) => [path.join('.'), same])

it('finds keys that stand twice wherever they stand, and whether their values are alike', () => {
  expect(found('{"a":1,"b":{"a":1,"c":[{"d":1},{"d":[1, 2],"d":[1,2],"\\u0064":3}]},"a" \n:2}')).toEqual([
    ['b.c.1.d', false],
    ['a', false],
  ])
  expect(found('{"a b":{"x": "1 2"},"a b":{"x":"1  2"},"c":[1,{"d":1,"d":1}]}')).toEqual([
    ['a b', false],
    ['c.1.d', true],
  ])
  expect(found(`{"a":${'{"b":'.repeat(2000)}{"c":1,"c":1}${'}'.repeat(2000)}}`)[0]?.[1]).toBe(true)
})

it('finds none where there is none, whatever texts hold', () => {
  const hostile = fc.constantFrom('":', '\\":', ':', '{"a":1,"a":2}', '"', '\\', '\n', '" :', 'a\\\\":')
  const text = fc.array(hostile, { maxLength: 4 }).map((pieces) => pieces.join(''))
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, text, fc.integer(), fc.array(tie('value')), fc.dictionary(text, tie('value'))),
  }))
  fc.assert(
    fc.property(value, fc.constantFrom(0, 2), (tree, indent) => {
      expect(found(JSON.stringify(tree, null, indent))).toEqual([])
    }),
  )
})

it('finds the one that was put in, whatever texts hold', () => {
  const key = fc.constantFrom('a', 'a":', '\\', '\\"', ':"', '__proto__', '1', '')
  fc.assert(
    fc.property(key, fc.dictionary(key, fc.oneof(key, fc.array(fc.integer()))), fc.nat(3), (name, members, depth) => {
      const written = (each: string, value: unknown) => `${JSON.stringify(each)} :${JSON.stringify(value)}`
      const others = Object.entries(members).filter(([each]) => each !== name)
      const body = [written(name, 1), ...others.map(([each, value]) => written(each, value)), written(name, 2)]
      const path = Array.from({ length: depth }, () => 'in')
      const text = `${'{"in":'.repeat(depth)}{${body.join()}}${'}'.repeat(depth)}`
      expect(doubledKeys(text, JSON.parse(text))).toEqual([{ path: [...path, name], same: false }])
    }),
  )
})
