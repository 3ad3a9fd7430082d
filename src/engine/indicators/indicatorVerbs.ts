import type { Catalog } from '#catalog/schema.ts'
import { evaluate } from '#core/indicators/evaluate.ts'
import { evaluationMemory } from '#core/indicators/evaluationMemory.ts'
import { explain } from '#core/indicators/explain.ts'
import type { EvaluateInput, Evaluation, IndicatorResult } from '#core/model/evaluation.ts'
import type { LocalText } from '#core/model/feature.ts'
import type { Robustness } from '#core/robustness/robustness.ts'
import { sweepRow } from '#core/robustness/sweepRow.ts'
import type { EngineContext, OpenCity } from '../EngineContext'
import type { EvaluateRequest, EvidenceRequest, ExplainedMetric, ExplainRequest, RobustnessRequest } from '../engineApi'
import { createJobs } from '../jobs/jobs'
import { createPause, runSteps } from '../jobs/steps'
import { asChanged } from './asChanged'
import { exportEvidence } from './exportEvidence'
import type { KeptSources } from './keepSources'

/** The rows of the standard, computed. */
export interface IndicatorVerbs {
  /** Rejects with `JobCancelled` when its job was cancelled, as `robustness` does. */
  evaluate(request: EvaluateRequest, progress?: (done: number, of: number) => void): Promise<Evaluation>
  robustness(request: RobustnessRequest, progress?: (done: number, of: number) => void): Promise<Robustness>
  /** Stops a long job at its next step; nothing when it has ended. */
  cancel(job: string): void
  explain(request: ExplainRequest): ExplainedMetric
  /** The evidence file of a row, computed now from the feeds as they are now. */
  evidence(request: EvidenceRequest): Promise<Blob>
}

export function indicatorVerbs(context: EngineContext, sources: KeptSources): IndicatorVerbs {
  const jobs = createJobs()
  let remembered: { readonly city: OpenCity; readonly memory: ReturnType<typeof evaluationMemory> } | null = null
  /** What the map reads of the last explanation. */
  let explainedUrls: readonly string[] = []

  /** What was found out about features holds for one catalog. */
  const memoryOf = (city: OpenCity) => {
    if (remembered?.city !== city) remembered = { city, memory: evaluationMemory() }
    return remembered.memory
  }

  const feedsWanted = (only: readonly string[] | undefined): Catalog['feeds'] => {
    const { catalog, feedsByIndicator } = context.city()
    const rows = only ?? Object.keys(feedsByIndicator)
    const wanted = new Set(rows.flatMap((row) => feedsByIndicator[row] ?? []))
    return catalog.feeds.filter((feed) => wanted.has(feed.id))
  }

  const inputOf = ({ scope, only, overrides }: EvaluateRequest): EvaluateInput => {
    const { catalog, standard } = context.city()
    const { indicators, scopes } = catalog
    const feeds = context.evaluable(feedsWanted(only))
    return { standard, indicators, scopes, feeds, scope, bounds: catalog.city.bounds, only, overrides }
  }

  return {
    evaluate: (request, progress) =>
      jobs.run(request.job, async (check) => {
        const city = context.city()
        const wanted = city.standard.rows.filter((row) => !request.only || request.only.includes(row.id))
        const indicators: IndicatorResult[] = []
        let dataTime: number | null = null
        const { pause } = createPause()
        for (const [done, row] of wanted.entries()) {
          check()
          const part = evaluate(inputOf({ ...request, only: [row.id] }), memoryOf(city))
          indicators.push(...part.indicators)
          if (part.dataTime !== null) dataTime = Math.min(dataTime ?? part.dataTime, part.dataTime)
          progress?.(done + 1, wanted.length)
          await pause() // Between rows, questions of the page are answered.
        }
        sources.pack().catch(() => {}) // Evidence that needs a file that cannot be packed says so.
        return { scope: request.scope, dataTime, indicators }
      }),

    robustness: ({ scope, indicator, overrides, job }, progress) =>
      jobs.run(job, async (check) => {
        const city = context.city()
        const row = city.standard.rows.find(({ id }) => id === indicator)
        if (!row) throw new Error(`no row ${indicator} in the standard`)
        const evaluateRow = (input: EvaluateInput): IndicatorResult => evaluate(input, memoryOf(city)).indicators[0]!
        const input = inputOf({ scope, only: [indicator], overrides })
        return runSteps(sweepRow({ input, row, evaluateRow }), { check, progress })
      }),

    cancel: jobs.cancel,

    explain({ scope, indicator, metric, overrides }) {
      const input = inputOf({ scope, only: [indicator], overrides })
      const { gaps, footprints, ...explained } = explain(input, indicator, metric, memoryOf(context.city()))
      for (const url of explainedUrls) context.withdraw(url)
      const gapsUrl = context.publishJson(gaps)
      const footprintsUrl = footprints && context.publishJson({ type: 'Feature', properties: {}, geometry: footprints })
      explainedUrls = [gapsUrl, ...(footprintsUrl === null ? [] : [footprintsUrl])]
      const names: Record<string, LocalText> = {}
      for (const { feed, id, mapId } of explained.subjects) {
        const { name, name_en } = context.byMapId(feed, mapId)?.properties ?? {}
        if (typeof name === 'string') names[id] = { zh: name, en: typeof name_en === 'string' ? name_en : undefined }
      }
      const gapArea = gaps.features.reduce((sum, gap) => sum + Number(gap.properties?.area_m2 ?? 0), 0)
      return { ...explained, gapsUrl, footprintsUrl, gapCount: gaps.features.length, gapArea, names }
    },

    async evidence({ scope, indicator, overrides, catalogUrl }) {
      const { catalog } = context.city()
      const wanted = inputOf({ scope, only: [indicator], overrides })
      const now = await asChanged(catalog, wanted, sources, context.changed)
      return exportEvidence({ catalog, catalogUrl, ...now })
    },
  }
}
