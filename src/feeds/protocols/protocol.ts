import type { MultiPolygon, Polygon } from 'geojson'
import type { CatalogFeed } from '#catalog/schema.ts'
import type { Reason } from '#core/model/feedReport.ts'

/** Why a reader keeps an entry out that could not become a feature at all. */
export interface Refusal {
  readonly id: string | null
  readonly field: string
  readonly reason: Reason
}

/** Something remarkable of an entry, or of a message that is none; it keeps nothing out. */
export interface Remark {
  readonly id: string | null
  readonly reason: Reason
}

/** One entry of a feed as it came, not yet checked. */
export interface RawEntry {
  readonly index: number
  readonly value: unknown
  /** The reader itself keeps the entry out: it is quarantined with this. */
  readonly refusal?: Refusal | undefined
  /** What the reader mended in it. */
  readonly notices?: readonly Reason[] | undefined
  /** An integer of this entry as it is written, which parsing may have rounded; null where it is not written so. */
  readonly writtenNumber: (path: readonly (string | number)[]) => string | null
}

/** A feed taken apart: its entries, and what its top level says of itself. */
export interface RawCollection {
  readonly entries: readonly RawEntry[]
  /** `timeStamp` or `asOf` of the top level. */
  readonly asOf: unknown
  /**
   * Times of messages that were understood, epoch milliseconds, of those too that became no feature: they count beside
   * the times of features.
   */
  readonly messageTimes?: readonly number[]
  /** The feed is known to be whole and to hold nothing: without a time of its own, that of the reading is its time. */
  readonly timeOfReading?: boolean
  /** Name of the GeoJSON `crs` member, or null without one. */
  readonly crsName: string | null
  readonly remarks?: readonly Remark[]
}

/** Why a feed cannot be read at all, with line (from 1) and byte (from 0) where there is one. */
export interface FeedFailure {
  readonly reason: Reason
  readonly line?: number | undefined
  readonly byte?: number | undefined
}

/** Where the events of an alert of an earlier reading held. */
export interface RememberedAlert {
  readonly sender: string
  readonly identifier: string
  /** Epoch milliseconds. */
  readonly sentAt: number
  readonly infos: readonly { readonly event: string; readonly area: AlertArea }[]
}

/** Where an alert holds. */
export interface AlertArea {
  /** All polygons and circles of its areas that can be read; null where there are none. */
  readonly geometry: Polygon | MultiPolygon | null
  /** `areaDesc` of each area. */
  readonly names: readonly string[]
  /** `areaDesc` of the areas that are told by words or codes alone, or the figure of which cannot be read. */
  readonly unplaced: readonly string[]
  /** `valueName=value` of each geocode. */
  readonly geocodes: readonly string[]
  /** What is remarkable: a figure that cannot be read, a point drawn as a disc. */
  readonly remarks: readonly Reason[]
}

/** What a reader keeps of one reading for the next one of the same feed, bounded; it concerns nobody else. */
export type Remembered = readonly RememberedAlert[]

export type ProtocolResult =
  | { readonly ok: true; readonly collection: RawCollection; readonly remembered?: Remembered }
  | { readonly ok: false; readonly failure: FeedFailure }

/** Where a feed comes from, with what its reader has to know of it. */
export type FeedSource = CatalogFeed['source']

/** Takes the bytes of one kind of feed apart into GeoJSON-like features. `earlier`: what it kept of the reading before. */
export type Protocol = (bytes: Uint8Array, earlier: Remembered, source: FeedSource) => ProtocolResult
