import { z } from 'zod'
import { cardExpression, cardText } from '#views/cards/cardSpec.ts'

const inside = z.strictObject({
  feed: z.string(),
  title: cardText.optional(),
  /** Property to add up by share of ground, such as people; features are counted without it. */
  sum: z.string().optional(),
  where: cardExpression.optional(),
})

export const warningsSpec = z.strictObject({
  kind: z.literal('warnings'),
  feed: z.string(),
  title: cardText,
  /** What to count in the area of each warning. */
  inside: z.array(inside).default([]),
  limit: z.int().positive().default(4),
})
export type WarningsSpec = z.output<typeof warningsSpec>
export type InsideSpec = WarningsSpec['inside'][number]
