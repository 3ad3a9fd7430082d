import type { City } from '#city/CityContext.ts'
import type { WorldEngine } from '#engine/engineApi.ts'
import type { SitingRequest, SitingStart } from '#engine/siting/sitingRequest.ts'
import type { SitingFound, SitingSettings } from '#engine/siting/sitingSearch.ts'
import { searchRun } from '../searchRun'

const run = searchRun<SitingStart, SitingFound>()

export const { useRun: useSitingRun, stop: stopSiting, clear: clearSiting } = run

/** Begins a search for where to build; one under way is given up. */
export const beginSiting = (
  { startSiting }: Pick<City, 'startSiting'>,
  engine: Pick<WorldEngine, 'sitingTask'>,
  request: SitingRequest,
  settings: SitingSettings,
): Promise<void> =>
  run.begin({
    prepare: () => engine.sitingTask(request),
    search: (task, hear) => startSiting(task, settings, hear),
    size: ({ candidates }) => candidates,
  })
