import type { DrawnMark, MapDrawing } from '#core/drawing/drawMap.ts'
import type { Bounds } from '#core/geo/boundsOf.ts'
import type { EngineContext } from '../EngineContext'
import type { RowInputs } from '../indicators/rowInputs'
import type { Jobs } from '../jobs/jobs'
import type { Answers } from '../world/worldView'

export interface DrawingRequest {
  /** What is to be seen whole; null: the scope, or without one the city. */
  readonly bounds: Bounds | null
  readonly width: number
  readonly height: number
  readonly scope: string | null
  /** A metric with what it covers and leaves open; null: the ground alone. */
  readonly row: { readonly indicator: string; readonly metric: string } | null
  readonly marks: readonly DrawnMark[]
  readonly words: MapDrawing['words']
  readonly language: 'zh-CN' | 'en'
  /** Id to cancel it by; without one it runs to its end. */
  readonly job?: string | undefined
}

/** A map without a map: the city as an SVG element. */
export interface Drawing {
  readonly svg: string
  /** Feeds that would be on it and have not come in. */
  readonly missing: readonly string[]
}

export interface DrawingVerbs {
  /** Rejects with `JobCancelled` when its job was cancelled. */
  drawing(request: DrawingRequest): Promise<Drawing>
}

interface DrawingSettings {
  readonly context: EngineContext
  readonly inputs: RowInputs
  readonly jobs: Jobs
}

export function drawingVerbs({ context, inputs, jobs }: DrawingSettings): Answers<DrawingVerbs> {
  return {
    drawing: (view, request) =>
      jobs.run(request.job, async (check) => {
        const { answerDrawing } = await import('./answerDrawing')
        return answerDrawing({ city: context.city(), view, inputs }, request, check)
      }),
  }
}
