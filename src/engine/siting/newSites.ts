import type { Feature, Geometry } from 'geojson'
import { coverShapes } from '#core/geo/coverShape.ts'
import { predicateOf } from '#core/indicators/cannotMeasure.ts'
import type { CityFeature, Footprint } from '#core/model/feature.ts'
import type { Reason } from '#core/model/feedReport.ts'
import type { OpenCity } from '../EngineContext'
import { featureEditor } from '../world/editFeature'
import type { WorldView } from '../world/worldView'
import type { SitedMetric } from './sitedMetric'
import { REFUSALS } from './sitingFaults'

/** Where something could be built, and what it would be. */
export interface CandidatePlace {
  readonly id: string
  readonly geometry: Geometry | null
  readonly properties: Readonly<Record<string, unknown>>
  /** Null: that of the feed it goes to. */
  readonly footprint: Footprint | null
  /** Why it cannot have the footprint that it should. */
  readonly refused?: Reason | undefined
}

/** A candidate as the feed would hold it, and what puts it there. */
interface NewSite {
  readonly feature: CityFeature
  readonly put: Feature
  readonly footprint: Footprint | null
  /** Id of the candidate. */
  readonly from: string
}

export interface NewSites {
  readonly sites: readonly NewSite[]
  readonly standing: number
  readonly refused: readonly { readonly reason: Reason; readonly count: number }[]
}

/** What stands before an id that the feed has already. */
const PLANNED = 'plan:'

/**
 * Passes candidates through the door of the feed that they would be built in, and leaves out those that stand there already,
 * are refused, or would not serve the metric.
 * @param metric without a `method` any of the feed serves.
 * @param ids names that are taken besides those of the feed; those of the new sites are added.
 */
export function newSites(
  { catalog }: OpenCity,
  view: WorldView,
  { by, byWhere, method }: Pick<SitedMetric, 'by' | 'byWhere'> & Partial<Pick<SitedMetric, 'method'>>,
  places: readonly CandidatePlace[],
  /** Though one stands there. */
  { anywhere = false, ids = new Set<string>() }: { readonly anywhere?: boolean; readonly ids?: Set<string> } = {},
): NewSites {
  const feed = catalog.feeds.find(({ id }) => id === by)
  if (!feed) return { sites: [], standing: 0, refused: [] }
  const passes = predicateOf(byWhere)
  const taken = new Set<string>()
  if (!anywhere) {
    for (const feature of view.features(by)) {
      if (feature.geometry && passes(feature) === true) taken.add(placeKey(feature))
    }
  }
  const numbers = new Set<number>()
  const edit = featureEditor(feed, catalog.city, {
    known: () => undefined,
    former: () => undefined,
    taken: (mapId) => numbers.has(mapId) || view.byMapId(by, mapId) !== undefined,
  })
  const sites: NewSite[] = []
  const refused = new Map<string, { reason: Reason; count: number }>()
  const refuse = (reason: Reason) => {
    const known = refused.get(reason.zh) ?? { reason, count: 0 }
    known.count++
    refused.set(reason.zh, known)
  }
  let standing = 0
  for (const place of places) {
    const { geometry, footprint } = place
    if (place.refused || !geometry) {
      refuse(place.refused ?? REFUSALS.noPlace())
      continue
    }
    if (taken.has(placeKey({ geometry }))) {
      standing++
      continue
    }
    let id = place.id
    while (view.find(by, id) || ids.has(id)) id = PLANNED + id
    const { id: own, ...properties } = place.properties
    const named = own === undefined || own === place.id ? properties : { ...properties, id: own }
    const put: Feature = { type: 'Feature', id, geometry, properties: named }
    const edited = edit({ feed: by, put, ...(footprint && { footprint }) })
    if (!edited.ok || !edited.feature) {
      refuse(edited.ok ? REFUSALS.noPlace() : edited.reason)
      continue
    }
    const refusal = whyOfNoUse(edited.feature, method, passes)
    if (refusal) {
      refuse(refusal)
      continue
    }
    ids.add(id)
    numbers.add(edited.feature.mapId)
    sites.push({ feature: edited.feature, put, footprint, from: place.id })
  }
  return { sites, standing, refused: [...refused.values()] }
}

function whyOfNoUse(
  feature: CityFeature,
  method: SitedMetric['method'] | undefined,
  passes: ReturnType<typeof predicateOf>,
): Reason | null {
  if (passes(feature) !== true) return REFUSALS.byWhere()
  if (!method) return null
  const type = feature.geometry?.type
  if (method.name === 'near') return type === 'Point' || type === 'MultiPoint' ? null : REFUSALS.notAPoint()
  return coverShapes(feature.geometry, feature.footprint) ? null : REFUSALS.noFootprint()
}

/** The place, to 1e-7 degree. */
function placeKey({ geometry }: Pick<CityFeature, 'geometry'>): string {
  return JSON.stringify(geometry, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e7) : value))
}
