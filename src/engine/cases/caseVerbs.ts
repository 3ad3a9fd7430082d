import type { Position } from 'geojson'
import type { CaseClock } from '#core/cases/caseClock.ts'
import { caseKpis, type KpiGrouping, type KpiReport } from '#core/cases/caseKpis.ts'
import { readCase } from '#core/cases/caseRecord.ts'
import { type DuplicateOf, duplicateGroups, duplicatePairs, duplicatesOf } from '#core/cases/duplicates.ts'
import { type HotCell, hotSpots } from '#core/cases/hotSpots.ts'
import { type CaseReminder, caseReminders } from '#core/cases/reminders.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { EngineContext } from '../EngineContext'
import { type NamedFeature, nameOf } from '../featureWords'
import { keptPublisher } from '../keptPublisher'
import type { Answers, WorldView } from '../world/worldView'
import { createCaseReaders } from './createCaseReaders'

/** What a case is called, and the way to it. */
type CaseName = NamedFeature

interface CaseSheet {
  readonly clock: CaseClock
  /** Other cases that may be the same matter, the likeliest first. */
  readonly duplicates: readonly (CaseName & Omit<DuplicateOf, 'feature'> & { readonly stage: string })[]
}

/** The first of the open cases of a feed that something is to be said of. */
interface OpenCasesRequest {
  readonly feed: string
  readonly scope: string | null
  readonly limit: number
}

export interface Reminders {
  readonly overdue: number
  readonly dueSoon: number
  /** Open cases whose limit is not known: nothing can be said of them. */
  readonly unlimited: number
  /** Open cases that begin ahead of the clock: nothing can be said of them either. */
  readonly ahead: number
  /** The most pressing first, at most `limit`. */
  readonly first: readonly (CaseName & Omit<CaseReminder, 'feature'>)[]
}

export interface DuplicateGroup {
  readonly cases: readonly CaseName[]
  /** The farthest, and the longest apart, of its pairs. */
  readonly metres: number
  readonly minutes: number
  /** Of the likeliest pair. */
  readonly score: number
}

interface Duplicates {
  /** Groups of open cases that may be one matter each. */
  readonly groups: number
  /** The largest first, at most `limit`. */
  readonly first: readonly DuplicateGroup[]
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

/** Questions about cases. */
export interface CaseVerbs {
  /** Null when the case is not there, or its stage is none of the standard's. */
  caseSheet(feed: string, id: string): CaseSheet | null
  reminders(request: OpenCasesRequest): Reminders
  duplicates(request: OpenCasesRequest): Duplicates
  /** Over the cases of the feed and of its archive. */
  caseKpis(request: CaseKpisRequest): CaseKpisAnswer
  hotSpots(request: HotSpotsRequest): HotSpotsAnswer
}

export function caseVerbs(context: EngineContext): Answers<CaseVerbs> {
  const readerOf = createCaseReaders(context)
  const publishCells = keptPublisher(context)

  /** Cases of a feed and of its archive; one that is in both is the live one. */
  const withArchive = (view: WorldView, id: string, scope: string | null): readonly CityFeature[] => {
    const contains = view.filterOf(undefined, scope)
    const live = view.features(id)
    const { archive } = readerOf(id)
    const ids = new Set(live.map((feature) => feature.id))
    const past = archive === undefined ? [] : view.features(archive).filter((feature) => !ids.has(feature.id))
    return [...live, ...past].filter(contains)
  }

  const openCases = (view: WorldView, feed: string, scope: string | null): readonly CityFeature[] => {
    const contains = view.filterOf(undefined, scope)
    return view.features(feed).filter((feature) => feature.properties.stage !== '结案' && contains(feature))
  }

  return {
    caseSheet(view, feed, id) {
      const feature = view.find(feed, id)
      const clock = feature && readerOf(feed).clock(feature, view.now())
      if (!feature || !clock) return null
      const duplicates = duplicatesOf(feature, view.features(feed)).map(({ feature: other, ...likeness }) => ({
        ...nameOf(other),
        ...likeness,
        stage: String(other.properties.stage),
      }))
      return { clock, duplicates }
    },

    reminders(view, { feed, scope, limit }) {
      const now = view.now()
      const reader = readerOf(feed)
      const quiet = { calm: 0, unlimited: 0, ahead: 0 }
      const pressing: { readonly feature: CityFeature; readonly clock: CaseClock }[] = []
      for (const feature of openCases(view, feed, scope)) {
        const clock = reader.pressing(feature, now)
        if (typeof clock === 'string') quiet[clock] += 1
        else if (clock !== null) pressing.push({ feature, clock })
      }
      const queue = caseReminders(pressing)
      return {
        overdue: queue.filter(({ state }) => state === 'overdue').length,
        dueSoon: queue.filter(({ state }) => state === 'due-soon').length,
        unlimited: quiet.unlimited,
        ahead: quiet.ahead,
        first: queue.slice(0, limit).map(({ feature, ...reminder }) => ({ ...nameOf(feature), ...reminder })),
      }
    },

    duplicates(view, { feed, scope, limit }) {
      const pairs = duplicatePairs(openCases(view, feed, scope))
      const groups = duplicateGroups(pairs)
      return {
        groups: groups.length,
        first: groups.slice(0, limit).map((group) => {
          const ids = new Set(group.map(({ id }) => id))
          const mine = pairs.filter(({ a }) => ids.has(a.id))
          return {
            cases: group.map(nameOf),
            metres: Math.max(...mine.map(({ metres }) => metres)),
            minutes: Math.max(...mine.map(({ minutes }) => minutes)),
            score: Math.max(...mine.map(({ score }) => score)),
          }
        }),
      }
    },

    caseKpis(view, { feed, by, scope, days }) {
      const now = view.now()
      const reader = readerOf(feed)
      const facts = withArchive(view, feed, scope).flatMap((feature) => reader.facts(feature, now))
      const report = caseKpis(facts, by, { from: now - days * 86_400_000, to: now })
      return { ...report, since: sinceOf(withArchive(view, feed, null)) }
    },

    hotSpots(view, request) {
      const { feed, scope, hours, weeks, radius } = request
      const { archive } = readerOf(feed)
      const [west, south, east, north] = context.city().catalog.city.bounds
      const origin: Position = [(west + east) / 2, (south + north) / 2]
      const since = archive === undefined || !view.stored(archive) ? null : sinceOf(view.features(archive))
      const found = hotSpots(withArchive(view, feed, scope), { now: view.now(), hours, weeks, origin, radius, since })
      const emerging = found.cells.filter(({ state }) => state === 'emerging')
      const url = publishCells(JSON.stringify([view.world, request]), JSON.stringify(cellsOf(emerging)))
      return {
        ...found,
        cells: found.cells.map(({ ring: _, cases, ...cell }) => ({ ...cell, cases: cases.map(nameOf) })),
        url,
      }
    },
  }
}

/** When the first of the cases was reported. */
function sinceOf(cases: readonly CityFeature[]): number | null {
  let since: number | null = null
  for (const { properties } of cases) {
    const reported = readCase(properties)?.reported ?? null
    if (reported !== null && (since === null || reported < since)) since = reported
  }
  return since
}

/** Cells for the map, as GeoJSON. */
const cellsOf = (cells: readonly HotCell[]) => ({
  type: 'FeatureCollection',
  features: cells.map(({ ring, now, usual, score, topClass }) => ({
    type: 'Feature',
    properties: { now, usual, score, class: topClass },
    geometry: { type: 'Polygon', coordinates: [ring] },
  })),
})
