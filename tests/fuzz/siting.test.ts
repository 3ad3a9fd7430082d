import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type CoverRows, coverInstance } from '#core/siting/coverInstance.ts'
import { CoveringSearch } from '#core/siting/coveringSearch.ts'
import type { Together } from '#core/siting/thresholdExchange.ts'
import { random } from '#seeds/random.ts'
import { clusters } from '../bench/inputs/clusters'
import { highsCovering } from './siting/highsCovering'

// Ten thousand runs take seconds alone, many more on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

/** Rows from the sites of each demand and its weight. */
function rowsOf(
  sites: number,
  demand: readonly { weight: number; sites: readonly number[]; shares?: readonly number[] }[],
) {
  const siteFrom = new Int32Array(demand.length + 1)
  demand.forEach((each, d) => {
    siteFrom[d + 1] = siteFrom[d]! + each.sites.length
  })
  return {
    sites,
    weight: Float64Array.from(demand, ({ weight }) => weight),
    siteFrom,
    siteOf: Int32Array.from(demand.flatMap((each) => each.sites)),
    share: demand.some(({ shares }) => shares) ? Float64Array.from(demand.flatMap(({ shares = [] }) => shares)) : null,
  } satisfies CoverRows
}

/** What sites serve, counted from the rows as they were given. Shares add up: nothing overlaps. */
function servedBy({ weight, siteFrom, siteOf, share }: CoverRows, sites: readonly number[]): number {
  let sum = 0
  for (let d = 0; d < weight.length; d++) {
    let given = 0
    for (let k = siteFrom[d]!; k < siteFrom[d + 1]!; k++) if (sites.includes(siteOf[k]!)) given += share ? share[k]! : 1
    if (given >= 1 - 1e-9) sum += Math.max(0, weight[d]!)
  }
  return sum
}

/** The most that n sites can serve, by trying all. */
function bestOfAll(rows: CoverRows, n: number): number {
  let best = 0
  const choose = (from: number, sites: readonly number[]): void => {
    best = Math.max(best, servedBy(rows, sites))
    if (sites.length < n) for (let site = from; site < rows.sites; site++) choose(site + 1, [...sites, site])
  }
  choose(0, [])
  return best
}

function searched(rows: CoverRows, most: number, steps: number, seed = 1): CoveringSearch {
  const instance = coverInstance(rows)
  const together: Together = (demand, sites) => {
    let given = 0
    for (let k = instance.siteFrom[demand]!; k < instance.siteFrom[demand + 1]!; k++) {
      if (sites.includes(instance.siteOf[k]!)) given += instance.siteShare?.[k] ?? 1
    }
    return given >= 1 - 1e-9
  }
  const search = new CoveringSearch(instance, { most, seed, together })
  while (!search.done && search.steps < steps) search.step()
  return search
}

const anyRows = fc.integer({ min: 1, max: 9 }).chain((sites) =>
  fc
    .array(
      fc.record({
        weight: fc.oneof(fc.integer({ min: -1, max: 9 }), fc.double({ min: 0.01, max: 3, noNaN: true })),
        sites: fc
          .uniqueArray(fc.integer({ min: 0, max: sites - 1 }), { maxLength: sites })
          .map((of) => of.sort((a, b) => a - b)),
      }),
      { maxLength: 14 },
    )
    .map((demand) => rowsOf(sites, demand)),
)

describe('where to build, against every choice', () => {
  it('has values that hold, bounds that no choice exceeds, and more sites never serve less', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 45 }), (rows, most, steps) => {
        const { curve } = searched(rows, most, steps)
        const slack = 1e-9 * (1 + servedBy(rows, [...Array(rows.sites).keys()]))
        let before = 0
        for (let n = 1; n <= most; n++) {
          const value = curve.value(n)
          const bound = curve.bound(n)
          expect(curve.sites(n).length).toBeLessThanOrEqual(n)
          expect(Math.abs(servedBy(rows, curve.sites(n)) - value)).toBeLessThanOrEqual(slack)
          expect(value).toBeGreaterThanOrEqual(before)
          expect(bound).toBeGreaterThanOrEqual(value)
          expect(bestOfAll(rows, n)).toBeLessThanOrEqual(bound + slack)
          before = value
        }
      }),
      { numRuns: 10_000, seed: 11 },
    )
  })

  it('finds the best of all where demand wants several sites together', () => {
    const stream = random('siting shares')
    for (let round = 0; round < 150; round++) {
      const sites = stream.whole(3, 8)
      const demand = Array.from({ length: stream.whole(2, 10) }, () => {
        const by = stream
          .shuffle([...Array(sites).keys()])
          .slice(0, stream.whole(1, 4))
          .sort((a, b) => a - b)
        return {
          weight: stream.whole(1, 20),
          sites: by,
          shares: by.map(() => (stream.chance(0.3) ? 1 : stream.between(0.2, 0.9))),
        }
      })
      const rows = rowsOf(sites, demand)
      const { curve } = searched(rows, 3, 400)
      for (const n of [1, 2, 3]) {
        const best = bestOfAll(rows, n)
        expect([round, n, curve.value(n)]).toEqual([round, n, best])
        expect(curve.bound(n)).toBeGreaterThanOrEqual(best)
      }
    }
  })
})

describe('where to build, against HiGHS', () => {
  it('finds the optimum of 220 small instances', async () => {
    const stream = random('siting small')
    let proved = 0
    for (let round = 0; round < 220; round++) {
      const sites = stream.whole(5, 40)
      const reach = stream.between(0.08, 0.35)
      const places = Array.from({ length: sites }, () => [stream.next(), stream.next()] as const)
      const demand = Array.from({ length: stream.whole(10, 90) }, () => {
        const [x, y] = [stream.next(), stream.next()]
        return {
          weight: stream.chance(0.5) ? stream.whole(1, 50) : stream.between(0.1, 5),
          sites: places.flatMap(([px, py], site) => (Math.hypot(px - x, py - y) <= reach ? [site] : [])),
        }
      })
      const rows = rowsOf(sites, demand)
      const n = stream.whole(1, Math.min(10, sites))
      const { curve } = searched(rows, n, 400)
      const { value, optimal } = await highsCovering(rows, n)
      expect(optimal).toBe(true)
      expect([round, curve.value(n)]).toEqual([round, expect.closeTo(value, 6)])
      expect(curve.bound(n)).toBeGreaterThanOrEqual(value - 1e-6)
      if (curve.gap(n) === 0) proved++
    }
    expect(proved).toBeGreaterThan(150)
  })

  // 205 tracts and 16 stores, as in the example of San Francisco that comes with spopt.
  it.each([2, 4, 8])('finds the optimum for %i of 16 sites and 205 places, and proves it', async (n) => {
    const rows = clusters({ name: `san francisco ${n}`, sites: 16, demand: 205, radius: 5 })
    const { curve, done } = searched(rows, n, 4000)
    expect([done, curve.value(n)]).toEqual([true, (await highsCovering(rows, n)).value])
  })
})
