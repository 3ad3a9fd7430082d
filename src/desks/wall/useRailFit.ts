import { type RefObject, useEffect, useState } from 'react'
import type { CatalogCard } from '#catalog/cards/cards.ts'
import type { CardHeights } from '#views/cards/cardsOfSide.ts'

const LOOK_EVERY = 1000
/** Heights that differ by less arrange the cards alike, hundredths of the visible height. */
const ALIKE = 1

export interface RailFit {
  /** Undefined until cards did not fit: rough heights have served so far. */
  readonly measured: CardHeights | undefined
  /** The cards did not fit as arranged best: they stand closer. */
  readonly tight: boolean
}

const ROOMY: RailFit = { measured: undefined, tight: false }

/**
 * Sees to it that the cards of a map fit both rails under `root`, where they can: when some do not, the cards are
 * arranged by their measured heights, and when that is not enough they stand closer. `unit` is the wall's, CSS pixels.
 * What still does not fit is left to the pages of the rails.
 */
export function useRailFit(root: RefObject<HTMLElement | null>, cards: readonly CatalogCard[], unit: number): RailFit {
  const [fit, setFit] = useState(ROOMY)

  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards or another wall start afresh
  useEffect(() => setFit(ROOMY), [cards, unit])

  useEffect(() => {
    const timer = setInterval(() => {
      const element = root.current
      if (!element || !overflows(element)) return
      const heights = heightsUnder(element, cards, unit)
      setFit((now) => {
        if (!now.measured || !alike(now.measured, heights)) return { ...now, measured: heights }
        return now.tight ? now : { ...now, tight: true }
      })
    }, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [root, cards, unit])
  return fit
}

/** Some rail has more than one page. */
const overflows = (root: HTMLElement): boolean =>
  [...root.querySelectorAll('[data-viewport]')].some(
    ({ scrollWidth, clientWidth }) => Math.round(scrollWidth / Math.max(1, clientWidth)) > 1,
  )

function heightsUnder(root: HTMLElement, cards: readonly CatalogCard[], unit: number): CardHeights {
  const heights = new Map<CatalogCard, number>()
  for (const slot of root.querySelectorAll<HTMLElement>('[data-card]')) {
    const card = cards[Number(slot.dataset.card)]
    if (card) heights.set(card, slot.offsetHeight / unit)
  }
  return heights
}

const alike = (one: CardHeights, other: CardHeights): boolean =>
  [...other].every(([card, height]) => Math.abs((one.get(card) ?? 0) - height) < ALIKE)
