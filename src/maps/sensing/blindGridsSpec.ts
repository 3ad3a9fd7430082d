import { z } from 'zod'
import { cardText } from '#views/cards/cardSpec.ts'

export const blindGridsSpec = z.strictObject({
  kind: z.literal('blind-grids'),
  title: cardText,
  /** A feed of polygons. */
  feed: z.string(),
  /** Feeds of devices. */
  devices: z.array(z.string()).min(1),
  /** Kinds of device that are listed. */
  limit: z.int().positive().default(5),
})
export type BlindGridsSpec = z.output<typeof blindGridsSpec>
