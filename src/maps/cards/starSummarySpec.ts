import { z } from 'zod'
import { cardText } from './cardSpec'

export const starSummarySpec = z.strictObject({ kind: z.literal('star-summary'), title: cardText.optional() })
export type StarSummarySpec = z.output<typeof starSummarySpec>
