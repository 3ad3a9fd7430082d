import { createContext, useContext, useMemo } from 'react'
import type { Catalog } from '#catalog/schema.ts'
import type { MethodFacts } from '#core/indicators/methods/metricMethod.ts'
import type { Standard } from '#core/model/standard.ts'
import type { World } from '#core/model/world.ts'
import type { CheapestSearch, StartCheapest } from '#engine/cheapest/cheapestRequest.ts'
import type { AsyncCityEngine, WorldEngine } from '#engine/engineApi.ts'
import type { SitingSearch, StartSiting } from '#engine/siting/sitingSearch.ts'
import { useWorldOnShow } from '#state/world.ts'
import { useCompleted } from './catalogOnShow'

/** The opened city: its catalog and standard, the engine that holds its data, and the app's clock. */
export interface OpenedCity {
  readonly catalog: Catalog
  /** Absolute URL the catalog came from; feed URLs are relative to it. */
  readonly catalogUrl: string
  /** Whether `?catalog=` named another catalog than the installed one, here or at another origin. */
  readonly whose: 'installed' | 'another' | 'external'
  readonly standard: Standard
  readonly feedsByIndicator: Readonly<Record<string, readonly string[]>>
  /** What the methods that metrics may name say about themselves, by name. */
  readonly methods: Readonly<Record<string, MethodFacts>>
  /** Its questions name the world they are about. */
  readonly host: AsyncCityEngine
  /** The engine with every question about one world; the same for the same world. */
  readonly in: (world: World) => WorldEngine
  /** Epoch milliseconds of the app's clock: real, or the demonstration clock of the catalog; of a past world its moment. */
  readonly now: () => number
  readonly demoClock: boolean
  /** Searches where to build; what does is loaded when it is first wanted. */
  readonly startSiting: (...asked: Parameters<StartSiting>) => Promise<SitingSearch>
  /** Searches what it takes for rows to stand at a star, likewise. */
  readonly startCheapest: (...asked: Parameters<StartCheapest>) => Promise<CheapestSearch>
}

/** The city in the world on show. */
export interface City extends OpenedCity {
  readonly world: World
  /** Its questions are about the world on show. */
  readonly engine: WorldEngine
}

export const CityContext = createContext<OpenedCity | null>(null)

/** The opened city whatever world is on show; only for components under the city's provider. */
export function useOpenedCity(): OpenedCity {
  const city = useContext(CityContext)
  if (!city) throw new Error('useCity is called outside the city provider')
  return city
}

/** The city in the world on show; only for components under the city's provider. */
export function useCity(): City {
  const opened = useOpenedCity()
  const world = useWorldOnShow()
  const catalog = useCompleted(opened.catalog)
  return useMemo(() => ({ ...opened, catalog, world, engine: opened.in(world) }), [opened, catalog, world])
}
