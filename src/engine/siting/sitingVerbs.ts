import type { EngineContext } from '../EngineContext'
import type { Answers } from '../world/worldView'
import type { ServedAnswer, ServedRequest, SitingAnswer, SitingRequest } from './sitingRequest'

/** Where to build: what a search for it begins with. */
export interface SitingVerbs {
  /** Everything that a search needs, or why there can be none. */
  sitingTask(request: SitingRequest): Promise<SitingAnswer>
  /** How the metric stands in this world, with the weight that counts. */
  served(request: ServedRequest): Promise<ServedAnswer>
}

/** What answers is loaded when it is first asked. */
export const sitingVerbs = (context: EngineContext): Answers<SitingVerbs> => ({
  sitingTask: async (view, request) => (await import('./answerSiting')).makeTask(context.city(), view, request),
  served: async (view, request) => (await import('./answerSiting')).measureServed(context.city(), view, request),
})
