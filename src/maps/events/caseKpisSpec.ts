import { z } from 'zod'
import { cardText } from '#views/cards/cardSpec.ts'

export const caseKpisSpec = z.strictObject({
  kind: z.literal('case-kpis'),
  feed: z.string(),
  title: cardText,
  /** Length of the period that ends now. */
  days: z.int().positive().default(7),
  /** How the table groups to begin with; a wall has nothing else. */
  by: z.enum(['unit', 'grid', 'class']).default('unit'),
  scope: z.literal('all').optional(),
  /** Groups in the table, at most. */
  limit: z.int().positive().default(5),
})
export type CaseKpisSpec = z.output<typeof caseKpisSpec>
