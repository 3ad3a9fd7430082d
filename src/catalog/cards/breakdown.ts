import { z } from 'zod'
import { feedId, localText, predicate } from '../terms'

export const breakdown = z.strictObject({
  kind: z.literal('breakdown'),
  feed: feedId,
  /** Property whose values are counted. */
  by: z.string(),
  /** Values in an order of their own, such as worst first; those not named follow by count. */
  order: z.array(z.string()).default([]),
  title: localText.optional(),
  where: predicate.optional(),
})
