import type { CatalogCard } from '../../catalog/schema'
import { cardKinds } from './registry'

export type CardSide = 'left' | 'right' | 'all'

/** Kinds that belong in the catalog without being cards of a rail: the ribbon has its own place. */
const ELSEWHERE: ReadonlySet<string> = new Set(['star-ribbon'])

/**
 * The cards of one side: what the scene is about on the left, what needs attention on the right. Where attention alone
 * fills less than half, the last of the others move over. `all` keeps the catalog's order.
 */
export function cardsOfSide(cards: readonly CatalogCard[], side: CardSide): readonly CatalogCard[] {
  const shown = cards.filter((card) => !ELSEWHERE.has(card.kind))
  if (side === 'all') return shown
  const attention = shown.filter((card) => cardKinds.get(card.kind)?.rail === 'attention')
  const about = shown.filter((card) => !attention.includes(card))
  const moved = Math.max(0, Math.floor(shown.length / 2) - attention.length)
  const cut = about.length - moved
  return side === 'left' ? about.slice(0, cut) : [...attention, ...about.slice(cut)]
}
