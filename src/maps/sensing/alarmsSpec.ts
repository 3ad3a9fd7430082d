import { z } from 'zod'
import { cardText } from '#views/cards/cardSpec.ts'

export const alarmsSpec = z.strictObject({
  kind: z.literal('alarms'),
  /** A feed of devices. */
  feed: z.string(),
  title: cardText,
  limit: z.int().positive().default(5),
  /** `all`: the whole city whatever scope is on show. */
  scope: z.literal('all').optional(),
})
export type AlarmsSpec = z.output<typeof alarmsSpec>
