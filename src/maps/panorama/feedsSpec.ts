import { z } from 'zod'
import { cardText } from '#views/cards/cardSpec.ts'

export const feedsSpec = z.strictObject({ kind: z.literal('feeds'), title: cardText.optional() })
export type FeedsSpec = z.output<typeof feedsSpec>
