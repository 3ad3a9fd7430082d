import type { EngineContext } from '../EngineContext'
import type { Jobs } from '../jobs/jobs'
import type { Answers } from '../world/worldView'
import type { SystemsCheck } from './systemsCheck'

/** Whether feeds are in the coordinate system that the catalog says. */
export interface SystemVerbs {
  /** Of every feed of points that is in, whose system is one that could be taken for another. Rejects with `JobCancelled`. */
  checkSystems(request: { readonly job: string }, progress?: (done: number, of: number) => void): Promise<SystemsCheck>
}

/** What answers is loaded when it is first asked. */
export const systemVerbs = (context: EngineContext, jobs: Jobs): Answers<SystemVerbs> => ({
  checkSystems: (view, request, progress) =>
    jobs.run(request.job, async (check) => {
      const { checkSystems } = await import('./checkSystems')
      return checkSystems(context.city().catalog, view, { check, progress })
    }),
})
