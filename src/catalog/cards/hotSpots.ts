import { z } from 'zod'
import { USUAL_HOT_SPOTS } from '#core/cases/hotSpots.ts'
import { feedId, localText } from '../terms'

export const hotSpots = z.strictObject({
  kind: z.literal('hot-spots'),
  feed: feedId,
  title: localText.optional(),
  /** Hours looked back, and in each of the weeks before. */
  hours: z.number().positive().max(168).default(USUAL_HOT_SPOTS.hours),
  /** Weeks compared with, at most. */
  weeks: z.int().positive().max(26).default(USUAL_HOT_SPOTS.weeks),
  /** Metres from the middle of a cell to a corner. */
  radius: z.number().positive().default(USUAL_HOT_SPOTS.radius),
  scope: z.literal('all').optional(),
  limit: z.int().positive().default(3),
})
