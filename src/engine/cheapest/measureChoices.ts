import type { CatalogMeasure } from '#catalog/schema.ts'
import type { ChangedFeature, Choice } from '#core/cheapest/cheapestTask.ts'
import { predicateOf, valueExpression } from '#core/indicators/cannotMeasure.ts'
import { sortedFeatures } from '#core/indicators/canonicalOrder.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { Reason } from '#core/model/feedReport.ts'
import type { Edit } from '#core/model/world.ts'
import type { OpenCity } from '../EngineContext'
import { placesOfFeed } from '../siting/candidatePlaces'
import { newSites } from '../siting/newSites'
import { featureEditor } from '../world/editFeature'
import type { WorldView } from '../world/worldView'
import { CHEAPEST_FAULTS } from './cheapestFaults'
import type { MeasureReach } from './cheapestRequest'

/** Everything that the measures of a catalog can do. */
export interface MeasureChoices {
  readonly choices: readonly Choice[]
  readonly features: readonly ChangedFeature[]
  readonly measures: readonly MeasureReach[]
}

/** Measures that can be done to one feature: each set of them is another state. */
const MOST_AT_ONE = 8

/** The measures of the catalog feature by feature, each past the door of the feed that it changes. */
export function measureChoices(city: OpenCity, view: WorldView): MeasureChoices {
  const choices: Choice[] = []
  const built: ChangedFeature[] = []
  const patches = new Map<string, Map<string, { choice: number; patch: Patch }[]>>()
  const ids = new Map<string, Set<string>>()
  const measures = city.catalog.measures.map((measure, at): MeasureReach => {
    const tally = refusals()
    const before = choices.length
    const done = (rest: Partial<MeasureReach> = {}): MeasureReach => ({
      ...{ measure: measure.id, choices: choices.length - before, standing: 0, unpriced: 0 },
      ...rest,
      refused: tally.list(),
    })
    if (!view.stored(measure.feed)) {
      tally.add(CHEAPEST_FAULTS.notRead(measure.feed))
      return done()
    }
    const cost = costOf(measure)
    const where = predicateOf(measure.where)
    let unpriced = 0
    if (measure.add) {
      const { candidates, where: among, properties } = measure.add
      const places = placesOfFeed(city, view, candidates, { by: measure.feed, footprint: null, properties })
      if (!places.ok) {
        tally.add(places.fault)
        return done()
      }
      const chosen = predicateOf(among)
      const wanted = places.found.flatMap((place) => {
        const feature = view.find(candidates, place.id)
        return feature && where(feature) === true && chosen(feature) === true ? [{ place, cost: cost(feature) }] : []
      })
      unpriced = wanted.filter((each) => each.cost === null).length
      const priced = wanted.filter((each) => each.cost !== null)
      const costs = new Map(priced.map((each) => [each.place.id, each.cost ?? 0]))
      const taken = ids.get(measure.feed) ?? new Set<string>()
      ids.set(measure.feed, taken)
      const { sites, standing, refused } = newSites(
        city,
        view,
        { by: measure.feed, byWhere: undefined },
        priced.map(({ place }) => place),
        { ids: taken },
      )
      for (const { reason, count } of refused) tally.add(reason, count)
      for (const { feature, put, footprint, from } of sites) {
        const edit: Edit = { feed: measure.feed, put, ...(footprint && { footprint }) }
        const own = { measure: at, feed: measure.feed, id: feature.id, cost: costs.get(from) ?? 0, edit }
        built.push({ feed: measure.feed, before: null, choices: [choices.push(own) - 1], states: [feature] })
      }
      return done({ standing, unpriced })
    }
    const patch: Patch = measure.patch ?? {}
    const edited = patches.get(measure.feed) ?? new Map<string, { choice: number; patch: Patch }[]>()
    patches.set(measure.feed, edited)
    const editor = editorOf(city, view, measure.feed)
    for (const feature of sortedFeatures(view.features(measure.feed))) {
      if (where(feature) !== true || !changes(feature, patch)) continue
      const amount = cost(feature)
      if (amount === null) {
        unpriced++
        continue
      }
      const refusal = editor.patched(feature, patch)
      const own = edited.get(feature.id) ?? []
      if ('code' in refusal) tally.add(refusal)
      else if (own.length === MOST_AT_ONE) tally.add(CHEAPEST_FAULTS.tooMany(MOST_AT_ONE))
      else {
        const { id } = feature
        const edit: Edit = { feed: measure.feed, id, patch }
        own.push({ choice: choices.push({ measure: at, feed: measure.feed, id, cost: amount, edit }) - 1, patch })
        edited.set(id, own)
      }
    }
    return done({ unpriced })
  })
  const changed = [...patches].flatMap(([feed, edited]) => {
    const editor = editorOf(city, view, feed)
    return [...edited].flatMap(([id, own]): ChangedFeature[] => {
      const before = view.find(feed, id)
      if (!before) return []
      const states = Array.from({ length: (1 << own.length) - 1 }, (_, set) => {
        let state = before
        own.forEach(({ patch }, bit) => {
          const next = (set + 1) & (1 << bit) ? editor.patched(state, patch) : state
          // Each is let in alone; what is not let in together stays as it was.
          if (!('code' in next)) state = next
        })
        return state
      })
      return [{ feed, before, choices: own.map(({ choice }) => choice), states }]
    })
  })
  return { choices, features: [...changed, ...built], measures }
}

type Patch = Readonly<Record<string, unknown>>

const changes = ({ properties }: CityFeature, patch: Patch): boolean =>
  Object.entries(patch).some(
    ([name, value]) => JSON.stringify(properties[name] ?? null) !== JSON.stringify(value ?? null),
  )

/** What it costs at a feature; null where that is no amount. */
function costOf({ cost }: CatalogMeasure): (feature: CityFeature) => number | null {
  const value = valueExpression(cost)
  return (feature) => {
    const amount = value(feature)
    return typeof amount === 'number' && Number.isFinite(amount) && amount >= 0 ? amount : null
  }
}

function editorOf({ catalog }: OpenCity, view: WorldView, id: string) {
  const feed = catalog.feeds.find((each) => each.id === id)
  if (!feed) throw new Error(`no feed ${id}`)
  let standing: CityFeature | undefined
  const edit = featureEditor(feed, catalog.city, {
    known: () => standing,
    former: () => standing,
    taken: (mapId) => view.byMapId(id, mapId) !== undefined,
  })
  return {
    patched(feature: CityFeature, patch: Patch): CityFeature | Reason {
      standing = feature
      const edited = edit({ feed: id, id: feature.id, patch })
      if (!edited.ok) return edited.reason
      return edited.feature ?? feature
    },
  }
}

function refusals() {
  const known = new Map<string, { reason: Reason; count: number }>()
  return {
    add(reason: Reason, count = 1): void {
      const before = known.get(reason.zh)
      known.set(reason.zh, { reason, count: (before?.count ?? 0) + count })
    },
    list: () => [...known.values()],
  }
}
