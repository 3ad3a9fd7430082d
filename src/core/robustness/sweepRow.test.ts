import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feature, feed, input, point, rectangle, row } from '#tests/city/evaluationInput.ts'
import type { EvaluateInput } from '../model/evaluation'
import type { StandardRow } from '../model/standard'
import type { AxisAnswer } from './robustness'
import {
  atLeast,
  covered,
  DEGREES,
  disc,
  EARTH,
  evaluateRow,
  nameOf,
  square,
  star,
  stars,
  sweep,
  swept,
} from './sweepFixture'
import { sweepRow } from './sweepRow'

describe('threshold and radius', () => {
  // The one square is covered, 1 / 1, or not, 0 / 1: four stars or below the lowest.
  const given = input({ value: covered(0.4) }, [feed('areas', [square]), feed('sites', [disc('s', 117.5, 35, 500)])], {
    row: row({ stars: [null, null, null, atLeast(0.5), null] }),
  })

  test('full factorial: counted by hand', () => {
    const { settings, holding, distribution, design, base } = sweep(given)
    expect(base).toEqual({ kind: 'star', star: 4 })
    // 5 radii x 7 thresholds. Thresholds reached: none at 0.288; 0.3 at 0.3645; 0.3 0.4 at 0.45; and 0.5 at 0.5445; and 0.6
    // at 0.648: 0 + 1 + 2 + 3 + 4 = 10.
    expect([settings, holding, design]).toEqual([35, 10, 'full'])
    expect(distribution).toEqual({ stars: [0, 0, 0, 10, 0], below: 25, unknown: 0 })
  })

  test('one at a time: where each first flips, and which flips most', () => {
    const { axes, first, most } = sweep(given)
    const [radius, threshold] = axes
    expect(axes.map(nameOf)).toEqual(['radius', 'threshold'])
    expect(radius?.cells.map(({ value }) => value)).toEqual([0.8, 0.9, 1, 1.1, 1.2])
    expect(stars(radius)).toEqual([0, 0, 4, 4, 4]) // Against 0.4.
    expect(radius).toMatchObject({
      upward: null,
      downward: { value: 0.9, rating: { kind: 'below' } },
      weight: { flips: 2, drops: 2, others: 4, steps: 1 },
    })
    expect(threshold?.cells.map(({ value }) => value)).toEqual([0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
    expect(threshold?.cells.map(({ base }) => base)).toEqual([false, true, false, false, false, false, false])
    expect(stars(threshold)).toEqual([4, 4, 0, 0, 0, 0, 0]) // Of 0.45.
    expect(threshold).toMatchObject({
      upward: { value: 0.5, rating: { kind: 'below' } },
      downward: null,
      weight: { flips: 5, drops: 5, others: 6, steps: 1 },
    })
    // Both flip one value from the base; the threshold at 5 of 6 values, the radius at 2 of 4.
    expect([first, most]).toEqual([1, 1])
  })

  test('a threshold of the catalog that is none of the declared ones is a value of its own', () => {
    const { axes, settings } = sweep({
      ...given,
      overrides: [{ indicator: 'row', metric: null, parameter: 'threshold', value: 0.44 }],
    })
    expect(axes[1]?.cells.map(({ value, base }) => (base ? `${value}!` : value))).toEqual([
      0.3,
      0.4,
      '0.44!',
      0.5,
      0.6,
      0.7,
      0.8,
      0.9,
    ])
    expect(settings).toBe(40)
  })

  test('the radius varies slowest, and its footprints are made once', () => {
    const seen: unknown[] = []
    swept({
      input: given,
      row: given.standard.rows[0]!,
      evaluateRow: (each) => {
        const sites = each.feeds.get('sites')
        if (sites && 'features' in sites) seen.push(sites.features[0])
        return evaluateRow(each)
      },
    })
    const changes = seen.filter((each, at) => at > 0 && each !== seen[at - 1]).length
    expect([seen.length, new Set(seen).size, changes]).toEqual([35, 5, 4])
    expect(seen[0]).toBe(given.feeds.get('sites') && feedFeature(given, 'sites'))
  })
})

function feedFeature(given: EvaluateInput, id: string) {
  const found = given.feeds.get(id)
  return found && 'features' in found ? found.features[0] : null
}

test('near: the distance is swept as a factor', () => {
  // Due north of the target: 460, 540 and 590 m. Within 500 f m: f 0.8 and 0.9: none (400, 450); 1: one of three; 1.1 (550):
  // two; 1.2 (600): all. Three stars from 1/3, five from 1: below, below, 3, 3, 5.
  const north = (id: string, metres: number) => feature(id, point(117.5, 35 + (metres / EARTH) * DEGREES))
  const given = input(
    { value: { method: 'near', subjects: 'homes', by: 'stops', metres: 500 } },
    [
      feed('homes', [north('a', 460), north('b', 540), north('c', 590)]),
      feed('stops', [feature('s', point(117.5, 35))]),
    ],
    { row: row({ stars: [null, null, atLeast(0.33), null, atLeast(1)] }) },
  )
  const { axes, settings, holding, first, most } = sweep(given)
  expect(axes.map(nameOf)).toEqual(['metres'])
  expect(axes[0]?.axis).toMatchObject({ as: 'factor', words: { zh: '距离', en: 'Distance' } })
  expect(stars(axes[0])).toEqual([0, 0, 3, 3, 5])
  expect(axes[0]).toMatchObject({
    upward: { value: 1.2 },
    downward: { value: 0.9 },
    weight: { flips: 3, drops: 2, steps: 1 },
  })
  expect([settings, holding, first, most]).toEqual([5, 3, 0, 0])
})

test('area: the tolerance decides whether nearly all is all', () => {
  // 0.995 of the region's width at every latitude: share 0.995, and 1 - 0.995 <= 1e-2 only. All is five stars, 0.9 four.
  const given = input(
    { value: { method: 'area', region: 'areas', by: 'sheets' } },
    [
      feed('areas', [feature('a', rectangle(117.5, 35, 117.51, 35.01))]),
      feed('sheets', [feature('s', rectangle(117.5, 34.99, 117.50995, 35.02))]),
    ],
    { row: row({ stars: [null, null, null, atLeast(0.9), atLeast(1)] }) },
  )
  const { axes, holding, settings } = sweep(given)
  expect(stars(axes[0])).toEqual([4, 4, 4, 4, 5])
  expect(axes[0]).toMatchObject({
    upward: { value: 1e-2, rating: { star: 5 } },
    downward: null,
    weight: { drops: 0, steps: 2 },
  })
  expect([holding, settings]).toEqual([5, 5])
})

describe('scope', () => {
  // Four schools: two smart of two in the west, none of one in the east, none of one outside both: 1, 0, 2/4 in all.
  const school = (id: string, longitude: number, smart: boolean) => feature(id, point(longitude, 35.05), { smart })
  const feeds = [
    feed('schools', [
      school('a', 117.1, true),
      school('b', 117.2, true),
      school('c', 117.6, false),
      school('d', 118.5, false),
    ]),
    feed('scopes', [
      feature('west', rectangle(117, 35, 117.5, 35.1), { id: 'west' }),
      feature('east', rectangle(117.5, 35, 118, 35.1), { id: 'east' }),
      feature('empty', rectangle(110, 35, 110.5, 35.1), { id: 'empty' }),
    ]),
  ]
  const scopes = ['west', 'east', 'empty'].map((id) => ({ id, feed: 'scopes', where: ['==', ['get', 'id'], id] }))
  const given = (scope: string | null) =>
    input({ value: { method: 'share', of: 'schools', match: ['==', ['get', 'smart'], true] } }, feeds, {
      scopes,
      scope,
      row: row({ stars: [null, null, null, atLeast(0.5), atLeast(1)] }),
    })

  test('a row with nothing else open is swept over the scopes', () => {
    const { axes, settings, holding, distribution } = sweep(given(null))
    expect(axes.map(nameOf)).toEqual(['scope'])
    expect(axes[0]?.cells.map(({ value, base, rating }) => [value, base, star(rating)])).toEqual([
      ['west', false, 5],
      ['east', false, 0],
      ['empty', false, null], // No school in it: denominator 0 is unknown, no flip.
      [null, true, 4],
    ])
    expect(axes[0]?.weight).toEqual({ flips: 2, drops: 1, others: 3, steps: 1 })
    expect([settings, holding]).toEqual([4, 2])
    expect(distribution).toEqual({ stars: [0, 0, 0, 1, 1], below: 1, unknown: 1 })
  })

  test('below the lowest star now: every known setting is at least that', () => {
    expect(sweep(given('east'))).toMatchObject({ base: { kind: 'below' }, holding: 3, settings: 4 })
  })

  test('unknown now: no star to hold, and one evaluation is enough', () => {
    let asked = 0
    const result = swept({
      input: given('empty'),
      row: given(null).standard.rows[0]!,
      evaluateRow: (each) => {
        asked++
        return evaluateRow(each)
      },
    })
    expect(result).toEqual({ kind: 'unknown-now' })
    expect(asked).toBe(1)
  })
})

describe('nothing to sweep', () => {
  const never = () => {
    throw new Error('evaluated for nothing')
  }
  const reason = (given: EvaluateInput) => swept({ input: given, row: given.standard.rows[0]!, evaluateRow: never })
  const scopes = [{ id: 'west', feed: 'scopes' }]
  const rules: StandardRow['stars'] = [atLeast(0.5), null, null, null, null]

  test.each([
    [
      'reported',
      input({ value: { method: 'reported', feed: 'reported' } }, [], { scopes, row: row({ stars: rules }) }),
    ],
    [
      'reported',
      input({ a: { method: 'reported', feed: 'reported' }, value: { method: 'combine', how: 'min', of: ['a'] } }, [], {
        scopes,
        row: row({ stars: rules }),
      }),
    ],
    ['reported', { ...input({}, [], { scopes, row: row({ stars: rules }) }), indicators: [] }],
    [
      'checklist',
      input({}, [], {
        scopes,
        row: row({ checklist: { plan: { zh: '规划' } }, stars: [{ op: 'checklist', require: ['plan'] }] }),
      }),
    ],
    ['deduction', input({}, [], { scopes, row: row({ kind: 'deduction' }) })],
    ['no-axis', input({ value: { method: 'count', of: 'x' } }, [], { row: row({ stars: rules }) })],
  ] as const)('%s', (wanted, given) => {
    expect(reason(given)).toEqual({ kind: 'nothing-to-sweep', reason: wanted })
  })
})

test('stopping between two settings evaluates nothing more', () => {
  const given = input({ value: covered(0.4) }, [feed('areas', [square]), feed('sites', [disc('s', 117.5, 35, 500)])], {
    row: row({ stars: [null, null, null, atLeast(0.5), null] }),
  })
  let asked = 0
  const steps = sweepRow({
    input: given,
    row: given.standard.rows[0]!,
    evaluateRow: (each) => {
      asked++
      return evaluateRow(each)
    },
  })
  expect([steps.next().value, steps.next().value, steps.next().value]).toEqual(
    [1, 2, 3].map((done) => ({ done, of: 35 })),
  )
  steps.return({ kind: 'unknown-now' })
  expect(steps.next().done).toBe(true)
  expect(asked).toBe(3)
})

test('for any city: counts add up, the base is the plain evaluation, and one at a time is part of the whole', () => {
  const near = fc.integer({ min: -20, max: 20 }).map((step) => step / 2000)
  const place = fc.tuple(near, near)
  const city = fc.record({
    areas: fc.array(place, { minLength: 1, maxLength: 3 }),
    sites: fc.array(fc.tuple(place, fc.integer({ min: 100, max: 900 })), { minLength: 1, maxLength: 3 }),
    threshold: fc.integer({ min: 1, max: 20 }).map((step) => step / 20),
    scope: fc.constantFrom(null, 'west'),
  })
  fc.assert(
    fc.property(city, ({ areas, sites, threshold, scope }) => {
      const given = input(
        { value: covered(threshold) },
        [
          feed(
            'areas',
            areas.map(([x, y], at) => feature(`a${at}`, rectangle(117.5 + x, 35 + y, 117.506 + x, 35.005 + y))),
          ),
          feed(
            'sites',
            sites.map(([[x, y], radius], at) => disc(`s${at}`, 117.5 + x, 35 + y, radius)),
          ),
          feed('scopes', [feature('west', rectangle(117.4, 34.9, 117.501, 35.1))]),
        ],
        {
          scopes: [{ id: 'west', feed: 'scopes' }],
          scope,
          row: row({ stars: [atLeast(0.2), atLeast(0.4), atLeast(0.6), atLeast(0.8), atLeast(1)] }),
        },
      )
      const plain = evaluateRow({ ...given, only: ['row'] })
      const result = swept({ input: given, row: given.standard.rows[0]!, evaluateRow })
      if (plain.status === 'unknown') {
        expect(result).toEqual({ kind: 'unknown-now' })
        return
      }
      if (result.kind !== 'swept') throw new Error(result.kind)
      const { axes, settings, holding, distribution, base } = result
      expect(star(base)).toBe(plain.star ?? 0)
      expect(settings).toBe(axes.reduce((product, { cells }) => product * cells.length, 1))
      const counts = [distribution.below, ...distribution.stars]
      expect(counts.reduce((sum, count) => sum + count, distribution.unknown)).toBe(settings)
      expect(holding).toBe(counts.slice(plain.star ?? 0).reduce((sum, count) => sum + count, 0))
      for (const { cells } of axes) {
        expect(cells.filter((cell) => cell.base).map(({ rating }) => rating)).toEqual([base])
      }
      // A larger footprint never loses a star, a higher threshold never gains one.
      const known = (answer: AxisAnswer | undefined) => stars(answer)?.filter((each) => each !== null) ?? []
      const rising = known(axes.find((answer) => nameOf(answer) === 'radius'))
      expect(rising).toEqual(rising.toSorted((a, b) => a - b))
      const falling = known(axes.find((answer) => nameOf(answer) === 'threshold'))
      expect(falling).toEqual(falling.toSorted((a, b) => b - a))
    }),
    { numRuns: 12 },
  )
})
