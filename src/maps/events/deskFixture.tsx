import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, type RenderResult, render } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { type City, CityContext } from '#city/CityContext.ts'
import { useFeed } from '#city/useFeed.ts'
import { createCityEngine } from '#engine/createCityEngine.ts'
import { answerInLine } from '#engine/host/answerInLine.ts'
import { i18next } from '#i18n/i18n.ts'
import type { Language } from '#i18n/language.ts'
import { NO_SELECTION, select } from '#state/selection.ts'
import { server } from '#tests/city/setupViews.ts'
import { useFeatureDetail } from '#views/facts/useFeatureDetail.ts'
import { CaseDetail } from './CaseDetail'
import { setSigner } from './deskSigner'

configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 30_000 })

export const ORIGIN = 'http://city.test/'
/** A Tuesday. */
export const NOW = Date.parse('2026-09-01T10:00:00+08:00')

export type CaseProperties = Readonly<Record<string, unknown>>

/** AJ1 is with the water bureau since 08:30, past its hour there; AJ2 is closed; AJ3 may be AJ1 once more. */
const CASES: Readonly<Record<string, CaseProperties>> = {
  AJ1: {
    name: '太平路道路积水',
    class: '市容环境',
    unit: '市城乡水务局',
    stage: '派遣',
    time: '2026-09-01T08:30:00+08:00',
    reported: '2026-08-31T17:00:00+08:00',
    history: [
      { at: '2026-08-31T17:00:00+08:00', verb: 'report', stage: '上报', by: '采集员' },
      { at: '2026-08-31T17:10:00+08:00', verb: 'accept', stage: '受理' },
      { at: '2026-08-31T17:20:00+08:00', verb: 'register', stage: '立案' },
      { at: '2026-09-01T08:30:00+08:00', verb: 'dispatch', stage: '派遣', unit: '市城乡水务局' },
    ],
  },
  AJ2: {
    name: '光明街井盖丢失',
    class: '突发事件',
    unit: '市综合执法局',
    stage: '结案',
    time: '2026-09-01T09:00:00+08:00',
    reported: '2026-09-01T08:30:00+08:00',
    closed: '2026-09-01T09:00:00+08:00',
  },
  AJ3: {
    name: '太平路积水',
    class: '市容环境',
    unit: '市城乡水务局',
    stage: '上报',
    time: '2026-08-31T17:30:00+08:00',
    reported: '2026-08-31T17:30:00+08:00',
  },
}

/** AJ3 lies 0.0003° north of AJ1: 0.0003 · 6 371 008.8 m · π / 180 = 33.4 m. */
const PLACES: Readonly<Record<string, readonly [number, number]>> = {
  AJ1: [117.5, 35.5],
  AJ2: [117.51, 35.5],
  AJ3: [117.5, 35.5003],
}

const ALL_ACTIONS = {
  dispatch: 'api/dispatch',
  urge: 'api/urge',
  return: 'api/return',
  reassign: 'api/reassign',
  suspend: 'api/suspend',
  note: 'api/note',
}

interface Desk {
  readonly actions?: Readonly<Record<string, string>> | undefined
  readonly language?: Language
  readonly signer?: string
}

/** A view at a desk whose cases are `CASES`, with a clock that stands still at `NOW`; the state of the page is fresh. */
export async function renderAtDesk(
  view: ReactNode,
  { actions = ALL_ACTIONS, language = 'zh-CN', signer = '王敏' }: Desk = {},
): Promise<RenderResult> {
  setSigner(signer)
  select(NO_SELECTION)
  await i18next.changeLanguage(language)
  server.use(
    http.get(`${ORIGIN}cases.geojson`, () =>
      HttpResponse.json({
        type: 'FeatureCollection',
        features: Object.entries(CASES).map(([id, properties]) => ({
          type: 'Feature',
          id,
          geometry: { type: 'Point', coordinates: PLACES[id] },
          properties,
        })),
      }),
    ),
  )
  const city = openDeskCity(actions)
  const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retryDelay: 0 } } })
  return render(
    <QueryClientProvider client={client}>
      <CityContext value={city}>{view}</CityContext>
    </QueryClientProvider>,
  )
}

/** The detail of one case, once its feed is read. */
export function CaseAtDesk({ id }: { readonly id: string }) {
  const feed = useFeed('cases')
  const detail = useFeatureDetail({ feed: 'cases', mapId: 0, id })
  if (feed.isError) throw feed.error
  return detail.data ? <CaseDetail detail={detail.data} /> : null
}

function openDeskCity(actions: Readonly<Record<string, string>>): City {
  const engine = createCityEngine({ publish: () => 'blob:desk', withdraw: () => {} })
  const definition = {
    version: 1,
    city: { code: '999903', name: '小城', bounds: [117, 35, 118, 36] },
    calendars: {
      city: {
        hours: [
          ['08:30', '12:00'],
          ['13:30', '17:30'],
        ],
      },
    },
    feeds: [
      {
        id: 'cases',
        title: { zh: '案件', en: 'Cases' },
        record: 'case',
        source: { type: 'geojson', url: 'cases.geojson' },
        calendar: 'city',
        clock: { limits: { 受理: 15, 立案: 30, 派遣: 60, 处置: 240 }, whole: 480 },
        ...(Object.keys(actions).length > 0 && { actions }),
      },
    ],
    indicators: [],
  }
  const opened = engine.openCatalog(new TextEncoder().encode(JSON.stringify(definition)), null)
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  const { catalog, standard, feedsByIndicator, methods } = opened
  return {
    catalog,
    catalogUrl: `${ORIGIN}catalog.json`,
    foreign: false,
    standard,
    feedsByIndicator,
    methods,
    engine: answerInLine(engine),
    now: () => NOW,
    demoClock: true,
  }
}
