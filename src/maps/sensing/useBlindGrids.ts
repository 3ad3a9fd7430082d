import { useCity } from '#city/CityContext.ts'
import { type Answer, useAnswer } from '#city/useAnswer.ts'
import type { BlindGrids } from '#engine/devices/gridVerbs.ts'
import { useView } from '#state/view.ts'

/** The grids of the scope on show without a device of a kind (null: of any), or with none online. */
export function useBlindGrids(grids: string, devices: readonly string[], kind: string | null): Answer<BlindGrids> {
  const { catalog } = useCity()
  const scope = useView((view) => view.scope)
  const scopeFeed = catalog.scopes.find(({ id }) => id === scope)?.feed
  return useAnswer({
    feeds: [...new Set([grids, ...devices, ...(scopeFeed === undefined ? [] : [scopeFeed])])],
    key: ['blind-grids', grids, devices, kind, scope],
    ask: (engine) => engine.blindGrids({ grids, devices, kind, scope }),
  })
}
