import { z } from 'zod'
import { cardExpression, cardText } from './cardSpec'

export const breakdownSpec = z.strictObject({
  kind: z.literal('breakdown'),
  feed: z.string(),
  /** Property whose values are counted. */
  by: z.string(),
  title: cardText,
  where: cardExpression.optional(),
})
export type BreakdownSpec = z.output<typeof breakdownSpec>
