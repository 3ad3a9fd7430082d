import type { MultiPolygon } from 'geojson'
import type { EvaluationMemory } from '#core/indicators/evaluationMemory.ts'
import { metricsBehind, subjectsBehind } from '#core/indicators/explain.ts'
import { methodOf } from '#core/indicators/metricFacts.ts'
import { overriddenIndicators } from '#core/indicators/overrides.ts'
import type { EvaluateInput, Explanation, GapFeature, ParameterOverride } from '#core/model/evaluation.ts'
import type { LocalText } from '#core/model/feature.ts'
import { localName } from '#core/model/shownName.ts'
import { partedGaps } from '#core/planning/gaps/gapPieces.ts'
import { boundsOfFeatures } from '#feeds/store/describeFeature.ts'
import { createPause } from '../jobs/steps'
import type { WorldView } from '../world/worldView'
import { measureInSteps } from './measureInSteps'

export interface ExplainRequest {
  readonly scope: string | null
  readonly indicator: string
  readonly metric: string
  readonly overrides?: readonly ParameterOverride[] | undefined
  /** Factor on the radius of the footprints that cover the subjects; 1 when absent. */
  readonly radius?: number | undefined
  /** Id to cancel it by; without one it runs to its end. */
  readonly job?: string | undefined
}

/** An explanation whose gaps and footprints stay off the main thread: a blob URL for the map, and counts. */
export type ExplainedMetric = Omit<Explanation, 'gaps' | 'footprints'> & {
  readonly gapsUrl: string
  /** Blob URL of the edge of the union of the footprints that cover the subjects; null when there are none. */
  readonly footprintsUrl: string | null
  readonly gapCount: number
  readonly gapArea: number
  /** Uncovered area by subject id, m²; a point or a line has none. */
  readonly gapAreas: ReadonlyMap<string, number>
  /** [west, south, east, north] of the subjects; null when none has a place. */
  readonly bounds: readonly [number, number, number, number] | null
  /** Names of the subjects by id, where they have one. */
  readonly names: Readonly<Record<string, LocalText>>
}

interface ExplainSettings {
  readonly view: WorldView
  readonly asked: Omit<ExplainRequest, 'job'>
  /** What the row is computed from, as the world has it when asked. */
  readonly inputNow: () => EvaluateInput
  readonly memory: EvaluationMemory
  /** Throws when the job is to stop. */
  readonly check: () => void
  readonly publish: (question: string, text: string) => string
}

/**
 * Explains a metric in steps, giving way to other questions between them. All of the answer is of one moment: names and
 * places are read together with the outcome, and what is drawn afterwards is of that outcome.
 */
export async function explainMetric({
  view,
  asked,
  inputNow,
  memory,
  check,
  publish,
}: ExplainSettings): Promise<ExplainedMetric> {
  const { indicator, metric } = asked
  const { pause } = createPause()
  const giveWay = async () => {
    await pause()
    check()
  }
  await giveWay()
  await measureInSteps(inputNow, memory, 'gaps', giveWay)
  const input = inputNow()
  const behind = metricsBehind(input, indicator, metric, memory)
  const [{ outcome }] = behind
  const subjects = subjectsBehind(behind)
  const names: Record<string, LocalText> = {}
  for (const { feed, id, mapId } of subjects) {
    const name = localName(view.byMapId(feed, mapId)?.properties ?? {})
    if (name) names[id] = name
  }
  const bounds = boundsOfFeatures(subjects.flatMap(({ feed, mapId }) => view.byMapId(feed, mapId) ?? []))
  const metrics = overriddenIndicators(input).get(indicator)?.metrics ?? {}
  const isRegion = (id: string) => metrics[id] !== undefined && methodOf(metrics[id]).measure === 'm2'

  const gaps = behind.flatMap((each) => each.outcome.gaps)
  const gapAreas = gapAreasOf(gaps)
  const drawn: string[] = []
  for (const gap of gaps) {
    await giveWay()
    for (const piece of partedGaps([gap], isRegion)) drawn.push(JSON.stringify(piece))
  }
  await giveWay()
  const footprints = outcome.footprints?.() ?? null
  await giveWay()

  const url = (part: string, text: string) => publish(JSON.stringify([part, view.world, asked]), text)
  return {
    indicator,
    metric,
    result: outcome.result,
    subjects,
    gapsUrl: url('gaps', `{"type":"FeatureCollection","features":[${drawn.join()}]}`),
    footprintsUrl: footprints && url('footprints', featureText(footprints)),
    gapCount: drawn.length,
    gapArea: [...gapAreas.values()].reduce((sum, area) => sum + area, 0),
    gapAreas,
    bounds,
    names,
  }
}

const featureText = (geometry: MultiPolygon): string => JSON.stringify({ type: 'Feature', properties: {}, geometry })

function gapAreasOf(gaps: readonly GapFeature[]): ReadonlyMap<string, number> {
  const areas = new Map<string, number>()
  for (const { properties } of gaps) {
    const { subject, area_m2 } = properties
    if (area_m2 > 0) areas.set(subject, (areas.get(subject) ?? 0) + area_m2)
  }
  return areas
}
