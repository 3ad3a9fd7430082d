import type { ComponentType, ReactNode } from 'react'
import type { z } from 'zod'
import type { CatalogCard } from '#catalog/schema.ts'

export type CardReading =
  | { readonly ok: true; readonly element: ReactNode }
  | { readonly ok: false; readonly faults: readonly string[] }

/** A kind of card: what its entry in the catalog must say, and what shows it. */
export interface CardKind {
  /** `about`: what the scene is about; `attention`: what needs somebody now. */
  readonly rail: 'about' | 'attention'
  /** Rough height on a wall in hundredths of the visible height, to fill both rails alike. */
  readonly height: (entry: CatalogCard) => number
  readonly read: (entry: unknown) => CardReading
}

/** Ties a kind's schema to its component; a faulty entry is answered with every fault as `path: message`. */
export function defineCard<S extends z.ZodType>(
  rail: CardKind['rail'],
  height: CardKind['height'],
  schema: S,
  Component: ComponentType<{ readonly spec: z.output<S> }>,
): CardKind {
  return {
    rail,
    height,
    read(entry) {
      const parsed = schema.safeParse(entry)
      if (parsed.success) return { ok: true, element: <Component spec={parsed.data} /> }
      return {
        ok: false,
        faults: parsed.error.issues.map((issue) => `${issue.path.map(String).join('.') || '.'}: ${issue.message}`),
      }
    },
  }
}
