import { z } from 'zod'
import { cardText } from '#views/cards/cardSpec.ts'

export const indicatorSpec = z.strictObject({
  kind: z.literal('indicator'),
  indicator: z.string(),
  /** Rows that belong with it, in one line each. */
  also: z.array(z.string()).default([]),
  title: cardText.optional(),
})
export type IndicatorSpec = z.output<typeof indicatorSpec>
