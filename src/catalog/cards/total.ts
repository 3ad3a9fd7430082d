import { z } from 'zod'
import { feedId, localText, predicate } from '../terms'

export const total = z.strictObject({
  kind: z.literal('total'),
  feed: feedId,
  /** Property to add up; features are counted without it. */
  sum: z.string().optional(),
  where: predicate.optional(),
  title: localText.optional(),
  unit: localText.optional(),
})
