import { z } from 'zod'
import { cardExpression, cardText } from '#views/cards/cardSpec.ts'

export const attentionSpec = z.strictObject({
  kind: z.literal('attention'),
  feed: z.string(),
  title: cardText,
  where: cardExpression.optional(),
  sort: z.string().optional(),
  descending: z.boolean().default(false),
  /** Properties of each line, the first one foremost. */
  show: z.array(z.string()).min(1).default(['name']),
  /** `all`: the whole city whatever scope is on show, for what concerns everybody. */
  scope: z.literal('all').optional(),
  limit: z.int().positive().default(5),
})
export type AttentionSpec = z.output<typeof attentionSpec>
