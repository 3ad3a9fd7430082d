import { z } from 'zod'
import { USUAL_KPIS } from '#core/cases/caseKpis.ts'
import { feedId, localText } from '../terms'

export const caseKpis = z.strictObject({
  kind: z.literal('case-kpis'),
  feed: feedId,
  title: localText.optional(),
  /** Length of the period that ends now. */
  days: z.int().positive().default(USUAL_KPIS.days),
  /** How the table groups to begin with; a wall has nothing else. */
  by: z.enum(['unit', 'grid', 'class']).default(USUAL_KPIS.by),
  scope: z.literal('all').optional(),
  /** Groups in the table, at most. */
  limit: z.int().positive().default(5),
})
