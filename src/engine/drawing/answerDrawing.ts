import type { Geometry } from 'geojson'
import { feedInRole } from '#catalog/roles.ts'
import { type DrawnLayer, type DrawnLook, drawMap } from '#core/drawing/drawMap.ts'
import { explain } from '#core/indicators/explain.ts'
import { feedOfRole } from '#core/indicators/methods/parameters.ts'
import { methodOf } from '#core/indicators/metricFacts.ts'
import type { CityFeature } from '#core/model/feature.ts'
import { localName } from '#core/model/shownName.ts'
import { boundsOfFeatures, placeOfFeature } from '#feeds/store/describeFeature.ts'
import type { OpenCity } from '../EngineContext'
import type { RowInputs } from '../indicators/rowInputs'
import { createPause } from '../jobs/steps'
import type { WorldView } from '../world/worldView'
import type { Drawing, DrawingRequest } from './drawingRequest'

interface Asked {
  readonly city: OpenCity
  readonly view: WorldView
  readonly inputs: RowInputs
}

/** More names than these on one drawing are a crowd: none is written. */
const MOST_NAMES = 40

/** The city of a world, drawn: its ground, and what a metric of a row covers and leaves open on it. */
export async function answerDrawing(asked: Asked, request: DrawingRequest, check: () => void): Promise<Drawing> {
  const { city, view } = asked
  const { catalog } = city
  const scope = catalog.scopes.find(({ id }) => id === request.scope)
  const scoped = scope ? view.features(scope.feed).filter(view.filterOf(scope.where, null)) : []
  const towns = feedInRole(catalog, 'towns')?.id
  const townFeatures = towns === undefined ? [] : view.features(towns)
  const roads = catalog.feeds.flatMap(({ id, record }) => (record === 'road' ? [id] : []))
  const row = request.row && layersOfRow(asked, request)
  const layers: DrawnLayer[] = [
    layerOf('region', scoped.length > 0 ? scoped : townFeatures),
    ...roads.map((feed) => layerOf('road', view.features(feed))),
    ...(row?.below ?? []),
    layerOf('outline', [...townFeatures, ...scoped]),
    ...(row?.above ?? []),
  ]
  const pieces: string[] = []
  const { pause } = createPause()
  const bounds = request.bounds ?? boundsOfFeatures(scoped) ?? boundsOfFeatures(townFeatures) ?? catalog.city.bounds
  for (const piece of drawMap({ ...request, bounds, layers, names: namesOf(townFeatures, request.language) })) {
    pieces.push(piece)
    check()
    await pause()
  }
  const wanted = [...(scope ? [scope.feed] : []), ...(towns === undefined ? [] : [towns]), ...roads]
  return { svg: pieces.join(''), missing: [...new Set(wanted)].filter((feed) => !view.stored(feed)) }
}

const layerOf = (look: DrawnLook, features: readonly CityFeature[]): DrawnLayer => ({
  look,
  geometries: features.flatMap(({ geometry }) => geometry ?? []),
})

function layersOfRow({ city, view, inputs }: Asked, { row, scope }: DrawingRequest) {
  if (!row) return null
  const { indicator, metric } = row
  const input = inputs.inputOf(view, { scope, only: [indicator] })
  const { subjects, gaps, footprints } = explain(input, indicator, metric, inputs.memoryOf(city))
  const inState = (state: (typeof subjects)[number]['state']): readonly Geometry[] =>
    subjects.flatMap((subject) => {
      const geometry = subject.state === state ? view.byMapId(subject.feed, subject.mapId)?.geometry : null
      return geometry ? [geometry] : []
    })
  const definition = city.catalog.indicators.find(({ id }) => id === indicator)?.metrics[metric]
  const by = definition && feedOfRole(methodOf(definition).parameters, definition, 'by')
  const own = new Set(subjects.map(({ feed }) => feed))
  return {
    below: [{ look: 'cover', geometries: footprints ? [footprints] : [] }] satisfies DrawnLayer[],
    above: [
      { look: 'excluded', geometries: inState('excluded') },
      { look: 'covered', geometries: inState('covered') },
      { look: 'gap', geometries: gaps.features.map(({ geometry }) => geometry) },
      { look: 'uncovered', geometries: inState('uncovered') },
      ...(by && !own.has(by) ? [layerOf('site', view.features(by).filter(isPoint))] : []),
    ] satisfies DrawnLayer[],
  }
}

const isPoint = ({ geometry }: CityFeature): boolean => geometry?.type === 'Point' || geometry?.type === 'MultiPoint'

function namesOf(features: readonly CityFeature[], language: DrawingRequest['language']) {
  if (features.length > MOST_NAMES) return []
  return features.flatMap((feature) => {
    const name = localName(feature.properties)
    const place = feature.geometry && name && placeOfFeature(feature)
    return name && place ? [{ at: place.at, text: (language === 'en' ? name.en : undefined) ?? name.zh }] : []
  })
}
