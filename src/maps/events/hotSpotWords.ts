import { formatNumber } from '#i18n/formatNumber.ts'
import type { Words } from '#i18n/useWords.ts'

interface Rarity {
  readonly usual: number | null
  /** Chance of as many as there are now, 0 to 1. */
  readonly chance: number | null
}

/** How many a cell usually has, and how rare it is to have as many as now; what is unknown is not said. */
export function usualWords({ usual, chance }: Rarity, { t, language }: Pick<Words, 't' | 'language'>): string[] {
  const lines: string[] = []
  if (usual !== null) lines.push(t('events.hotSpots.usual', { usual: formatNumber(usual, language, { decimals: 1 }) }))
  if (chance !== null && chance > 0) {
    lines.push(t('events.hotSpots.rare', { times: formatNumber(roundly(1 / chance), language) }))
  }
  return lines
}

/** Two digits are what such a chance is good for, and ten thousand as good as never. */
function roundly(times: number): number {
  const capped = Math.min(times, 10_000)
  const digit = 10 ** Math.max(0, Math.floor(Math.log10(capped)) - 1)
  return Math.round(capped / digit) * digit
}
