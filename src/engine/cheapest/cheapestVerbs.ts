import type { EngineContext } from '../EngineContext'
import type { Answers } from '../world/worldView'
import type { CheapestAnswer, CheapestRequest } from './cheapestRequest'

/** What it takes: what a search for it begins with. */
export interface CheapestVerbs {
  /** Everything that a search needs, or why there can be none. */
  cheapestTask(request: CheapestRequest): Promise<CheapestAnswer>
}

/** What answers is loaded when it is first asked. */
export const cheapestVerbs = (context: EngineContext): Answers<CheapestVerbs> => ({
  cheapestTask: async (view, request) =>
    (await import('./answerCheapest')).makeCheapestTask(context.city(), view, request),
})
