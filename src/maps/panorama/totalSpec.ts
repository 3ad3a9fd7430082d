import { z } from 'zod'
import { cardExpression, cardText } from '#views/cards/cardSpec.ts'

export const totalSpec = z.strictObject({
  kind: z.literal('total'),
  feed: z.string(),
  /** Property to add up; features are counted without it. */
  sum: z.string().optional(),
  where: cardExpression.optional(),
  title: cardText,
  unit: cardText.optional(),
})
export type TotalSpec = z.output<typeof totalSpec>
