import { compareIds } from '../indicators/canonicalOrder'
import type { EvaluationMemory } from '../indicators/evaluationMemory'
import { metricsBehind } from '../indicators/explain'
import { METHODS } from '../indicators/methods/methods'
import { combinedMetrics, feedsOfIndicator, needsReported } from '../indicators/metricFacts'
import { overriddenIndicators } from '../indicators/overrides'
import type { EvaluateInput, Explanation, IndicatorResult, ParameterOverride } from '../model/evaluation'
import { shanghaiTime } from '../model/time'
import { NOW, type World } from '../model/world'
import { planFile } from '../planning/planFile'
import {
  EVIDENCE_FORMAT,
  EVIDENCE_VERSION,
  type EvidenceBody,
  type EvidenceSubject,
  type MadeBy,
  PROGRAM,
  publishedMetric,
} from './evidence'
import { type EvidenceFeedSource, feedEvidence } from './feedEvidence'

/** The features behind one metric, in canonical order by id. Their gaps are not drawn: evidence does not have them. */
type SubjectsOfMetric = Pick<Explanation, 'indicator' | 'metric' | 'subjects'>

/** The features behind every metric of an evaluated row, reports included; one made of other metrics has none of its own. */
export function explainRow(
  input: EvaluateInput,
  { id, metrics }: IndicatorResult,
  memory: EvaluationMemory | null = null,
): SubjectsOfMetric[] {
  const definitions = overriddenIndicators(input).get(id)?.metrics
  return Object.keys(metrics)
    .filter((metric) => {
      const definition = definitions?.[metric]
      return !definition || combinedMetrics(definition).length === 0
    })
    .map((metric) => {
      const behind = metricsBehind(input, id, metric, memory, METHODS, 'subjects')
      return { indicator: id, metric, subjects: behind.flatMap(({ outcome }) => outcome.subjects).sort(compareIds) }
    })
}

export interface EvidenceSource {
  readonly madeBy: MadeBy
  /** The app's time at which the row was written down, epoch milliseconds. */
  readonly now: number
  readonly catalog: EvidenceBody['catalog']
  /** The file of a standard that the catalog names; null for the one that comes with the program. */
  readonly standardFile: { readonly location: string; readonly sha256: string } | null
  readonly input: EvaluateInput
  /** The world `input` is of; the present when absent. */
  readonly world?: World | undefined
  /** Code of the city, for a plan. */
  readonly city?: string | undefined
  /** Every override given, those already applied to `input.indicators` included. */
  readonly set: readonly ParameterOverride[]
  readonly result: IndicatorResult
  readonly explanations: readonly SubjectsOfMetric[]
  /** The feeds read, in the order of the catalog; those the row does not use are left out. */
  readonly feeds: readonly EvidenceFeedSource[]
}

/**
 * What is said of one evaluated row: the row of the standard, definitions and effective parameters, every number with
 * its subjects, and the feeds behind them. The same source gives the same value, key by key.
 * @throws Error when the standard does not have the row.
 */
export function buildEvidence(source: EvidenceSource): EvidenceBody {
  const { input, result, explanations } = source
  const row = input.standard.rows.find(({ id }) => id === result.id)
  if (!row) throw new Error(`unknown indicator ${result.id}`)
  const definition = overriddenIndicators(input).get(row.id)
  const scopes = input.scopes.filter(({ id }) => id === input.scope)
  const measured = new Set(definition ? feedsOfIndicator(definition, scopes) : [])
  const reported = needsReported(row, definition)
  const used = source.feeds.filter(({ feed }) => measured.has(feed.id) || (reported && feed.record === 'reported'))
  const { world = NOW, city = '' } = source
  const base = world.kind === 'plan' ? world.base : world
  return {
    format: EVIDENCE_FORMAT,
    version: world.kind === 'now' ? 1 : EVIDENCE_VERSION,
    program: PROGRAM,
    madeBy: source.madeBy,
    catalog: source.catalog,
    standard: {
      source: input.standard.source,
      location: source.standardFile?.location ?? null,
      sha256: source.standardFile?.sha256 ?? null,
    },
    indicator: row,
    scope: input.scope,
    scopeDefinition: scopes[0] ?? null,
    set: source.set.filter(({ indicator }) => indicator === row.id),
    now: shanghaiTime(source.now),
    ...(base.kind === 'past' && { past: { at: shanghaiTime(base.at), axis: base.axis } }),
    ...(world.kind === 'plan' && { plan: planFile(world, city) }),
    star: result.star,
    status: result.status,
    ...(result.items && { items: result.items }),
    next: result.next,
    metrics: Object.fromEntries(
      Object.entries(result.metrics).map(([metric, value]) => [
        metric,
        {
          ...publishedMetric(value),
          definition: definition?.metrics[metric] ?? null,
          parameters: result.parameters[metric] ?? {},
          subjects: subjectsOf(explanations.find((each) => each.indicator === row.id && each.metric === metric)),
        },
      ]),
    ),
    feeds: used.map((each) => feedEvidence(each, source.now)),
  }
}

const subjectsOf = (explanation: SubjectsOfMetric | undefined): EvidenceSubject[] =>
  explanation?.subjects.map(({ feed, id, state, value, reason }) => ({
    feed,
    id,
    state,
    value,
    ...(reason !== undefined && { reason }),
  })) ?? []
