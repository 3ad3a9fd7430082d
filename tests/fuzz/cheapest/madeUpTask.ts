import type { ChangedFeature, CheapestTask, Choice } from '#core/cheapest/cheapestTask.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { MetricDefinition } from '#core/model/metricDefinition.ts'
import type { StandardRow } from '#core/model/standard.ts'
import { seededRandom } from '#core/siting/seededRandom.ts'
import { feature, feed, line, point, rectangle, row } from '#tests/city/evaluationInput.ts'

/** A patch of a feature, or a new one, in a made-up task. */
interface MadeUp {
  readonly feed: string
  readonly before: CityFeature | null
  readonly patches: readonly { readonly cost: number; readonly properties: Readonly<Record<string, unknown>> }[]
  readonly built?: CityFeature
}

type Row = Partial<StandardRow> & { readonly measured: Readonly<Record<string, MetricDefinition>> }

/** A task of these rows, feeds and changes; the star wanted is 4. */
export function taskOf(
  rows: readonly Row[],
  feeds: Readonly<Record<string, readonly CityFeature[]>>,
  changes: readonly MadeUp[],
): CheapestTask {
  const choices: Choice[] = []
  const features = changes.map(({ feed: of, before, patches, built }): ChangedFeature => {
    const own = patches.map(({ cost, properties }, at) => {
      const id = before?.id ?? built?.id ?? ''
      return choices.push({ ...{ measure: at, feed: of, id, cost }, edit: { feed: of, id, patch: properties } }) - 1
    })
    const states = Array.from({ length: (1 << patches.length) - 1 }, (_, set) => {
      const from = before ?? built
      if (!from) throw new Error('nothing to build')
      const patched = patches.filter((_, bit) => (set + 1) & (1 << bit)).map(({ properties }) => properties)
      return { ...from, properties: Object.assign({}, from.properties, ...patched) }
    })
    return { feed: of, before, choices: own, states }
  })
  return {
    want: 4,
    rows: null,
    standard: { source: { zh: '' }, rows: rows.map(({ measured: _, ...rest }, at) => row({ order: at, ...rest })) },
    indicators: rows.map(({ id = 'row', measured }) => ({ id, metrics: measured })),
    ...{ scopes: [], scope: null, bounds: [116, 35, 117, 36], overrides: [] },
    feeds: Object.entries(feeds).map(([id, all]) => feed(id, all)),
    ...{ choices, features },
  }
}

export const atLeast = (value: number, metric = 'value') => [
  null,
  null,
  { op: '>=' as const, metric, value: value / 2 },
  { op: '>=' as const, metric, value },
  { op: '>=' as const, metric, value: value + (1 - value) / 2 },
]

/** Rows over things that are mended, sites that cover, roads, readings and sheets; measures serve several, and harm some. */
export function madeUpTask(seed: number, most = 9): CheapestTask {
  const random = seededRandom(seed)
  const whole = (below: number) => Math.floor(random() * below)
  const some = (share: number) => random() < share
  const cost = () => (some(0.1) ? 0 : seed % 3 === 0 ? 100 * (1 + whole(4)) : Math.round(random() * 1000) / 10)
  const things = Array.from({ length: 6 + whole(4) }, (_, at) =>
    feature(`t${at}`, point(116.5 + at / 1000, 35.5), {
      ...{ a: some(0.4), b: some(0.5), c: some(0.6), n: whole(10), kind: whole(2) },
    }),
  )
  const places = Array.from({ length: 5 }, (_, at) =>
    some(0.5)
      ? feature(`p${at}`, point(116.5 + at / 500, 35.6))
      : feature(`p${at}`, rectangle(116.5 + at / 500, 35.6, 116.501 + at / 500, 35.601)),
  )
  const reach = { radius: 60 + whole(150), azimuth: null, beamwidth: null }
  const sites = [feature('s0', point(116.5, 35.6), {}, reach)]
  const roads = Array.from({ length: 4 }, (_, at) =>
    feature(`r${at}`, line([116.5, 35.7 + at / 100], [116.5 + (1 + whole(5)) / 1000, 35.7 + at / 100]), {
      lit: some(0.4),
      main: at % 2 === 0,
    }),
  )
  const sheet = (at: number, wide = 0) =>
    feature(`h${at}`, rectangle(116.5 + at / 100, 35.8, 116.51 + at / 100 + wide, 35.81))
  const region = [feature('region', rectangle(116.5, 35.8, 116.55, 35.81))]
  const changes: MadeUp[] = []
  const left = () => most - changes.reduce((sum, { patches }) => sum + patches.length, 0)
  for (const thing of things) {
    if (left() < 2 || some(0.35)) continue
    // Mending one thing may break another, or make it heavy.
    const harm = some(0.3) ? { c: false } : some(0.3) ? { n: 20 } : {}
    const patches: { cost: number; properties: Record<string, unknown> }[] = [
      { cost: cost(), properties: { a: true, ...harm } },
    ]
    if (some(0.4)) patches.push({ cost: cost(), properties: { b: true, n: 1 } })
    changes.push({ feed: 'things', before: thing, patches })
  }
  for (let at = 0; at < 3 && left() > 0; at++) {
    if (some(0.4)) continue
    const built = feature(`n${at}`, point(116.5005 + whole(8) / 1000, 35.6 + whole(2) / 1000), {}, reach)
    changes.push({ feed: 'sites', before: null, built, patches: [{ cost: cost(), properties: {} }] })
  }
  for (const road of roads) {
    if (left() > 0 && some(0.4))
      changes.push({ feed: 'roads', before: road, patches: [{ cost: cost(), properties: { lit: true } }] })
  }
  for (let at = 1; at < 5 && left() > 0; at++) {
    if (some(0.5)) continue
    const built = sheet(at, seed % 2 === 0 ? 0.004 : 0)
    changes.push({ feed: 'sheets', before: null, built, patches: [{ cost: cost(), properties: {} }] })
  }
  const holds = (name: string) => ['==', ['get', name], true] as const
  const t = () => 0.3 + 0.6 * random()
  const rows: Row[] = [
    { id: 'share-a', measured: { value: { method: 'share', of: 'things', match: holds('a') } }, stars: atLeast(t()) },
    {
      id: 'share-b',
      measured: { value: { method: 'share', of: 'things', match: ['all', holds('a'), holds('b')] } },
      stars: atLeast(t()),
    },
    { id: 'kept-c', measured: { value: { method: 'share', of: 'things', match: holds('c') } }, stars: atLeast(0.5) },
    {
      id: 'covered',
      measured: { value: { method: 'covered', subjects: 'places', by: 'sites', threshold: 0.6 } },
      stars: atLeast(t()),
    },
    { id: 'near', measured: { value: { method: 'near', subjects: 'things', by: 'sites', metres: 12_000 } } },
    { id: 'lit', measured: { value: { method: 'length', of: 'roads', match: holds('lit') } }, stars: atLeast(t()) },
    {
      id: 'light',
      kind: 'amount',
      measured: { value: { method: 'mean', of: 'things', value: ['get', 'n'] } },
      stars: [null, null, { op: '<=', value: 9 }, { op: '<=', value: 3 + whole(4) }, { op: '<=', value: 2 }],
    },
    {
      id: 'both',
      metrics: ['a', 'b', 'value'].map((id) => ({ id, name: { zh: id }, unit: 'ratio' })),
      measured: {
        a: { method: 'share', of: 'things', match: holds('a') },
        b: { method: 'length', of: 'roads', match: holds('lit'), parts: partsOfRoads },
        value: { method: 'combine', how: some(0.5) ? 'min' : 'mean', of: ['a', 'b'] },
      },
      stars: atLeast(t()),
    },
    {
      id: 'either',
      metrics: ['value', 'n'].map((id) => ({ id, name: { zh: id }, unit: 'ratio' })),
      measured: {
        value: { method: 'share', of: 'things', match: holds('b'), where: ['==', ['get', 'kind'], 0] },
        n: { method: 'count', of: 'things', match: holds('a') },
      },
      stars: [
        null,
        null,
        null,
        {
          op: 'any',
          of: [
            { op: '>=', value: 0.8 },
            { op: '>=', metric: 'n', value: 4 + whole(3) },
          ],
        },
        null,
      ],
    },
    { id: 'mapped', measured: { value: { method: 'area', region: 'region', by: 'sheets' } }, stars: atLeast(t()) },
  ]
  const feeds = { things, places, sites, roads, sheets: [sheet(0)], region }
  return taskOf(
    rows.filter(() => some(0.7)),
    feeds,
    changes,
  )
}

const partsOfRoads = [
  { id: 'main', where: ['==', ['get', 'main'], true], weight: 2 },
  { id: 'side', where: ['==', ['get', 'main'], false], weight: 1 },
]
