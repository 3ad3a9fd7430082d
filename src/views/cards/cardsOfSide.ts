import type { CatalogCard } from '#catalog/schema.ts'
import { cardKinds } from './registry'

export type CardSide = 'left' | 'right' | 'all'

/** Kinds that belong in the catalog without being cards of a rail: the ribbon has its own place. */
const ELSEWHERE: ReadonlySet<string> = new Set(['star-ribbon'])
/** More cards than this are not tried in every arrangement; no map has nearly as many. */
const MOST_TRIED = 12

/** Heights of cards as they were measured; a card that is not among them counts with its kind's rough height. */
export type CardHeights = ReadonlyMap<CatalogCard, number>

const NONE_MEASURED: CardHeights = new Map()

const heightOf = (cards: readonly CatalogCard[], measured: CardHeights): number =>
  cards.reduce((sum, card) => sum + (measured.get(card) ?? cardKinds.get(card.kind)?.height(card) ?? 10), 0)

/**
 * The cards of one side: what the scene is about on the left, what needs attention on the right. So that a wall shows all
 * of them without a hand to scroll, those of the others that fill both sides most evenly move over; the first stays.
 * `all` keeps the catalog's order.
 */
export function cardsOfSide(
  cards: readonly CatalogCard[],
  side: CardSide,
  measured: CardHeights = NONE_MEASURED,
): readonly CatalogCard[] {
  const shown = cards.filter((card) => !ELSEWHERE.has(card.kind))
  if (side === 'all') return shown
  const attention = shown.filter((card) => cardKinds.get(card.kind)?.rail === 'attention')
  const about = shown.filter((card) => !attention.includes(card))
  const moved = movedOver(about, heightOf(attention, measured), measured)
  return side === 'left'
    ? about.filter((card) => !moved.has(card))
    : [...attention, ...about.filter((card) => moved.has(card))]
}

/** Which of the cards to move beside `taken`, so that the higher side is as low as can be; of equal choices the fewest. */
function movedOver(about: readonly CatalogCard[], taken: number, measured: CardHeights): ReadonlySet<CatalogCard> {
  const movable = about.slice(1, MOST_TRIED)
  const whole = heightOf(about, measured)
  let best: { readonly cards: readonly CatalogCard[]; readonly height: number } = {
    cards: [],
    height: Math.max(whole, taken),
  }
  for (let choice = 1; choice < 2 ** movable.length; choice += 1) {
    const chosen = movable.filter((_, index) => Math.floor(choice / 2 ** index) % 2 === 1)
    const over = heightOf(chosen, measured)
    const height = Math.max(whole - over, taken + over)
    if (height < best.height || (height === best.height && chosen.length < best.cards.length)) {
      best = { cards: chosen, height }
    }
  }
  return new Set(best.cards)
}
