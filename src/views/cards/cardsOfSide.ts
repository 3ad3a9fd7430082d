import type { CardKind, CatalogCard } from '#catalog/cards/cards.ts'
import type { CardView } from '../parts/part'

export type CardSide = 'left' | 'right' | 'all'

type CardPlace<K extends CardKind> = Pick<CardView<K>, 'place' | 'height'>

/** Where kinds stand and how high they roughly are. */
export type CardPlaces = { readonly [K in CardKind]: CardPlace<K> }

/** More cards than this are not tried in every arrangement; no map has nearly as many. */
const MOST_TRIED = 12

/** Heights of cards as they were measured; a card that is not among them counts with its kind's rough height. */
export type CardHeights = ReadonlyMap<CatalogCard, number>

const NONE_MEASURED: CardHeights = new Map()

/** The place of a card's kind; whatever the kind, its functions take its card. */
const placeOf = <K extends CardKind>(places: CardPlaces, kind: K): CardPlace<K> => places[kind]

/**
 * The cards of one side: what the scene is about on the left, what needs attention on the right. So that a wall shows all
 * of them without a hand to scroll, those of the others that fill both sides most evenly move over; the first stays.
 * `all` keeps the catalog's order. Kinds with a place of their own are on no side.
 */
export function cardsOfSide(
  cards: readonly CatalogCard[],
  side: CardSide,
  places: CardPlaces,
  measured: CardHeights = NONE_MEASURED,
): readonly CatalogCard[] {
  const heightOf = (several: readonly CatalogCard[]): number =>
    several.reduce((sum, card) => sum + (measured.get(card) ?? placeOf(places, card.kind).height(card)), 0)
  const shown = cards.filter((card) => places[card.kind].place !== 'foot')
  if (side === 'all') return shown
  const attention = shown.filter((card) => places[card.kind].place === 'attention')
  const about = shown.filter((card) => !attention.includes(card))
  const moved = movedOver(about, heightOf(attention), heightOf)
  return side === 'left'
    ? about.filter((card) => !moved.has(card))
    : [...attention, ...about.filter((card) => moved.has(card))]
}

/** Which of the cards to move beside `taken`, so that the higher side is as low as can be; of equal choices the fewest. */
function movedOver(
  about: readonly CatalogCard[],
  taken: number,
  heightOf: (cards: readonly CatalogCard[]) => number,
): ReadonlySet<CatalogCard> {
  const movable = about.slice(1, MOST_TRIED)
  const whole = heightOf(about)
  let best: { readonly cards: readonly CatalogCard[]; readonly height: number } = {
    cards: [],
    height: Math.max(whole, taken),
  }
  for (let choice = 1; choice < 2 ** movable.length; choice += 1) {
    const chosen = movable.filter((_, index) => Math.floor(choice / 2 ** index) % 2 === 1)
    const over = heightOf(chosen)
    const height = Math.max(whole - over, taken + over)
    if (height < best.height || (height === best.height && chosen.length < best.cards.length)) {
      best = { cards: chosen, height }
    }
  }
  return new Set(best.cards)
}
