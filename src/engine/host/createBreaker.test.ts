import { describe, expect, it } from 'vitest'
import { createBreaker } from './createBreaker'

describe('a breaker', () => {
  it('gives what the promise gives, and waits for it no longer', async () => {
    const breaker = createBreaker()
    let answer: (value: string) => void = () => {}
    const given = breaker.guard(
      new Promise<string>((resolve) => {
        answer = resolve
      }),
    )
    const refused = breaker.guard(Promise.reject(new Error('no')))
    expect(breaker.waiting()).toBe(2)
    answer('yes')
    await expect(given).resolves.toBe('yes')
    await expect(refused).rejects.toThrow('no')
    await Promise.resolve()
    expect(breaker.waiting()).toBe(0)
  })

  it('rejects what waits when something breaks, and all that comes after, with the first failure', async () => {
    const breaker = createBreaker()
    const first = breaker.guard(new Promise(() => {}))
    const second = breaker.guard(new Promise(() => {}))
    breaker.break(new Error('gone'))
    breaker.break(new Error('again'))
    await expect(first).rejects.toThrow('gone')
    await expect(second).rejects.toThrow('gone')
    await expect(breaker.guard(Promise.resolve(1))).rejects.toThrow('gone')
    await expect(breaker.guard(Promise.reject(new Error('late')))).rejects.toThrow('gone')
    expect(breaker.waiting()).toBe(0)
  })
})
