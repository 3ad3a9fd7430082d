import type { Feature, Geometry, Position } from 'geojson'

export type FeedFeature = Feature<Geometry | null, Record<string, unknown>>

/** One feed as it is written to geodata/. */
export interface FeedFile {
  readonly id: string
  /** Time of the data as a whole; null when its features carry their own. */
  readonly asOf: string | null
  readonly features: readonly FeedFeature[]
}

const demonstrationNotice = '演示数据 demonstration data'

/** A feature with its identity as text. */
export function feature(
  id: string,
  geometry: Geometry | null,
  properties: Readonly<Record<string, unknown>>,
): FeedFeature {
  return { type: 'Feature', id, properties: { ...properties }, geometry }
}

/** A point feature. */
export function pointFeature(
  id: string,
  coordinates: Position,
  properties: Readonly<Record<string, unknown>>,
): FeedFeature {
  return feature(id, { type: 'Point', coordinates }, properties)
}

/** Compact GeoJSON, one feature a line, so that differences can be read. */
export function serialiseFeed(file: FeedFile): string {
  const head = [
    '"type":"FeatureCollection"',
    `"x-notice":${JSON.stringify(demonstrationNotice)}`,
    ...(file.asOf === null ? [] : [`"timeStamp":${JSON.stringify(file.asOf)}`]),
  ]
  const lines = file.features.map((each) => JSON.stringify(each)).join(',\n')
  return `{${head.join(',')},"features":[\n${lines}\n]}\n`
}
