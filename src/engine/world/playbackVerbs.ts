import type { Timeline } from '#feeds/history/createHistory.ts'
import type { TimeAxis } from '#feeds/history/segment.ts'

/** The city as it was. */
export interface PlaybackVerbs {
  timeline(): Timeline
  /**
   * Every answer is about that moment (epoch milliseconds) from when this resolves, until `look(null)`; feeds go on
   * changing behind. Of a living feed whose past does not reach back so far nothing is
   * known.
   */
  look(at: number | null, axis: TimeAxis): Promise<void>
}
