import { z } from 'zod'

/** What of a manifest must be there to verify the rows it lists. */
export const manifestSchema = z.looseObject({
  digest: z.string(),
  hashes: z.looseObject({ catalog: z.string() }),
  scope: z.string().nullable(),
  feeds: z.array(z.looseObject({ id: z.string(), sha256: z.string().nullable() })),
  rows: z.array(z.looseObject({ id: z.string(), file: z.string(), sha256: z.string() })),
})

export type Manifest = z.output<typeof manifestSchema>
