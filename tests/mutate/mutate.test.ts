import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { afterEach, describe, expect, it } from 'vitest'
import { isEquivalent } from './equivalent'
import { mutantsOf, planted } from './mutantsOf'
import { pickMutants } from './pickMutants'
import { testsByDistance } from './testsOf'

/** `before → after` of every fault in a source. */
const faults = (source: string): string[] =>
  mutantsOf('a.ts', source).map(({ before, after }) => `${before} → ${after}`)

describe('the faults of a source', () => {
  it.each([
    ['a < b', ['a < b → a <= b', 'a < b → a >= b']],
    ['a >= b', ['a >= b → a > b', 'a >= b → a < b']],
    ['a === b', ['a === b → a !== b']],
    ['a + b', ['a + b → a - b']],
    ['x += a % b', ['x += a % b → x -= a % b', 'a % b → a * b']],
    ['(a) && /* or || */ !b', ['(a) && /* or || */ !b → (a) || /* or || */ !b', '!b → b']],
    ['i++', ['i++ → i--']],
    ['x = true', ['true → false']],
    ['x = 0.5 - -0', ['0.5 → 1.5', '0.5 → (-0.5)', '0.5 - -0 → 0.5 + -0', '-0 → 0', '0 → 1', '0 → (-1)']],
    ['x = Math.max(a, b)', ['Math.max(a, b) → Math.min(a, b)']],
    ['x = list.every(f)', ['list.every(f) → list.some(f)']],
    ['x = limits.max(a)', []],
    ['x = list.filter(f).toSorted()', ['list.filter(f) → list', 'list.filter(f).toSorted() → list.filter(f)']],
    ['tell(a)', ['tell(a) → void 0']],
    ['async () => { await tell(a) }', ['await tell(a) → void 0']],
    ['if (a) b = c', ['a → false']],
    ['const f = () => [a]', ['[a] → []']],
    ['function f() { return [a, b] }', ['[a, b] → []']],
  ])('%s', (source, expected) => {
    expect(faults(source)).toEqual(expected)
  })

  it.each([
    ['types', 'interface A { a: 1; b: true } let x: 1 | 2; type F = (a: 0) => true; f<3>(x as 4)'],
    ['texts', "x = 'a < b && c + 1'; y = `1 < 2`; z = 'a' + b + 'c'"],
    ['comments', '/** a < b, 1 + 1 */\n// true && false\nx = y'],
    ['names and imports', "import a from './1'\nx = { 1: a }; const { 2: b } = a; export { b } from 'c'"],
    [
      'nothing returned, and calls of the class above',
      'class A extends B { constructor() { super() } f() { return [] } }',
    ],
  ])('none in %s', (_, source) => {
    // The call of `f` itself is a statement.
    expect(faults(source).filter((fault) => !fault.startsWith('f<3>'))).toEqual([])
  })

  it('says where each one stands, and each can be read', () => {
    const source = 'const a = 1\n\nexport const f = (b: number) =>\n  b as 2 > a ? [b, 2] : []\n'
    const mutants = mutantsOf('src/a.ts', source)
    expect(mutants.map(({ file, line, after }) => [file, line, after])).toEqual([
      ['src/a.ts', 1, '2'],
      ['src/a.ts', 1, '0'],
      ['src/a.ts', 4, 'b as 2 >= a'],
      ['src/a.ts', 4, 'b as 2 <= a'],
      ['src/a.ts', 4, '3'],
      ['src/a.ts', 4, '1'],
    ])
    expect(planted(source, mutants[2]!)).toBe(source.replace('2 > a', '2 >= a'))
    for (const mutant of mutants) expect(parseSync('a.ts', planted(source, mutant)).errors).toEqual([])
  })

  it('every fault in a real source can be read', () => {
    for (const file of ['src/core/geo/sphere.ts', 'src/core/cases/hotSpots.ts', 'src/core/devices/alarms.ts']) {
      const source = readFileSync(file, 'utf8')
      const mutants = mutantsOf(file, source)
      expect(mutants.length).toBeGreaterThan(20)
      for (const mutant of mutants) expect(parseSync(file, planted(source, mutant)).errors).toEqual([])
    }
  })

  it('refuses a source that is none', () => {
    expect(() => mutantsOf('a.ts', 'const = 1')).toThrow('a.ts: ')
  })
})

describe('the faults picked', () => {
  const long = Array.from({ length: 90 }, (_, index) => `export const a${index} = b < c`).join('\n')
  const sources = new Map([
    ['long.ts', long],
    ['short.ts', long.split('\n').slice(0, 10).join('\n')],
    ['none.ts', 'export type A = 1'],
  ])
  const keys = (count: number, seed: number) =>
    pickMutants(sources, count, seed).map(({ file, start, after }) => `${file} ${start} ${after}`)

  it('are the same for a seed and others for another, never two the same', () => {
    expect(keys(50, 7)).toEqual(keys(50, 7))
    expect(keys(50, 7)).not.toEqual(keys(50, 8))
    expect(new Set(keys(150, 7)).size).toBe(150)
  })

  it('are all there are, where fewer', () => {
    // 90 + 10 comparisons, each of two faults.
    expect(keys(1_000, 1)).toHaveLength(200)
  })

  it('come from files in proportion to their length', () => {
    // Nine tenths of the text; 3 standard deviations of 60 draws at 0.9 are 7.
    const fromLong = keys(60, 3).filter((key) => key.startsWith('long')).length
    expect(fromLong).toBeGreaterThanOrEqual(47)
    expect(fromLong).toBeLessThan(60)
  })
})

describe('the faults known to change nothing', () => {
  const file = 'src/core/model/time.ts'
  const line = "  if (zone.toUpperCase() === 'Z') return 0"
  const inside = (text: string) => `function minutes() {\n${text}\n}`

  it('are known by their line, wherever it stands', () => {
    const source = inside(`\n\n${line}`)
    const known = mutantsOf(file, source).map((mutant) => [mutant.after, isEquivalent(mutant, source)])
    expect(known).toContainEqual(['false', true])
    expect(known).toContainEqual(["zone.toUpperCase() !== 'Z'", false])
  })

  it('are others in another line or file', () => {
    const other = line.replace('0', '1')
    const faultsOf = (path: string, source: string) =>
      mutantsOf(path, inside(source)).filter((mutant) => isEquivalent(mutant, inside(source)))
    expect(faultsOf(file, line)).toHaveLength(1)
    expect(faultsOf(file, other)).toEqual([])
    expect(faultsOf('src/core/model/feature.ts', line)).toEqual([])
  })
})

describe('the tests that a source reaches', () => {
  let root = ''
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('are those that import it, through rooms and folders, the nearest first', () => {
    root = mkdtempSync(join(tmpdir(), 'one-map-tests-of-'))
    const sources = new Map([
      ['src/core/a.ts', 'export const a = 1'],
      ['src/core/b.ts', "export { a } from './a'"],
      ['src/core/deep/c.ts', "const c = import('../b')"],
      ['src/core/b.test.ts', "import { a } from './b'"],
      ['src/core/a.test.ts', "import { a } from '#core/a.ts'\nimport { expect } from 'vitest'"],
      ['tests/c.test.ts', "import '#core/deep/c.ts'"],
      ['tests/types.test.ts', "import type { A } from '#core/a.ts'\nimport { type B, type C } from '#core/b.ts'\n"],
      ['tests/z.test.ts', "import {\n  type A,\n  a,\n} from '#core/b.ts'\n"],
      ['src/core/other.test.ts', "import { d } from './d'"],
    ])
    for (const [file, source] of sources) {
      mkdirSync(join(root, file, '..'), { recursive: true })
      writeFileSync(join(root, file), source)
    }
    const testsOf = testsByDistance(root, sources, { '#core/*': './src/core/*' })
    expect(testsOf('src/core/a.ts')).toEqual([
      'src/core/a.test.ts',
      'src/core/b.test.ts',
      'tests/z.test.ts',
      'tests/c.test.ts',
    ])
    expect(testsOf('src/core/deep/c.ts')).toEqual(['tests/c.test.ts'])
    expect(testsOf('src/core/d.ts')).toEqual([])
  })
})
