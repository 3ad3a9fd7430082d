import type { EngineContext } from '../EngineContext'
import type { Jobs } from '../jobs/jobs'
import { keptPublisher } from '../keptPublisher'
import type { Answers } from '../world/worldView'
import type { SightAnswer, SightRequest } from './sightRequest'

/** What cameras see. */
export interface SightVerbs {
  /** What the features of a feed see among obstacles. Rejects with `JobCancelled` when its job was cancelled. */
  sight(request: SightRequest, progress?: (done: number, of: number) => void): Promise<SightAnswer>
}

/** What answers is loaded when it is first asked. */
export function sightVerbs(context: EngineContext, jobs: Jobs): Answers<SightVerbs> {
  const publish = keptPublisher(context)
  return {
    sight: (view, request, progress) =>
      jobs.run(request.job, async (check) => {
        const { answerSight } = await import('./answerSight')
        return answerSight(context.city(), view, request, { check, progress, publish })
      }),
  }
}
