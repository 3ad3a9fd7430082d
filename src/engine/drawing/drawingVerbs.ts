import type { EngineContext } from '../EngineContext'
import type { RowInputs } from '../indicators/rowInputs'
import type { Jobs } from '../jobs/jobs'
import type { Answers } from '../world/worldView'
import type { Drawing, DrawingRequest } from './drawingRequest'

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
