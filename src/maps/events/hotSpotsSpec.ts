import { z } from 'zod'
import { cardText } from '#views/cards/cardSpec.ts'

export const hotSpotsSpec = z.strictObject({
  kind: z.literal('hot-spots'),
  feed: z.string(),
  title: cardText,
  /** Hours looked back, and in each of the weeks before. */
  hours: z.number().positive().max(168).default(12),
  /** Weeks compared with, at most. */
  weeks: z.int().positive().max(26).default(6),
  /** Metres from the middle of a cell to a corner. */
  radius: z.number().positive().default(400),
  scope: z.literal('all').optional(),
  limit: z.int().positive().default(3),
})
export type HotSpotsSpec = z.output<typeof hotSpotsSpec>
