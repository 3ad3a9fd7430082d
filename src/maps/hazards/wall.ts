import type { WallPart } from '#views/parts/part.ts'
import { useWarned } from './useWarned'
import { WarningsCard } from './WarningsCard'

export const cards = {
  warnings: { place: 'attention', height: ({ limit }) => 7 + 9 * Math.min(limit, 3), Card: WarningsCard },
} satisfies WallPart['cards']

export const facts = {
  warn: { role: 'warnings', maps: ['hazards', 'sensing'], useFact: useWarned },
} satisfies WallPart['facts']
