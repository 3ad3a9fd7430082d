import { type EngineAnswer, useEngineAnswer } from '#city/useEngineAnswer.ts'
import type { Rows, RowsRequest } from '#engine/engineApi.ts'

/** Rows of a feed; earlier rows stay while new ones are read. Sorting happens in the engine. */
export const useRows = (request: RowsRequest): EngineAnswer<Rows> =>
  useEngineAnswer({ feeds: [request.feed], key: ['rows', request], ask: (engine) => engine.rows(request) })
