import type { WallPart } from '#views/parts/part.ts'
import { IndicatorCard } from './cards/IndicatorCard'
import { StarSummaryCard } from './cards/StarSummaryCard'
import { StarRibbon } from './ribbon/StarRibbon'
import { useRowsBelow } from './rows/useRowViews'

export const cards = {
  'star-summary': { place: 'about', height: () => 24, Card: StarSummaryCard },
  indicator: { place: 'about', height: ({ also }) => 22 + 4 * also.length, Card: IndicatorCard },
  'star-ribbon': { place: 'foot', height: () => 0, Card: StarRibbon },
} satisfies WallPart['cards']

export const facts = {
  decide: { role: null, maps: ['panorama'], workspace: 'plan', useFact: useRowsBelow },
} satisfies WallPart['facts']
