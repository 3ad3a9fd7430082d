import type { SheetCheck } from '#core/planning/sheetCheck.ts'
import type { EngineContext } from '../EngineContext'
import type { RowInputs } from '../indicators/rowInputs'
import type { Jobs } from '../jobs/jobs'
import type { Answers } from '../world/worldView'
import { continuity } from './answerContinuity'
import { gapFile, gapList } from './answerGaps'
import { sheetCheck } from './answerSheets'
import type {
  Continuity,
  ContinuityRequest,
  GapFileRequest,
  GapList,
  GapListRequest,
  MetricAsked,
  SheetCheckRequest,
} from './planningQuestions'

type Progress = (done: number, of: number) => void

/** What a planner asks about what is not covered. All reject with `JobCancelled` when their job was cancelled. */
export interface PlanningVerbs {
  gapList(request: GapListRequest, progress?: Progress): Promise<GapList>
  /** The same as GeoJSON. */
  gapFile(request: GapFileRequest): Promise<Blob>
  /** Null: the metric is not one of coverage. */
  continuity(request: ContinuityRequest, progress?: Progress): Promise<Continuity | null>
  /** Null: the metric measures no region, or there is nothing to draw up. */
  sheetCheck(request: SheetCheckRequest, progress?: Progress): Promise<SheetCheck | null>
}

interface PlanningSettings {
  readonly context: EngineContext
  readonly inputs: RowInputs
  readonly jobs: Jobs
}

export function planningVerbs({ context, inputs, jobs }: PlanningSettings): Answers<PlanningVerbs> {
  const askedOf = (view: Parameters<RowInputs['inputOf']>[0], request: MetricAsked) => ({
    city: context.city(),
    view,
    request,
    input: inputs.inputOf(view, { ...request, only: [request.indicator] }),
    memory: inputs.memoryOf(context.city()),
  })
  return {
    gapList: (view, request, progress) =>
      jobs.run(request.job, (check) => gapList(askedOf(view, request), { check, progress })),
    gapFile: (view, request) =>
      jobs.run(request.job, (check) => gapFile({ ...askedOf(view, request), request }, { check })),
    continuity: (view, request, progress) =>
      jobs.run(request.job, (check) => continuity({ ...askedOf(view, request), request }, { check, progress })),
    sheetCheck: (view, request, progress) =>
      jobs.run(request.job, (check) => sheetCheck({ ...askedOf(view, request), request }, { check, progress })),
  }
}
