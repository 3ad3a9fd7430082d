import type { WallPart } from '#views/parts/part.ts'
import { CaseKpisCard } from './CaseKpisCard'
import { useEmerging, useInHand, useOnTime, useToAssign } from './caseFacts'
import { DuplicatesCard } from './DuplicatesCard'
import { HotSpotsCard } from './HotSpotsCard'
import { RemindersCard } from './RemindersCard'

export const cards = {
  'case-kpis': { place: 'about', height: ({ limit }) => 34 + 3 * limit, Card: CaseKpisCard },
  reminders: { place: 'attention', height: ({ limit }) => 12 + 5 * limit, Card: RemindersCard },
  duplicates: { place: 'attention', height: ({ limit }) => 10 + 5 * limit, Card: DuplicatesCard },
  'hot-spots': { place: 'attention', height: ({ limit }) => 12 + 5 * limit, Card: HotSpotsCard },
} satisfies WallPart['cards']

export const facts = {
  coordinate: { role: 'cases', maps: ['events'], useFact: useToAssign },
  command: { role: 'cases', maps: ['events', 'resources'], useFact: useInHand },
  analyse: { role: 'cases', maps: ['events', 'sensing'], useFact: useEmerging },
  evaluate: { role: 'cases', maps: ['events', 'panorama'], useFact: useOnTime },
} satisfies WallPart['facts']
