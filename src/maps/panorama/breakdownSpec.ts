import { z } from 'zod'
import { cardExpression, cardText } from '#views/cards/cardSpec.ts'

export const breakdownSpec = z.strictObject({
  kind: z.literal('breakdown'),
  feed: z.string(),
  /** Property whose values are counted. */
  by: z.string(),
  /** Values in an order of their own, such as worst first; those not named follow by count. */
  order: z.array(z.string()).default([]),
  title: cardText,
  where: cardExpression.optional(),
})
export type BreakdownSpec = z.output<typeof breakdownSpec>
