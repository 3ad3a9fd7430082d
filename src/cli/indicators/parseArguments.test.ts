import { describe, expect, it } from 'vitest'
import { shanghaiTime } from '#core/model/time.ts'
import { parseArguments, USAGE } from './parseArguments'

const CATALOG = ['--catalog', 'catalog.json']

function faultsOf(...argv: string[]): readonly string[] {
  const parsed = parseArguments(argv)
  return parsed.ok ? [] : parsed.faults
}

function parsedFrom(...argv: string[]) {
  const parsed = parseArguments([...CATALOG, ...argv])
  if (!parsed.ok) throw new Error(parsed.faults.join())
  return parsed.value
}

describe('arguments', () => {
  it('need only a catalog', () => {
    expect(parsedFrom()).toEqual({
      catalog: 'catalog.json',
      scope: null,
      only: undefined,
      overrides: [],
      partial: false,
      evidence: undefined,
      gaps: undefined,
      language: 'zh',
    })
  })

  it('take lists with commas, or the option again', () => {
    expect(parsedFrom('--only', 'a, b', '--only', 'c').only).toEqual(['a', 'b', 'c'])
  })

  it('take settings one by one or several in a row; a value is JSON, else text', () => {
    const { overrides } = parsedFrom(
      '--set',
      'a.threshold=0.5',
      'b.value.how=min',
      '--set',
      'c.match=["==",["get","a=b.c"],1]',
    )
    expect(overrides).toEqual([
      { indicator: 'a', metric: null, parameter: 'threshold', value: 0.5 },
      { indicator: 'b', metric: 'value', parameter: 'how', value: 'min' },
      { indicator: 'c', metric: null, parameter: 'match', value: ['==', ['get', 'a=b.c'], 1] },
    ])
  })

  it.each([
    ['no catalog', [], '--catalog'],
    ['an unknown option', [...CATALOG, '--colour'], '--colour'],
    ['an option without its value', ['--catalog'], '--catalog'],
    ['a stray word', [...CATALOG, 'word'], 'word'],
    ['a setting without a value', [...CATALOG, '--set', 'a.b'], 'a.b'],
    ['a setting without a parameter', [...CATALOG, '--set', 'a=1'], 'a=1'],
    ['a setting with too many parts', [...CATALOG, '--set', 'a.b.c.d=1'], 'a.b.c.d=1'],
    ['an unknown language', [...CATALOG, '--lang', 'fr'], 'fr'],
  ])('refuse %s, and say how it goes', (_, argv, named) => {
    const faults = faultsOf(...argv)
    expect(faults[0]).toContain(named)
    expect(faults.at(-1)).toBe(USAGE)
  })

  it('name every fault at once', () => {
    expect(faultsOf('--lang', 'fr', '--set', 'a.b', 'word').length).toBe(5)
  })
})

describe('printed times', () => {
  it('are in Asia/Shanghai', () => {
    // 20:30 UTC on 31 December is 04:30 on New Year's Day there.
    expect(shanghaiTime(Date.UTC(2025, 11, 31, 20, 30))).toBe('2026-01-01T04:30:00+08:00')
    expect(shanghaiTime(Date.UTC(2026, 0, 1, 0, 0, 0, 250))).toBe('2026-01-01T08:00:00.250+08:00')
    expect(shanghaiTime(null)).toBeNull()
  })
})
