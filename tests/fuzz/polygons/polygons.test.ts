import { describe, expect, it } from 'vitest'
import { loadGeos } from '../../bench/peers/geosEngine'
import { checkPolygonCase } from './checkPolygonCase'
import { describeWrongPolygons } from './describeWrongPolygons'
import { knownPolygons } from './knownPolygons'
import { runPolygonCases } from './runPolygonCases'

const CASES = 3000
/** Cases to a test, so that each ends well inside its time. */
const BATCH = 1000

describe('coverage by polygons in degenerate pictures', () => {
  it.each(knownPolygons)('gets $kind right', async (known) => {
    expect(checkPolygonCase(await loadGeos(), known)).toMatchObject({
      faults: [],
      closed: true,
      drawn: true,
    })
  })

  it.each(Array.from({ length: CASES / BATCH }, (_, i) => i * BATCH))(
    `agrees with scanlines and GEOS in ${BATCH} cases from %i`,
    async (from) => {
      const found = runPolygonCases(await loadGeos(), 1, from, BATCH)
      expect(found.wrong.map(describeWrongPolygons)).toEqual([])
      // Rings that run along themselves are cleaned by the library first, which these pictures leave out.
      expect(found.unclosed).toBeLessThan(BATCH / 20)
      expect(found.undrawn).toBeLessThan(BATCH / 50)
      // Enough to know that the pictures were really compared.
      expect(found.partly).toBeGreaterThan(BATCH / 2)
    },
    120_000,
  )
})
