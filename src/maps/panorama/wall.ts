import type { WallPart } from '#views/parts/part.ts'
import { AttentionCard } from './AttentionCard'
import { BreakdownCard } from './BreakdownCard'
import { FeedsCard } from './FeedsCard'
import { TotalCard } from './TotalCard'

export const cards = {
  breakdown: { place: 'about', height: () => 22, Card: BreakdownCard },
  total: { place: 'about', height: () => 13, Card: TotalCard },
  attention: { place: 'attention', height: ({ limit }) => 7 + 4 * limit, Card: AttentionCard },
  feeds: { place: 'attention', height: () => 14, Card: FeedsCard },
} satisfies WallPart['cards']
