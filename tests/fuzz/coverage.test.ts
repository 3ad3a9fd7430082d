import { describe, expect, it } from 'vitest'
import { loadGeos } from '../bench/peers/geosEngine'
import { checkCase } from './checkCase'
import { describeWrong } from './describeWrong'
import { knownCases } from './knownCases'
import { runCases } from './runCases'

const CASES = 5000
/** Cases to a test, so that each ends well inside its time. */
const BATCH = 1000

describe('coverage of degenerate pictures', () => {
  it.each(knownCases)('gets $kind right, which was wrong once', async (known) => {
    expect(checkCase(await loadGeos(), known)).toMatchObject({ faults: [], closed: true })
  })

  it.each(Array.from({ length: CASES / BATCH }, (_, i) => i * BATCH))(
    `agrees with GEOS in ${BATCH} cases from %i`,
    async (from) => {
      const result = runCases(await loadGeos(), 1, from, BATCH)
      console.info(`${result.fallbacks.length} of ${BATCH} cases fall back to the library`)
      expect(result.wrong.map(describeWrong)).toEqual([])
      // A fallback is right but slow; one in a hundred degenerate pictures would be a fault of the engine.
      expect(result.fallbacks.length).toBeLessThan(BATCH / 100)
      // Enough to know that the pictures were really compared.
      expect(result.partly).toBeGreaterThan(BATCH / 2)
    },
    120_000,
  )
})
