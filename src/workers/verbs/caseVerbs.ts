import type { Position } from 'geojson'
import { calendarOf } from '../../catalog/calendarOf'
import type { CatalogFeed } from '../../catalog/schema'
import { type CaseClock, caseClock, type ReadCaseClock } from '../../core/cases/caseClock'
import { type CaseFacts, caseFacts } from '../../core/cases/caseFacts'
import { caseKpis, type KpiGrouping, type KpiReport } from '../../core/cases/caseKpis'
import { readCase } from '../../core/cases/caseRecord'
import { type DuplicateOf, duplicatesOf } from '../../core/cases/duplicates'
import { type HotCell, hotSpots } from '../../core/cases/hotSpots'
import { type CaseReminder, caseReminders } from '../../core/cases/reminders'
import type { CityFeature } from '../../core/model/feature'
import type { EngineContext } from '../EngineContext'

/** What a case is called, and the way to it. */
export interface CaseName {
  readonly mapId: number
  readonly id: string
  readonly name: string | null
  readonly nameEn: string | null
}

export interface CaseSheet {
  readonly clock: CaseClock
  /** Other cases that may be the same matter, the likeliest first. */
  readonly duplicates: readonly (CaseName & Omit<DuplicateOf, 'feature'> & { readonly stage: string })[]
}

export interface RemindersRequest {
  readonly feed: string
  readonly scope: string | null
  readonly limit: number
}

export interface Reminders {
  readonly overdue: number
  readonly dueSoon: number
  /** Open cases whose limit is not known: nothing can be said of them. */
  readonly unlimited: number
  /** The most pressing first, at most `limit`. */
  readonly first: readonly (CaseName & Omit<CaseReminder, 'feature'>)[]
}

export interface CaseKpisRequest {
  readonly feed: string
  readonly by: KpiGrouping
  readonly scope: string | null
  /** Length of the period that ends now. */
  readonly days: number
}

export interface CaseKpisAnswer extends KpiReport {
  /** Since when cases are on record; null where none is. Figures of a period that begins before are of a part of it. */
  readonly since: number | null
}

export interface HotSpotsRequest {
  readonly feed: string
  readonly scope: string | null
  readonly hours: number
  /** Weeks compared with, at most. */
  readonly weeks: number
  /** Metres from the middle of a cell to a corner. */
  readonly radius: number
}

export interface HotSpotsAnswer {
  readonly from: number
  readonly to: number
  /** Weeks there is something to compare with. */
  readonly weeks: number
  /** Cells with a report, the hottest first. */
  readonly cells: readonly (Omit<HotCell, 'cases' | 'ring'> & { readonly cases: readonly CaseName[] })[]
  /** URL of the emerging cells for the map, with `now`, `usual` and `score`; it holds until the cells change. */
  readonly url: string
}

/** Questions about cases, as of the moment viewed. */
export interface CaseVerbs {
  /** Null when the case is not there, or its stage is none of the standard's. */
  caseSheet(feed: string, id: string): CaseSheet | null
  reminders(request: RemindersRequest): Reminders
  /** Over the cases of the feed and of its archive. */
  caseKpis(request: CaseKpisRequest): CaseKpisAnswer
  hotSpots(request: HotSpotsRequest): HotSpotsAnswer
}

/** What is known of the cases of a feed whatever the time, so that it is worked out once. */
interface CaseReader {
  readonly definition: CatalogFeed
  readonly clock: ReadCaseClock
  readonly facts: WeakMap<object, CaseFacts>
}

export function caseVerbs(context: EngineContext): CaseVerbs {
  const readers = new Map<string, CaseReader>()
  /** The cells the map was given last. */
  let drawn = { text: '', url: '' }

  const readerOf = (id: string): CaseReader => {
    const definition = context.feed(id)
    if (!definition) throw new Error(`no feed ${id} in the catalog`)
    const known = readers.get(id)
    if (known?.definition === definition) return known
    const limits = definition.clock ?? { limits: {}, dueSoon: 0 }
    const clock = caseClock(limits, calendarOf(context.city().catalog, definition))
    const made = { definition, clock, facts: new WeakMap<object, CaseFacts>() }
    readers.set(id, made)
    return made
  }

  /** Cases of a feed and of its archive; one that is in both is the live one. */
  const withArchive = (id: string, scope: string | null): readonly CityFeature[] => {
    const contains = context.filterOf(undefined, scope)
    const live = context.features(id)
    const { archive } = readerOf(id).definition
    const ids = new Set(live.map((feature) => feature.id))
    const past = archive === undefined ? [] : context.features(archive).filter((feature) => !ids.has(feature.id))
    return [...live, ...past].filter(contains)
  }

  const factsOf = ({ clock, facts }: CaseReader, feature: CityFeature, now: number): readonly CaseFacts[] => {
    const known = facts.get(feature.properties)
    if (known) return [known]
    const read = clock(feature, now)
    if (!read) return []
    const made = caseFacts(feature, read)
    facts.set(feature.properties, made)
    return [made]
  }

  return {
    caseSheet(feed, id) {
      const feature = context.find(feed, id)
      const clock = feature && readerOf(feed).clock(feature, context.now())
      if (!feature || !clock) return null
      const duplicates = duplicatesOf(feature, context.features(feed)).map(({ feature: other, ...likeness }) => ({
        ...nameOf(other),
        ...likeness,
        stage: String(other.properties.stage),
      }))
      return { clock, duplicates }
    },

    reminders({ feed, scope, limit }) {
      const now = context.now()
      const { clock } = readerOf(feed)
      const contains = context.filterOf(undefined, scope)
      const open = context.features(feed).flatMap((feature) => {
        if (feature.properties.stage === '结案' || !contains(feature)) return []
        const read = clock(feature, now)
        return read ? [{ feature, clock: read }] : []
      })
      const queue = caseReminders(open)
      return {
        overdue: queue.filter(({ state }) => state === 'overdue').length,
        dueSoon: queue.filter(({ state }) => state === 'due-soon').length,
        unlimited: open.filter((one) => one.clock.state === null).length,
        first: queue.slice(0, limit).map(({ feature, ...reminder }) => ({ ...nameOf(feature), ...reminder })),
      }
    },

    caseKpis({ feed, by, scope, days }) {
      const now = context.now()
      const reader = readerOf(feed)
      const facts = withArchive(feed, scope).flatMap((feature) => factsOf(reader, feature, now))
      const report = caseKpis(facts, by, { from: now - days * 86_400_000, to: now })
      return { ...report, since: sinceOf(withArchive(feed, null)) }
    },

    hotSpots({ feed, scope, hours, weeks, radius }) {
      const { archive } = readerOf(feed).definition
      const [west, south, east, north] = context.city().catalog.city.bounds
      const origin: Position = [(west + east) / 2, (south + north) / 2]
      const since = archive === undefined || !context.stored(archive) ? null : sinceOf(context.features(archive))
      const found = hotSpots(withArchive(feed, scope), { now: context.now(), hours, weeks, origin, radius, since })
      const emerging = found.cells.filter(({ state }) => state === 'emerging')
      const text = JSON.stringify({ type: 'FeatureCollection', features: emerging.map(drawnCell) })
      if (text !== drawn.text) {
        const last = drawn.url
        drawn = { text, url: context.publish(new TextEncoder().encode(text)) }
        if (last !== '') context.withdraw(last)
      }
      const cells = found.cells.map(({ ring: _, cases, ...cell }) => ({ ...cell, cases: cases.map(nameOf) }))
      return { ...found, cells, url: drawn.url }
    },
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const nameOf = ({ mapId, id, properties }: CityFeature): CaseName => ({
  mapId,
  id,
  name: textOf(properties.name),
  nameEn: textOf(properties.name_en),
})

/** When the first of the cases was reported. */
function sinceOf(cases: readonly CityFeature[]): number | null {
  let since: number | null = null
  for (const { properties } of cases) {
    const reported = readCase(properties)?.reported ?? null
    if (reported !== null && (since === null || reported < since)) since = reported
  }
  return since
}

const drawnCell = ({ ring, now, usual, score, topClass }: HotCell) => ({
  type: 'Feature',
  properties: { now, usual, score, class: topClass },
  geometry: { type: 'Polygon', coordinates: [ring] },
})
