import type { WallPart } from '#views/parts/part.ts'
import { AlarmsCard } from './AlarmsCard'
import { BlindGridsCard } from './BlindGridsCard'
import { useOnline } from './useOnline'

export const cards = {
  'blind-grids': { place: 'about', height: ({ limit }) => 16 + 3 * limit, Card: BlindGridsCard },
  alarms: { place: 'attention', height: ({ limit }) => 9 + 6 * limit, Card: AlarmsCard },
} satisfies WallPart['cards']

export const facts = {
  monitor: { role: 'devices', maps: ['sensing', 'panorama'], useFact: useOnline },
} satisfies WallPart['facts']
