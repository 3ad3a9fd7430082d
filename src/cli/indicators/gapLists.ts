import type { Feature, FeatureCollection } from 'geojson'
import { subjectFeed } from '#core/indicators/metricFacts.ts'
import type { Datum } from '#core/model/datum.ts'
import type { Evaluation } from '#core/model/evaluation.ts'
import type { LocalText } from '#core/model/feature.ts'
import type { IndicatorDefinition } from '#core/model/metricDefinition.ts'
import type { World } from '#core/model/world.ts'
import type { Gap } from '#core/planning/gaps/gap.ts'
import type { OutCell } from '#core/table/outTable.ts'
import { toCsv } from '#core/table/toCsv.ts'
import type { CityEngine, GapList } from '#engine/engineApi.ts'
import { gapsText } from '#engine/indicators/gapsText.ts'
import { terminalJson } from '../terminal'
import type { Arguments, GapForm, GapRank } from './parseArguments'

interface Wanted {
  readonly wanted: Pick<Arguments, 'scope' | 'overrides' | 'language'>
  readonly form: GapForm
  readonly rank: GapRank
  readonly datum: Datum
  readonly engine: CityEngine
  readonly world: World
  readonly indicators: readonly IndicatorDefinition[]
  readonly evaluation: Evaluation
}

interface Ranked {
  readonly list: GapList
  readonly gap: Gap
  /** In the order of the list. */
  readonly at: number
}

/** A metric whose gaps are not known, and why. */
export interface UnknownGaps {
  readonly row: string
  readonly metric: string
  readonly why: string
}

/** The gaps of the rows wanted, the worst first, as the page lists them; and the metrics of which none can be listed. */
export async function gapLists(
  asked: Wanted,
): Promise<{ readonly text: string; readonly unknown: readonly UnknownGaps[] }> {
  const { engine, world, wanted, form, rank, datum } = asked
  const { scope, overrides, language } = wanted
  const unknown: UnknownGaps[] = []
  const lists: GapList[] = []
  for (const { id, metrics } of asked.evaluation.indicators) {
    const definitions = asked.indicators.find((each) => each.id === id)?.metrics
    for (const [metric, { value, why }] of Object.entries(metrics)) {
      const definition = definitions?.[metric]
      // What a metric is made of has the gaps: they are listed there.
      if (!definition || subjectFeed(definition) === null) continue
      if (value === null) unknown.push({ row: id, metric, why: why ?? 'no-data' })
      else lists.push(await engine.gapList(world, { scope, indicator: id, metric, overrides }))
    }
  }
  const ranked = lists
    .flatMap((list) => list.gaps.map((gap, at): Ranked => ({ list, gap, at })))
    .sort((a, b) => figureOf(b.gap, rank) - figureOf(a.gap, rank))
  const text = {
    csv: () => csvOf(ranked, language),
    json: () =>
      terminalJson({
        scope,
        rank,
        totals: lists.map(totalsOf),
        unknown,
        gaps: ranked.map((each, at) => jsonOf(each, at, language)),
      }),
    geojson: () => geojsonOf(ranked, asked, datum),
  }[form]
  return { text: await text(), unknown }
}

const placesIn = ({ places }: Gap): number | null =>
  places && Object.values(places).reduce((sum, count) => sum + count, 0)

/** By what a gap is ranked; what has no figure comes last. */
function figureOf(gap: Gap, rank: GapRank): number {
  const figure = {
    people: gap.people.people ?? gap.people.atLeast,
    area: gap.area ?? gap.length,
    places: placesIn(gap),
  }[rank]
  return figure ?? -1
}

const textIn = (text: LocalText | null, language: Arguments['language']): string | null =>
  text && ((language === 'en' ? text.en : undefined) ?? text.zh)

const totalsOf = ({ indicator, metric, totals, people }: GapList) => ({
  row: indicator,
  metric,
  people: totals.people.people,
  ...(totals.people.atLeast !== null && { peopleAtLeast: totals.people.atLeast }),
  ofPeople: totals.ofPeople,
  peopleFrom: people,
  places: totals.places,
})

function jsonOf({ list, gap }: Ranked, at: number, language: Arguments['language']) {
  return {
    rank: at + 1,
    row: list.indicator,
    metric: gap.metric,
    id: gap.id,
    part: gap.part,
    name: textIn(gap.name, language),
    people: gap.people.people,
    ...(gap.people.atLeast !== null && { peopleAtLeast: gap.people.atLeast }),
    peopleBy: gap.peopleBy,
    area: gap.area,
    length: gap.length,
    places: gap.places,
    towns: gap.towns.map((town) => textIn(town, language)),
    unit: gap.unit,
    kind: gap.kind,
    why: gap.why,
    nearest: gap.nearest.map(({ feed, id, metres, refusal }) => ({ feed, id, metres, refusal })),
    at: gap.at,
  }
}

const HEAD = [
  ...['rank', 'row', 'metric', 'id', 'part', 'name', 'people', 'people_at_least', 'area_m2', 'length_m', 'places'],
  ...['places_by_feed', 'towns', 'unit', 'kind', 'why', 'nearest', 'nearest_m', 'longitude', 'latitude'],
]

function csvOf(ranked: readonly Ranked[], language: Arguments['language']): string {
  return toCsv({
    head: HEAD,
    rows: ranked.map(({ list, gap }, at): readonly OutCell[] => [
      at + 1,
      list.indicator,
      gap.metric,
      gap.id,
      gap.part,
      textIn(gap.name, language),
      gap.people.people,
      gap.people.atLeast,
      gap.area,
      gap.length,
      placesIn(gap),
      gap.places &&
        Object.entries(gap.places)
          .map(([feed, count]) => `${feed} ${count}`)
          .join('; '),
      gap.towns.map((town) => textIn(town, language)).join(' '),
      gap.unit,
      gap.kind,
      gap.why,
      gap.nearest[0]?.id ?? null,
      gap.nearest[0]?.metres ?? null,
      ...gap.at,
    ]),
  })
}

/** The same gaps as the page's file has them, in their order here and with their rank. */
async function geojsonOf(ranked: readonly Ranked[], { engine, world, wanted }: Wanted, datum: Datum): Promise<string> {
  const files = new Map<GapList, FeatureCollection>()
  for (const list of new Set(ranked.map((each) => each.list))) {
    const { indicator, metric } = list
    const { scope, overrides } = wanted
    const file = await engine.gapFile(world, { scope, indicator, metric, overrides })
    files.set(list, JSON.parse(await file.text()))
  }
  return gapsText(
    ranked.map(({ list, at }, rank): Feature => {
      const feature = files.get(list)!.features[at]!
      return { ...feature, properties: { rank: rank + 1, ...feature.properties } }
    }),
    datum,
  )
}
