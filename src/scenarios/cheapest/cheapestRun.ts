import type { City } from '#city/CityContext.ts'
import type {
  CheapestRequest,
  CheapestSettings,
  CheapestStart,
  FoundChoices,
} from '#engine/cheapest/cheapestRequest.ts'
import type { WorldEngine } from '#engine/engineApi.ts'
import { searchRun } from '../searchRun'

/** A search that can begin, and what was asked. */
export interface AskedCheapest extends CheapestStart {
  readonly want: number
  readonly budget: number | null
}

const run = searchRun<AskedCheapest, FoundChoices>()

export const { useRun: useCheapestRun, stop: stopCheapest, clear: clearCheapest } = run

/** Begins a search for what it takes; one under way is given up. */
export const beginCheapest = (
  { startCheapest }: Pick<City, 'startCheapest'>,
  engine: Pick<WorldEngine, 'cheapestTask'>,
  request: CheapestRequest,
  settings: CheapestSettings,
): Promise<void> =>
  run.begin({
    prepare: async () => {
      const answer = await engine.cheapestTask(request)
      return answer.ok ? { ...answer, want: request.want, budget: settings.budget } : answer
    },
    search: (task, hear) => startCheapest(task, settings, hear),
    size: ({ choices }) => choices,
  })
