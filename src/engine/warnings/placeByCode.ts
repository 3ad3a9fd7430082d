import type { Catalog } from '#catalog/schema.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { FeedNotice, FeedReport } from '#core/model/feedReport.ts'
import { codesOf, indexZones, outlineOf, type ZoneIndex } from '#core/warnings/outlineOf.ts'
import { NOTICES } from '#feeds/door/reasons.ts'
import type { FeedStore } from '#feeds/store/createFeedStore.ts'
import type { EngineEvent } from '../engineEvents'

/** Puts warnings that name their area by a code where a zone of the city has that code. */
export interface PlaceByCode {
  /** A new catalog: nothing was asked for yet. */
  open(): void
  /** A feature as it is to be held: a warning without an outline has that of its codes, where one is known. */
  place(feed: string, feature: CityFeature): CityFeature
  /** A report in which the warnings that are not on the map, and those placed by code, are those held. */
  report(feed: string, report: FeedReport, features: readonly CityFeature[]): FeedReport
  /** Warnings that a feed of zones, just come in, puts elsewhere, by feed. */
  moved(feed: string): ReadonlyMap<string, ReadonlyMap<string, CityFeature>>
  /** Asks for the next feed of zones while a warning's code has no outline. */
  ask(): void
}

export function placeByCode(
  store: FeedStore,
  catalog: () => Catalog | null,
  emit: (event: EngineEvent) => void,
): PlaceByCode {
  const indexes = new WeakMap<readonly CityFeature[], ZoneIndex>()
  const asked = new Set<string>()

  const feedsOf = (record: 'warning' | 'zone') => catalog()?.feeds.filter((feed) => feed.record === record) ?? []
  const isWarning = (id: string) => feedsOf('warning').some((feed) => feed.id === id)
  const zones = (): readonly ZoneIndex[] =>
    feedsOf('zone').flatMap(({ id }) => {
      const features = store.get(id)?.features
      if (!features) return []
      const index = indexes.get(features) ?? indexZones(features)
      indexes.set(features, index)
      return [index]
    })

  const placed = (feature: CityFeature, known: () => readonly ZoneIndex[]): CityFeature => {
    const { geometry, properties } = feature
    if (geometry !== null && properties.placed_by === undefined) return feature
    const codes = codesOf(properties.geocode)
    const city = catalog()?.city
    const outline = codes.length > 0 && city ? outlineOf(codes, known(), city) : null
    const { placed_by: by, placed_roughly: roughly, ...own } = properties
    if (!outline) return geometry === null ? feature : { ...feature, geometry: null, properties: own }
    const next = outline.by.join('、')
    if (next === by && outline.roughly === (roughly === true) && sameShape(geometry, outline.geometry)) return feature
    return {
      ...feature,
      geometry: outline.geometry,
      properties: { ...own, placed_by: next, ...(outline.roughly && { placed_roughly: true }) },
    }
  }

  const held = () => feedsOf('warning').flatMap(({ id }) => store.get(id) ?? [])

  return {
    open: () => asked.clear(),
    place: (feed, feature) => (isWarning(feed) ? placed(feature, zones) : feature),
    report(feed, report, features) {
      if (!isWarning(feed)) return report
      const others = report.notices.filter(({ reason }) => reason.code !== OFF.code && reason.code !== BY_CODE.code)
      const off = noticeOf(
        OFF,
        features.filter(({ geometry }) => geometry === null),
      )
      const byCode = noticeOf(
        BY_CODE,
        features.filter(({ properties }) => properties.placed_by !== undefined),
      )
      return { ...report, notices: [...off, ...byCode, ...others] }
    },
    moved(feed) {
      const moved = new Map<string, ReadonlyMap<string, CityFeature>>()
      if (!feedsOf('zone').some(({ id }) => id === feed)) return moved
      const known = zones()
      for (const { id, features } of held()) {
        const changes = new Map<string, CityFeature>()
        for (const feature of features) {
          const next = placed(feature, () => known)
          if (next !== feature) changes.set(feature.id, next)
        }
        if (changes.size > 0) moved.set(id, changes)
      }
      return moved
    },
    ask() {
      const open = held().some(({ features }) =>
        features.some(
          ({ geometry, properties }) =>
            (geometry === null || properties.placed_roughly === true) && codesOf(properties.geocode).length > 0,
        ),
      )
      const next = open && feedsOf('zone').find(({ id }) => !store.get(id) && !asked.has(id))
      if (!next) return
      asked.add(next.id)
      emit({ kind: 'feed-wanted', feed: next.id })
    },
  }
}

const OFF = NOTICES.notOnMap()
const BY_CODE = NOTICES.placedByCode()
const NAMED = 5

const noticeOf = (reason: FeedNotice['reason'], features: readonly CityFeature[]): FeedNotice[] =>
  features.length === 0 ? [] : [{ reason, count: features.length, ids: features.slice(0, NAMED).map(({ id }) => id) }]

const sameShape = (a: CityFeature['geometry'], b: CityFeature['geometry']): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b)
