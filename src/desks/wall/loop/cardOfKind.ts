import type { z } from 'zod'
import type { Catalog } from '#catalog/schema.ts'

/** The first card of a kind in the catalog, as it is set up; null where there is none, or it is faulty. */
export function cardOfKind<S extends z.ZodType>(catalog: Catalog, kind: string, schema: S): z.output<S> | null {
  const entry = catalog.maps.flatMap(({ cards }) => cards).find((card) => card.kind === kind)
  const parsed = entry && schema.safeParse(entry)
  return parsed?.success ? parsed.data : null
}
