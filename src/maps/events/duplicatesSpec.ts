import { z } from 'zod'
import { cardText } from '#views/cards/cardSpec.ts'

export const duplicatesSpec = z.strictObject({
  kind: z.literal('duplicates'),
  feed: z.string(),
  title: cardText,
  scope: z.literal('all').optional(),
  limit: z.int().positive().default(3),
})
export type DuplicatesSpec = z.output<typeof duplicatesSpec>
