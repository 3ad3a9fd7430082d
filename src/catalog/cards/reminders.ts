import { z } from 'zod'
import { feedId, localText } from '../terms'

export const reminders = z.strictObject({
  kind: z.literal('reminders'),
  feed: feedId,
  title: localText.optional(),
  /** `all`: the whole city whatever scope is on show. */
  scope: z.literal('all').optional(),
  limit: z.int().positive().default(5),
})
