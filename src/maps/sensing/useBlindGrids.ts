import { useView } from '../../state/view'
import type { BlindGrids } from '../../workers/verbs/deviceVerbs'
import { useCity } from '../data/CityContext'
import { type EngineAnswer, useEngineAnswer } from '../data/useEngineAnswer'

/** The grids of the scope on show without a device of a kind (null: of any), or with none online. */
export function useBlindGrids(
  grids: string,
  devices: readonly string[],
  kind: string | null,
): EngineAnswer<BlindGrids> {
  const { catalog } = useCity()
  const scope = useView((view) => view.scope)
  const scopeFeed = catalog.scopes.find(({ id }) => id === scope)?.feed
  return useEngineAnswer({
    feeds: [...new Set([grids, ...devices, ...(scopeFeed === undefined ? [] : [scopeFeed])])],
    key: ['blind-grids', grids, devices, kind, scope],
    ask: (engine) => engine.blindGrids({ grids, devices, kind, scope }),
  })
}
