import type { Geometry } from 'geojson'
import type { EvaluableFeed, EvaluateInput } from '#core/model/evaluation.ts'
import type { CityFeature, Footprint } from '#core/model/feature.ts'
import type { MetricDefinition } from '#core/model/metricDefinition.ts'
import type { StandardRow } from '#core/model/standard.ts'
import { deepFreeze } from './deepFreeze'

/** Builders of frozen inputs of an evaluation. */

export function feature(
  id: string,
  geometry: Geometry | null,
  properties: Record<string, unknown> = {},
  footprint?: Footprint,
): CityFeature {
  return deepFreeze({ id, mapId: 1, geometry, properties, time: null, ...(footprint ? { footprint } : {}) })
}

/** A rectangle in degrees. */
export function rectangle(west: number, south: number, east: number, north: number): Geometry {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}

export function point(longitude: number, latitude: number): Geometry {
  return { type: 'Point', coordinates: [longitude, latitude] }
}

export function line(...coordinates: [number, number][]): Geometry {
  return { type: 'LineString', coordinates }
}

export function feed(
  id: string,
  features: readonly CityFeature[],
  { asOf = null, record = 'generic' }: { asOf?: number | null; record?: string } = {},
): EvaluableFeed {
  const report = {
    id,
    read: features.length,
    accepted: features.length,
    repaired: 0,
    quarantined: [],
    notices: [],
    asOf,
    sha256: '',
    bytes: 0,
  }
  return deepFreeze({ id, features, report, record, hasFootprint: features.some((each) => each.footprint) })
}

export function row(part: Partial<StandardRow> = {}): StandardRow {
  return deepFreeze({
    order: 1,
    id: 'row',
    name: { zh: '行' },
    category: { zh: '类' },
    leading: false,
    kind: 'ratio',
    spatial: true,
    formula: { zh: '' },
    metrics: [{ id: 'value', name: { zh: '值' }, unit: 'ratio' }],
    stars: [null, null, null, null, null],
    units: [],
    ...part,
  })
}

/** One row `row` whose metrics are measured as given; feeds are given with their ids. */
export function input(
  metrics: Record<string, MetricDefinition>,
  feeds: readonly EvaluableFeed[],
  rest: Partial<EvaluateInput> & { row?: StandardRow } = {},
): EvaluateInput {
  const { row: standardRow = row(), ...others } = rest
  return {
    standard: { source: { zh: '标准' }, rows: [standardRow] },
    indicators: deepFreeze([{ id: standardRow.id, metrics }]),
    scopes: [],
    feeds: new Map(feeds.map((each) => [each.id, each])),
    scope: null,
    ...others,
  }
}
