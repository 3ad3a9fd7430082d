import { z } from 'zod'
import { cardText } from '#views/cards/cardSpec.ts'

export const remindersSpec = z.strictObject({
  kind: z.literal('reminders'),
  feed: z.string(),
  title: cardText,
  /** `all`: the whole city whatever scope is on show. */
  scope: z.literal('all').optional(),
  limit: z.int().positive().default(5),
})
export type RemindersSpec = z.output<typeof remindersSpec>
