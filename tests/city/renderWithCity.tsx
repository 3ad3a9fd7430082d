import { QueryClient } from '@tanstack/react-query'
import type { RenderResult } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import type { ReactNode } from 'react'
import { i18next } from '#i18n/i18n.ts'
import type { Language } from '#i18n/language.ts'
import { useLists } from '#state/lists.ts'
import { NO_SELECTION, select } from '#state/selection.ts'
import { initialView, setView } from '#state/view.ts'
import { CITY_ORIGIN, NOW, renderInCity } from './cityFixture'
import { engineInLine, openInLine } from './engineInLine'
import { server } from './setupViews'
import { SMALL_CITY } from './smallCity'
import { SMALL_FEEDS } from './smallFeatures'

interface Options {
  readonly language?: Language
  /** Where the clock stands, epoch milliseconds; at its start when absent. */
  readonly now?: number
  /** False: a city whose cases can only be looked at. */
  readonly actions?: boolean
  /** Hung on the address of every feed. */
  readonly query?: string
}

/**
 * Renders a view in the small city: the real engine in line, its feeds behind the network's stand-in, and a clock that
 * stands still. State slices start fresh.
 */
export async function renderWithCity(
  view: ReactNode,
  { language = 'zh-CN', now = NOW, actions = true, query = '' }: Options = {},
): Promise<RenderResult> {
  setView({ ...initialView, camera: null })
  select(NO_SELECTION)
  useLists.setState(useLists.getInitialState(), true)
  await i18next.changeLanguage(language)
  server.use(
    ...Object.entries(SMALL_FEEDS).map(([file, features]) =>
      http.get(CITY_ORIGIN + file, () => HttpResponse.json({ type: 'FeatureCollection', features })),
    ),
    http.get(`${CITY_ORIGIN}gone.geojson`, () => new HttpResponse(null, { status: 503 })),
  )
  const feeds = SMALL_CITY.feeds.map((feed) => ({
    ...feed,
    ...(actions ? {} : { actions: undefined }),
    source: { ...feed.source, url: `${feed.source.url}${query}` },
  }))
  const { engine, catalog, feedsByIndicator } = openInLine({ ...SMALL_CITY, feeds }, now)
  return renderInCity(view, {
    catalog,
    feedsByIndicator,
    host: engineInLine(engine),
    now: () => now,
    client: new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retryDelay: 0 } } }),
  })
}
