import type { Catalog } from '#catalog/schema.ts'
import type { FeedReport } from '#core/model/feedReport.ts'
import type { ChannelState } from '#feeds/live/channelState.ts'

/** What the engine tells the page without being asked. */
export type EngineEvent =
  /** A feed of the present is another than it was, by its channel or by time, or what is said of it is. */
  | {
      readonly kind: 'feed'
      readonly feed: string
      readonly report: FeedReport
      readonly bounds: readonly [number, number, number, number] | null
      readonly properties: readonly string[]
    }
  /** What the catalog leaves out is told better now that another of its feeds has been read. */
  | { readonly kind: 'catalog'; readonly catalog: Catalog }
  | { readonly kind: 'connection'; readonly feed: string; readonly state: ChannelState }
  /** The feed's source should be read again: its stream has just been opened. */
  | { readonly kind: 'snapshot-wanted'; readonly feed: string; readonly ticket: number }
  /** A feed that nobody has read yet would tell where a warning holds. */
  | { readonly kind: 'feed-wanted'; readonly feed: string }
  /** Something beside the feeds changed, such as acknowledged alarms: answers about the topic are to be asked for again. */
  | { readonly kind: 'topic'; readonly topic: string }
