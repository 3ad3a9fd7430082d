import type { Gap } from '#core/planning/gaps/gap.ts'

/** A gap of half a square kilometre with a hundred people; what a test is about is said by the test. */
export const gapFixture = (given: Partial<Gap> = {}): Gap => ({
  key: `value areas ${given.id ?? 'a'}`,
  metric: 'value',
  feed: 'areas',
  id: 'a',
  mapId: 1,
  name: null,
  itself: false,
  passes: false,
  part: null,
  area: 500_000,
  length: null,
  people: { people: 100, atLeast: null },
  peopleBy: 'area',
  places: {},
  towns: [],
  unit: null,
  kind: null,
  why: 'none-near',
  restored: {},
  nearest: [],
  at: [117, 35],
  bounds: [117, 35, 117.01, 35.01],
  ...given,
})
