import { z } from 'zod'
import { localText } from '../terms'

export const starSummary = z.strictObject({ kind: z.literal('star-summary'), title: localText.optional() })
