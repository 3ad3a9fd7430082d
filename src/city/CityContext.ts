import { createContext, useContext } from 'react'
import type { Catalog } from '#catalog/schema.ts'
import type { MethodFacts } from '#core/indicators/methods/metricMethod.ts'
import type { Standard } from '#core/model/standard.ts'
import type { AsyncCityEngine } from '#engine/engineApi.ts'

/** The opened city: its catalog and standard, the engine that holds its data, and the app's clock. */
export interface City {
  readonly catalog: Catalog
  /** Absolute URL the catalog came from; feed URLs are relative to it. */
  readonly catalogUrl: string
  /** True when `?catalog=` named another catalog than the installed one. */
  readonly foreign: boolean
  readonly standard: Standard
  readonly feedsByIndicator: Readonly<Record<string, readonly string[]>>
  /** What the methods that metrics may name say about themselves, by name. */
  readonly methods: Readonly<Record<string, MethodFacts>>
  readonly engine: AsyncCityEngine
  /** Epoch milliseconds of the app's clock: real, or the demonstration clock of the catalog. */
  readonly now: () => number
  readonly demoClock: boolean
}

export const CityContext = createContext<City | null>(null)

/** The opened city; only for components under the city's provider. */
export function useCity(): City {
  const city = useContext(CityContext)
  if (!city) throw new Error('useCity is called outside the city provider')
  return city
}
