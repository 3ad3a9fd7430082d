import { z } from 'zod'
import { cardText } from '#views/cards/cardSpec.ts'

export const starSummarySpec = z.strictObject({ kind: z.literal('star-summary'), title: cardText.optional() })
export type StarSummarySpec = z.output<typeof starSummarySpec>
