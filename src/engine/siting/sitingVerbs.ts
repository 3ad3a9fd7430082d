import type { EngineContext } from '../EngineContext'
import type { Jobs } from '../jobs/jobs'
import type { Answers } from '../world/worldView'
import type {
  ServedAnswer,
  ServedRequest,
  SinglePoints,
  SinglePointsRequest,
  SitingAnswer,
  SitingRequest,
} from './sitingRequest'

/** Where to build: what a search for it begins with. */
export interface SitingVerbs {
  /** Everything that a search needs, or why there can be none. */
  sitingTask(request: SitingRequest): Promise<SitingAnswer>
  /** How the metric stands in this world, with the weight that counts. */
  served(request: ServedRequest): Promise<ServedAnswer>
  /** Each site of a feed switched off in turn (N−1). Rejects with `JobCancelled` when its job was cancelled. */
  singlePoints(request: SinglePointsRequest, progress?: (done: number, of: number) => void): Promise<SinglePoints>
}

/** What answers is loaded when it is first asked. */
export const sitingVerbs = (context: EngineContext, jobs: Jobs): Answers<SitingVerbs> => ({
  sitingTask: async (view, request) => (await import('./answerSiting')).makeTask(context.city(), view, request),
  served: async (view, request) => (await import('./answerSiting')).measureServed(context.city(), view, request),
  singlePoints: (view, request, progress) =>
    jobs.run(request.job, async (check) => {
      const { singlePoints } = await import('./answerSiting')
      return singlePoints(context.city(), view, request, { check, progress })
    }),
})
