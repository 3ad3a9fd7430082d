import { describe, expect, it } from 'vitest'
import { METHODS } from './methods'
import { isOptional, parametersOf } from './parameters'

/** What the types of a description cannot say. */
describe.each(Object.values(METHODS))('$name', ({ name, parameters, scoped }) => {
  const feeds = parametersOf(parameters, 'feed')

  it('stands under its own name, and none of its parameters is called as the name of the method is', () => {
    expect(METHODS[name]?.name).toBe(name)
    expect(parameters).not.toHaveProperty('method')
  })

  it('counts the features of one feed at most, held against one at most, and of one where a scope filters them', () => {
    const ofRole = (role: string) => feeds.filter(([, feed]) => feed.role === role)
    expect(ofRole('subjects').length).toBe(scoped ? 1 : 0)
    expect(ofRole('by').length).toBeLessThanOrEqual(1)
    expect(feeds.filter(([, { covers, role }]) => covers && role !== 'by')).toEqual([])
  })

  it('weighs metrics that it names, under a choice that it has', () => {
    for (const [, { of, when }] of parametersOf(parameters, 'weights')) {
      expect(parametersOf(parameters, 'metrics').map(([key]) => key)).toContain(of)
      const [key, value] = when
      const choices = parametersOf(parameters, 'choice').find(([choice]) => choice === key)?.[1].choices
      expect(Object.keys(choices ?? {})).toContain(value)
    }
  })

  it('has defaults within their range, and sweeps values that are', () => {
    for (const [, number] of parametersOf(parameters, 'number')) {
      const { least, most = Infinity, otherwise = least, sweep } = number
      const tried = sweep?.factor ? [] : (sweep?.values ?? [])
      for (const value of [otherwise, ...tried]) {
        expect(value).toBeGreaterThanOrEqual(least)
        expect(value).toBeLessThanOrEqual(most)
      }
      expect(isOptional(number)).toBe('otherwise' in number)
    }
  })
})
