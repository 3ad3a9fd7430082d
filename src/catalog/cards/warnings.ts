import { z } from 'zod'
import { feedId, localText, predicate } from '../terms'

const inside = z.strictObject({
  feed: feedId,
  title: localText.optional(),
  /** Property to add up by share of ground, such as people; features are counted without it. */
  sum: z.string().optional(),
  /** A feed of areas, such as towns, by which the sheet of a warning parts the sum. */
  by: feedId.optional(),
  where: predicate.optional(),
})

export const warnings = z.strictObject({
  kind: z.literal('warnings'),
  feed: feedId,
  title: localText.optional(),
  /** What to count in the area of each warning. */
  inside: z.array(inside).default([]),
  limit: z.int().positive().default(4),
})
