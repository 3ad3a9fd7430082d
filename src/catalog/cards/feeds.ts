import { z } from 'zod'
import { localText } from '../terms'

export const feeds = z.strictObject({ kind: z.literal('feeds'), title: localText.optional() })
