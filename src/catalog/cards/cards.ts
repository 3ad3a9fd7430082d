import { z } from 'zod'
import type { LocalText } from '#core/model/feature.ts'
import { alarms } from './alarms'
import { attention } from './attention'
import { blindGrids } from './blindGrids'
import { breakdown } from './breakdown'
import { caseKpis } from './caseKpis'
import { duplicates } from './duplicates'
import { feeds } from './feeds'
import { hotSpots } from './hotSpots'
import { indicator } from './indicator'
import { reminders } from './reminders'
import { starRibbon } from './starRibbon'
import { starSummary } from './starSummary'
import { total } from './total'
import { warnings } from './warnings'

/**
 * Every kind of card. A new one is a file beside this one and a line here; the part that draws it is then asked for by
 * the type checker (`app/parts.ts`).
 */
export const CARDS = [
  starRibbon,
  starSummary,
  indicator,
  breakdown,
  blindGrids,
  total,
  attention,
  warnings,
  caseKpis,
  reminders,
  duplicates,
  hotSpots,
  alarms,
  feeds,
] as const

const whole = z.discriminatedUnion('kind', CARDS)

/** A card as a catalog is written: one about a feed may leave its title out. */
export type WrittenCard = z.output<typeof whole>
type Whole<C> = C extends { readonly feed: string } ? C & { readonly title: LocalText } : C
/** A card with every default. */
export type CatalogCard = Whole<WrittenCard>
export type CardKind = CatalogCard['kind']
type CardsByKind = { readonly [K in CardKind]: Extract<CatalogCard, { readonly kind: K }> }
export type CardOf<K extends CardKind> = CardsByKind[K]

const kindOf = (schema: (typeof CARDS)[number]): string => schema.shape.kind.value

/** Kinds that need nothing said: their name alone is a card. */
const PLAIN = CARDS.filter((schema) => schema.safeParse({ kind: kindOf(schema) }).success).map(kindOf)

/** A card is an object with its `kind` and what that kind needs, or the name alone of a kind that needs nothing. */
export const card = z.union([z.enum(PLAIN).transform((kind): WrittenCard => whole.parse({ kind })), whole])

/** The schema of a kind; undefined for what is no kind. */
export const cardSchema = (kind: unknown): (typeof CARDS)[number] | undefined =>
  CARDS.find((schema) => kindOf(schema) === kind)
