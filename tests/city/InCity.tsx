import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import '#i18n/i18n.ts'
import { parts as appParts } from '#app/parts.ts'
import { bundledStandard } from '#catalog/bundledStandard.ts'
import { CityContext, type OpenedCity } from '#city/CityContext.ts'
import { METHODS } from '#core/indicators/methods/methods.ts'
import { methodFacts } from '#core/indicators/methods/metricMethod.ts'
import { inWorlds } from '#engine/verbs.ts'
import { PartsContext, type Wall, WallContext } from '#views/parts/useParts.ts'

/** 2026-09-01T08:00+08:00, the moment of every view test. */
export const NOW = Date.parse('2026-09-01T00:00:00Z')
/** Where the city's files and its API are. */
export const CITY_ORIGIN = 'http://city.test/geodata/'
export const CATALOG_URL = `${CITY_ORIGIN}catalog.json`

export type OpenedParts = Pick<OpenedCity, 'catalog' | 'feedsByIndicator' | 'host' | 'now'>

/** A city as the page has it once it is open, under the bundled standard. */
export function openedCity(parts: OpenedParts): OpenedCity {
  return {
    ...parts,
    catalogUrl: CATALOG_URL,
    whose: 'installed',
    standard: bundledStandard(),
    methods: methodFacts(METHODS),
    in: inWorlds(parts.host),
    demoClock: parts.catalog.city.clock !== undefined,
    startSiting: () => Promise.reject(new Error('no search in a view test')),
    startCheapest: () => Promise.reject(new Error('no search in a view test')),
  }
}

interface Props {
  readonly city: OpenedCity
  readonly client: QueryClient
  /** What a wall is made of, for its cards (`loadWall`). */
  readonly wall: Wall | null
  readonly children: ReactNode
}

/** The one place of tests and gallery where a city is put around a view. */
export function InCity({ city, client, wall, children }: Props) {
  return (
    <QueryClientProvider client={client}>
      <CityContext value={city}>
        <PartsContext value={appParts}>
          <WallContext value={wall}>{children}</WallContext>
        </PartsContext>
      </CityContext>
    </QueryClientProvider>
  )
}
