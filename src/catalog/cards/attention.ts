import { z } from 'zod'
import { feedId, localText, predicate } from '../terms'

export const attention = z.strictObject({
  kind: z.literal('attention'),
  feed: feedId,
  title: localText.optional(),
  where: predicate.optional(),
  sort: z.string().optional(),
  descending: z.boolean().default(false),
  /** Properties of each line, the first one foremost. */
  show: z.array(z.string()).min(1).default(['name']),
  /** `all`: the whole city whatever scope is on show, for what concerns everybody. */
  scope: z.literal('all').optional(),
  limit: z.int().positive().default(5),
})
