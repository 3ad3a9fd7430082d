import { z } from 'zod'
import { feedId, localText } from '../terms'

export const duplicates = z.strictObject({
  kind: z.literal('duplicates'),
  feed: feedId,
  title: localText.optional(),
  scope: z.literal('all').optional(),
  limit: z.int().positive().default(3),
})
