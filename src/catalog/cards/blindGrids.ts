import { z } from 'zod'
import { feedId, localText } from '../terms'

export const blindGrids = z.strictObject({
  kind: z.literal('blind-grids'),
  title: localText.optional(),
  /** A feed of polygons. */
  feed: feedId,
  /** Feeds of devices. */
  devices: z.array(feedId).min(1),
  /** Kinds of device that are listed. */
  limit: z.int().positive().default(5),
})
