import { z } from 'zod'

/** Every row of the standard as a cell, along the foot of the wall. */
export const starRibbon = z.strictObject({ kind: z.literal('star-ribbon') })
