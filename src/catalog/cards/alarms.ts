import { z } from 'zod'
import { feedId, localText } from '../terms'

export const alarms = z.strictObject({
  kind: z.literal('alarms'),
  /** A feed of devices. */
  feed: feedId,
  title: localText.optional(),
  limit: z.int().positive().default(5),
  /** `all`: the whole city whatever scope is on show. */
  scope: z.literal('all').optional(),
})
