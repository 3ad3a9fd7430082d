import { z } from 'zod'

/** Terms that every entry of the catalog is written in. */

export const localText = z.union([
  z.string().transform((zh) => ({ zh, en: undefined as string | undefined })),
  z.strictObject({ zh: z.string(), en: z.string().optional() }),
])

/** Style-spec expressions are checked by compiling them, not by shape. */
export const expression = z.union([z.array(z.unknown()), z.string(), z.number(), z.boolean(), z.null()])

export const id = z.string().min(1)

/** What a value means beyond its shape: a feed of the catalog, a row of the standard, a predicate that must compile. */
export const meanings = z.registry<{ readonly meaning: 'feed' | 'row' | 'predicate' }>()

export const feedId = z.string().min(1).register(meanings, { meaning: 'feed' })
export const rowId = z.string().min(1).register(meanings, { meaning: 'row' })
export const predicate = z
  .union([z.array(z.unknown()), z.string(), z.number(), z.boolean(), z.null()])
  .register(meanings, { meaning: 'predicate' })
