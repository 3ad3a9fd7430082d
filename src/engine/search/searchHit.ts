import type { LocalText, RecordKind } from '#core/model/feature.ts'
import type { CoordinateReading } from '#feeds/crs/readCoordinates.ts'

/** A feature, or the several pieces of one name that are one thing, such as a road. */
export interface FeatureHit {
  readonly kind: 'feature'
  readonly feed: string
  /** Of several pieces the largest. */
  readonly mapId: number
  readonly id: string
  readonly name: string | null
  readonly nameEn: string | null
  readonly record: RecordKind
  /** Features joined in this hit. */
  readonly pieces: number
  /** [west, south, east, north] of all of them; null without a place. */
  readonly bounds: readonly [number, number, number, number] | null
  /** The zone that it lies in, where another hit has its name and feed. */
  readonly zone: LocalText | null
}

/** A row of the standard. */
export interface RowHit {
  readonly kind: 'row'
  readonly row: string
  readonly name: LocalText
}

/** What was typed is a place itself. */
export interface PlaceHit extends CoordinateReading {
  readonly kind: 'place'
}

export type SearchHit = FeatureHit | RowHit | PlaceHit
