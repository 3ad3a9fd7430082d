import { feedInRole } from '#catalog/roles.ts'
import type { Catalog } from '#catalog/schema.ts'
import { evaluationContext } from '#core/indicators/evaluationContext.ts'
import type { EvaluationMemory } from '#core/indicators/evaluationMemory.ts'
import { type MetricBehind, metricsBehind } from '#core/indicators/explain.ts'
import { subjectFeed } from '#core/indicators/metricFacts.ts'
import type { EvaluateInput, Evaluation, GapFeature } from '#core/model/evaluation.ts'
import type { CityFeature, RecordKind } from '#core/model/feature.ts'
import { textOf } from '#core/model/values.ts'
import type { Gap } from '#core/planning/gaps/gap.ts'
import { type GapsAsked, type GapsFound, listGaps } from '#core/planning/gaps/listGaps.ts'
import { peopleGrid } from '#core/planning/gaps/peopleGrid.ts'
import type { PlacedFeature } from '#core/planning/gaps/placeIndex.ts'
import { placeOfFeature } from '#feeds/store/describeFeature.ts'
import type { OpenCity } from '../EngineContext'
import { gapsText } from '../indicators/gapsText'
import { measureInSteps } from '../indicators/measureInSteps'
import { createPause, runSteps } from '../jobs/steps'
import type { WorldView } from '../world/worldView'
import type { GapFileRequest, GapList, GapListRequest } from './planningQuestions'

export interface AskedOfMetric<Request = GapListRequest> {
  readonly city: OpenCity
  readonly view: WorldView
  readonly request: Request
  readonly input: EvaluateInput
  readonly memory: EvaluationMemory
}

/** Records of what people go to or live in: places of a city. */
export const GAP_PLACES: readonly RecordKind[] = ['place', 'hospital', 'shelter']

type Steps = Omit<Parameters<typeof runSteps>[1], 'sliceMs'>

export async function gapList(asked: AskedOfMetric, steps: Steps): Promise<GapList> {
  const { city, view, request } = asked
  const { gaps, totals } = await found(asked, steps)
  const role = city.catalog.roles.people
  const stored = role && view.stored(role.feed)
  const read = role && stored && peopleGrid(stored.features, role.value) !== null
  return {
    indicator: request.indicator,
    metric: request.metric,
    gaps,
    totals,
    people: !role ? 'none' : read ? 'read' : 'unread',
    peopleTime: stored?.report.asOf ?? null,
  }
}

export async function gapFile(asked: AskedOfMetric<GapFileRequest>, steps: Steps): Promise<Blob> {
  const { gaps, features } = await found(asked, steps)
  const { request } = asked
  const text = gapsText(
    features.map((feature, at) => described(feature, gaps[at]!, request)),
    request.datum,
  )
  return new Blob([text], { type: 'application/geo+json' })
}

/** Found once for the same features of a world, as long as the memory holds it. */
async function found({ city, view, request, input, memory }: AskedOfMetric, steps: Steps): Promise<GapsFound> {
  const { pause } = createPause()
  await measureInSteps(
    () => input,
    memory,
    'gaps',
    async () => {
      await pause()
      steps.check()
    },
  )
  const behind = metricsBehind(input, request.indicator, request.metric, memory)
  const asked = gapsAsked(city, view, input, behind)
  const own = behind.flatMap(({ outcome }) => (outcome.subjects.length > 0 ? [outcome] : []))
  const from = [...own, asked.people?.features, asked.towns, ...placeFeeds(city, view)]
  const question = JSON.stringify(['gaps', request.scope, request.indicator, request.metric])
  const known = memory.once<{ found: GapsFound | null }>(question, from, () => ({ found: null }))
  known.found ??= await runSteps(listGaps(asked), steps)
  return known.found
}

/** Every gap of the rows computed, whole, each with who lives in it and why it is there; one metric after the other. */
export function* gapsOfRows(
  city: OpenCity,
  view: WorldView,
  input: EvaluateInput,
  { indicators }: Evaluation,
  memory: EvaluationMemory | null,
): Generator<GapFeature> {
  const definitions = new Map(input.indicators.map(({ id, metrics }) => [id, metrics]))
  for (const { id, metrics } of indicators) {
    for (const metric of Object.keys(metrics)) {
      const definition = definitions.get(id)?.[metric]
      if (definition === undefined || subjectFeed(definition) === null) continue
      const [own] = metricsBehind(input, id, metric, memory)
      if (own.outcome.gaps.length === 0) continue
      const { gaps, features } = atOnce(listGaps({ ...gapsAsked(city, view, input, [own]), places: [], parted: false }))
      for (const [at, feature] of features.entries()) {
        yield described(feature, gaps[at]!, { indicator: id, metric })
      }
    }
  }
}

function atOnce<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

function gapsAsked(
  { catalog }: OpenCity,
  view: WorldView,
  input: EvaluateInput,
  behind: readonly MetricBehind[],
): GapsAsked {
  const { people } = catalog.roles
  const cells = people && view.stored(people.feed)?.features
  const towns = feedInRole(catalog, 'towns')
  const owners = new Map(catalog.feeds.map(({ id, owner }) => [id, owner ?? null]))
  const subjects = new Set(behind.flatMap(({ outcome }) => outcome.subjects.map(({ feed }) => feed)))
  return {
    behind,
    context: evaluationContext(input),
    people: people && cells ? { features: cells, value: people.value } : null,
    places: placesOf(catalog, view, subjects),
    towns: towns ? view.features(towns.id) : [],
    unitOf: (feed, { properties }) =>
      textOf(properties.unit) ?? textOf(properties.department) ?? owners.get(feed) ?? null,
    placeOf: (feature) => placeOfFeature(feature)?.at ?? [0, 0],
    parted: true,
  }
}

/** Places of the city that are no subjects themselves: of those each gap is one. */
function placesOf(catalog: Catalog, view: WorldView, subjects: ReadonlySet<string>): readonly PlacedFeature[] {
  return catalog.feeds.flatMap(({ id, record }) =>
    GAP_PLACES.includes(record) && !subjects.has(id)
      ? view.features(id).flatMap((feature): PlacedFeature[] => {
          const place = placeOfFeature(feature)
          return place ? [{ feed: id, at: [...place.at] }] : []
        })
      : [],
  )
}

const placeFeeds = ({ catalog }: OpenCity, view: WorldView): readonly (readonly CityFeature[] | undefined)[] =>
  catalog.feeds.flatMap(({ id, record }) => (GAP_PLACES.includes(record) ? [view.stored(id)?.features] : []))

/** A gap as a feature that says for itself what the list says. */
function described(feature: GapFeature, gap: Gap, row: Pick<GapListRequest, 'indicator' | 'metric'>): GapFeature {
  const { people, atLeast } = gap.people
  const [nearest] = gap.nearest
  const extra = {
    people,
    ...(atLeast !== null && { people_at_least: atLeast }),
    ...(gap.places && Object.keys(gap.places).length > 0 && { places: gap.places }),
    ...(gap.towns.length > 0 && { towns: gap.towns.map(({ zh }) => zh) }),
    why: gap.why,
    ...(nearest && { nearest: nearest.id, nearest_m: nearest.metres }),
  }
  const own = { ...feature.properties, indicator: row.indicator, metric: gap.metric }
  return { ...feature, properties: { ...own, ...extra } }
}
