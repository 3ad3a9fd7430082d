import { describe, expect, it } from 'vitest'
import { uniqueIds } from './uniqueIds'

describe('uniqueIds', () => {
  it('numbers one id repeated a hundred thousand times in a moment, not in their square', () => {
    const same = Array.from({ length: 100_000 }, (_, index) => ({ id: index % 2 === 0 ? 'same' : null, index }))
    const ids = uniqueIds(same).map(({ id }) => id)
    // 50,000 times `same`, then the indexes 1, 3, 5 …
    expect(ids.slice(0, 5)).toEqual(['same', '#1', 'same#2', '#3', 'same#3'])
    expect(ids.slice(-2)).toEqual(['same#50000', '#99999'])
    expect(new Set(ids).size).toBe(100_000)
  })
})
