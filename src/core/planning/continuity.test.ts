import { describe, expect, it } from 'vitest'
import { coverSet } from '#core/geo/coverSet.ts'
import { coverShapes } from '#core/geo/coverShape.ts'
import { localPlane } from '#core/geo/localPlane.ts'
import { feature, line } from '#tests/city/evaluationInput.ts'
import { continuityOf } from './continuity'
import { tile } from './gaps/gapsFixture'

const covers = coverSet(
  [tile(1, 0), tile(2.5, 0, 0.5)].flatMap((area) => coverShapes(area, undefined) ?? []),
  localPlane([116, 35, 116.04, 35.01]),
)
const zones = [
  feature('z', tile(0, 0, 4), { name: '东区', name_en: 'East' }),
  feature('inside', tile(1, 0, 0.5), { name: '内' }),
  feature('nameless', tile(0, 0)),
]
const at = (column: number): [number, number] => [116 + column / 100, 35.005]

function run(streets: Parameters<typeof continuityOf>[0]['streets']) {
  const steps = continuityOf({ zones, covers, streets })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

describe('continuity of named zones', () => {
  it('has the largest piece that is not covered, and how many there are', () => {
    // Of four tiles 0-1, 2-2.5 and 3-4 are open: 2.5 of 4, the largest one tile.
    const [zone, inside, ...more] = run(null)
    expect(more).toEqual([])
    expect(zone).toMatchObject({ id: 'z', name: { zh: '东区', en: 'East' }, holes: 3, streets: null })
    expect(zone!.covered).toBeCloseTo(1.5 / 4, 6)
    expect(zone!.hole!.area / zone!.area).toBeCloseTo(1 / 4, 6)
    expect(inside).toMatchObject({ uncovered: 0, covered: 1, hole: null, holes: 0 })
  })

  it('has the length of its streets, and of those what is not covered, cut at its edge', () => {
    // From half a tile west of the zone to its middle: two tiles within, one of them open.
    const [zone, inside] = run([feature('s', line(at(-0.5), at(2)))])
    const whole = zone!.streets!.length
    expect(zone!.streets!.uncovered / whole).toBeCloseTo(1 / 2, 6)
    expect(inside!.streets).toMatchObject({ uncovered: 0 })
    expect(inside!.streets!.length / whole).toBeCloseTo(0.5 / 2, 6)
    // A hundredth of a degree there is 910.9 m.
    expect(whole).toBeGreaterThan(1820)
    expect(whole).toBeLessThan(1823)
  })
})
