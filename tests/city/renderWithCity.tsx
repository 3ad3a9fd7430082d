import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, type RenderResult, render } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { type City, CityContext } from '#city/CityContext.ts'
import { createCityEngine } from '#engine/createCityEngine.ts'
import { answerInLine } from '#engine/host/answerInLine.ts'
import { i18next } from '#i18n/i18n.ts'
import type { Language } from '#i18n/language.ts'
import { NO_SELECTION, select } from '#state/selection.ts'
import { initialView, setView } from '#state/view.ts'
import { server } from './setupViews'
import { SMALL_CITY, SMALL_FEEDS } from './smallCity'

// Opening a catalog compiles the engine's parts: a busy machine needs more than the default second.
configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 30_000 })

const ORIGIN = 'http://city.test/'
/** The catalog's clock stands still at its start: 2026-09-01 08:00 in Shanghai. */
const NOW = Date.parse('2026-09-01T08:00:00+08:00')

interface Options {
  readonly language?: Language
}

/**
 * Renders a view in the small city: the real engine in line, its feeds behind the network's stand-in, and a clock that
 * stands still. State slices start fresh.
 */
export async function renderWithCity(view: ReactNode, { language = 'zh-CN' }: Options = {}): Promise<RenderResult> {
  setView({ ...initialView, camera: null })
  select(NO_SELECTION)
  await i18next.changeLanguage(language)
  server.use(
    ...Object.entries(SMALL_FEEDS).map(([file, features]) =>
      http.get(ORIGIN + file, () => HttpResponse.json({ type: 'FeatureCollection', features })),
    ),
    http.get(`${ORIGIN}gone.geojson`, () => new HttpResponse(null, { status: 503 })),
  )
  const city = openSmallCity()
  const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retryDelay: 0 } } })
  return render(
    <QueryClientProvider client={client}>
      <CityContext value={city}>{view}</CityContext>
    </QueryClientProvider>,
  )
}

function openSmallCity(): City {
  const engine = createCityEngine({ publish: () => 'blob:small-city', withdraw: () => {} })
  const opened = engine.openCatalog(new TextEncoder().encode(JSON.stringify(SMALL_CITY)), null)
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  const { catalog, standard, feedsByIndicator } = opened
  return {
    catalog,
    catalogUrl: `${ORIGIN}catalog.json`,
    foreign: false,
    standard,
    feedsByIndicator,
    engine: answerInLine(engine),
    now: () => NOW,
    demoClock: true,
  }
}
