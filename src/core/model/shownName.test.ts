import { expect, it } from 'vitest'
import { shownName } from './shownName'

it('shows 120 characters of a name, the last an ellipsis, and cuts no character in two', () => {
  expect(shownName('甲'.repeat(120))).toBe('甲'.repeat(120))
  expect(shownName('甲'.repeat(121))).toBe(`${'甲'.repeat(119)}…`)
  expect(shownName('甲'.repeat(1_000_000)).length).toBe(120)
  // 𠮷 is two units: the 119th and 120th here, of which the 119th alone would be half of it.
  expect(shownName(`${'甲'.repeat(118)}𠮷乙丙`)).toBe(`${'甲'.repeat(118)}…`)
})
