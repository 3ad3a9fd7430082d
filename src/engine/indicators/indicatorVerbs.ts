import type { MadeBy } from '#core/evidence/evidence.ts'
import { evaluate } from '#core/indicators/evaluate.ts'
import { readyAhead } from '#core/indicators/readyAhead.ts'
import type { Datum } from '#core/model/datum.ts'
import type { EvaluateInput, Evaluation, IndicatorResult, ParameterOverride } from '#core/model/evaluation.ts'
import type { World } from '#core/model/world.ts'
import type { Robustness } from '#core/robustness/robustness.ts'
import { sweepRow } from '#core/robustness/sweepRow.ts'
import type { EngineContext } from '../EngineContext'
import type { Jobs } from '../jobs/jobs'
import { createPause, runSteps } from '../jobs/steps'
import { keptPublisher } from '../keptPublisher'
import { gapsOfRows } from '../planning/answerGaps'
import type { Answers, WorldView } from '../world/worldView'
import { evidenceInput } from './evidenceInput'
import { type ExplainedMetric, type ExplainRequest, explainMetric } from './explainMetric'
import { exportEvidence } from './exportEvidence'
import { gapsText } from './gapsText'
import type { KeptSources } from './keepSources'
import { measureInSteps } from './measureInSteps'
import type { RowInputs } from './rowInputs'

export interface EvaluateRequest {
  readonly scope: string | null
  readonly only?: readonly string[] | undefined
  readonly overrides?: readonly ParameterOverride[] | undefined
  /** Factor on the radius of the footprints that cover the subjects; 1 when absent. */
  readonly radius?: number | undefined
  /** Id to cancel it by; without one it runs to its end. */
  readonly job?: string | undefined
}

export interface RobustnessRequest {
  readonly scope: string | null
  readonly indicator: string
  readonly overrides?: readonly ParameterOverride[] | undefined
  /** Id to cancel it by; without one it runs to its end. */
  readonly job?: string | undefined
}

/** The uncovered parts of rows, or of all. */
interface GapsRequest {
  /** Stated in the file; WGS84 when absent. */
  readonly datum?: Datum | undefined
  readonly scope: string | null
  readonly only?: readonly string[] | undefined
  readonly overrides?: readonly ParameterOverride[] | undefined
}

export interface EvidenceRequest {
  readonly scope: string | null
  readonly indicator: string
  readonly overrides?: readonly ParameterOverride[] | undefined
  /** Where the catalog was read, for the record. */
  readonly catalogUrl: string
  /** `page` when absent. */
  readonly madeBy?: MadeBy | undefined
}

/** The rows of the standard, computed. */
export interface IndicatorVerbs {
  /** Rejects with `JobCancelled` when its job was cancelled, as `robustness` and `explain` do. */
  evaluate(request: EvaluateRequest, progress?: (done: number, of: number) => void): Promise<Evaluation>
  robustness(request: RobustnessRequest, progress?: (done: number, of: number) => void): Promise<Robustness>
  explain(request: ExplainRequest): Promise<ExplainedMetric>
  /** Every uncovered part of the rows wanted, as the text of a GeoJSON FeatureCollection, a feature to a line. */
  gaps(request: GapsRequest): Promise<string>
  /** The evidence file of a row, computed now from the feeds as they stand in this world. */
  evidence(request: EvidenceRequest): Promise<Blob>
}

export interface JobVerbs {
  /** Stops a long job at its next step; nothing when it has ended. */
  cancel(job: string): void
}

interface IndicatorSettings {
  readonly context: EngineContext
  readonly inputs: RowInputs
  readonly sources: KeptSources
  readonly jobs: Jobs
  readonly viewOf: (world: World) => Promise<WorldView>
  /** Files that evidence will need are packed in idle moments. */
  readonly packAhead: boolean
}

export function indicatorVerbs({
  context,
  inputs,
  sources,
  jobs,
  viewOf,
  packAhead,
}: IndicatorSettings): Answers<IndicatorVerbs> {
  const publish = keptPublisher(context)
  const { inputOf, memoryOf } = inputs

  /** Row by row, giving way between them. A world goes on under an evaluation: each row is of the moment it is computed. */
  const evaluateRows = async (
    view: WorldView,
    request: EvaluateRequest,
    check: () => void,
    progress?: (done: number, of: number) => void,
  ): Promise<Evaluation> => {
    const city = context.city()
    const wanted = city.standard.rows.filter((row) => !request.only || request.only.includes(row.id))
    const indicators: IndicatorResult[] = []
    let dataTime: number | null = null
    const { pause } = createPause()
    for (const [done, row] of wanted.entries()) {
      check()
      const input = () => inputOf(view, { ...request, only: [row.id] })
      await measureInSteps(input, memoryOf(city), 'none', async () => {
        await pause()
        check()
      })
      const part = evaluate(input(), memoryOf(city))
      indicators.push(...part.indicators)
      if (part.dataTime !== null) dataTime = Math.min(dataTime ?? part.dataTime, part.dataTime)
      progress?.(done + 1, wanted.length)
      await pause() // Between rows, questions of the page are answered.
    }
    return { scope: request.scope, dataTime, indicators }
  }

  return {
    evaluate: (view, request, progress) =>
      jobs.run(request.job, async (check) => {
        const evaluation = await evaluateRows(view, request, check, progress)
        if (packAhead) sources.pack().catch(() => {}) // Evidence that needs a file that cannot be packed says so.
        return evaluation
      }),

    robustness: (view, { scope, indicator, overrides, job }, progress) =>
      jobs.run(job, async (check) => {
        const city = context.city()
        const row = city.standard.rows.find(({ id }) => id === indicator)
        if (!row) throw new Error(`no row ${indicator} in the standard`)
        const evaluateRow = (input: EvaluateInput): IndicatorResult => evaluate(input, memoryOf(city)).indicators[0]!
        const input = inputOf(view, { scope, only: [indicator], overrides })
        const { pause } = createPause()
        for (const _ of readyAhead(input)) {
          await pause()
          check()
        }
        return runSteps(sweepRow({ input, row, evaluateRow }), { check, progress })
      }),

    explain: (view, { job, ...asked }) =>
      jobs.run(job, (check) => {
        const inputNow = () => inputOf(view, { ...asked, only: [asked.indicator] })
        return explainMetric({ view, asked, inputNow, memory: memoryOf(context.city()), check, publish })
      }),

    async gaps(view, request) {
      const evaluation = await evaluateRows(view, request, () => {})
      return gapsText(
        gapsOfRows(context.city(), view, inputOf(view, request), evaluation, memoryOf(context.city())),
        request.datum,
      )
    },

    async evidence(view, { scope, indicator, overrides, catalogUrl, madeBy = 'page' }) {
      const city = context.city()
      const { world } = view
      const base = world.kind === 'plan' ? await viewOf(world.base) : view
      const wanted = inputOf(base, { scope, only: [indicator], overrides })
      const now = context.liveNow()
      const written = await evidenceInput(context, base, wanted, sources, now)
      const { catalog } = city
      const memory = memoryOf(city)
      const text = await exportEvidence({ catalog, catalogUrl, madeBy, now, world, kept: sources, memory, ...written })
      return new Blob([text], { type: 'application/json' })
    },
  }
}
