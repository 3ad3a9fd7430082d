import { z } from 'zod'
import type { LocalText } from '#core/model/feature.ts'

/** A title in the catalog's two forms: one text, or Chinese with English. */
export const cardText = z.union([
  z.string().transform((zh): LocalText => ({ zh })),
  z.strictObject({ zh: z.string(), en: z.string().optional() }).transform((text): LocalText => text),
])

/** Expressions are compiled, and refused, by the engine. */
export const cardExpression = z.union([z.array(z.unknown()), z.string(), z.number(), z.boolean(), z.null()])
