import '#catalog/zodWithoutEval.ts'
import { IndicatorCard } from '#board/cards/IndicatorCard.tsx'
import { indicatorSpec } from '#board/cards/indicatorSpec.ts'
import { StarSummaryCard } from '#board/cards/StarSummaryCard.tsx'
import { starSummarySpec } from '#board/cards/starSummarySpec.ts'
import { CaseKpisCard } from '#maps/events/CaseKpisCard.tsx'
import { caseKpisSpec } from '#maps/events/caseKpisSpec.ts'
import { DuplicatesCard } from '#maps/events/DuplicatesCard.tsx'
import { duplicatesSpec } from '#maps/events/duplicatesSpec.ts'
import { HotSpotsCard } from '#maps/events/HotSpotsCard.tsx'
import { hotSpotsSpec } from '#maps/events/hotSpotsSpec.ts'
import { RemindersCard } from '#maps/events/RemindersCard.tsx'
import { remindersSpec } from '#maps/events/remindersSpec.ts'
import { WarningsCard } from '#maps/hazards/WarningsCard.tsx'
import { warningsSpec } from '#maps/hazards/warningsSpec.ts'
import { AttentionCard } from '#maps/panorama/AttentionCard.tsx'
import { attentionSpec } from '#maps/panorama/attentionSpec.ts'
import { BreakdownCard } from '#maps/panorama/BreakdownCard.tsx'
import { breakdownSpec } from '#maps/panorama/breakdownSpec.ts'
import { FeedsCard } from '#maps/panorama/FeedsCard.tsx'
import { feedsSpec } from '#maps/panorama/feedsSpec.ts'
import { TotalCard } from '#maps/panorama/TotalCard.tsx'
import { totalSpec } from '#maps/panorama/totalSpec.ts'
import { AlarmsCard } from '#maps/sensing/AlarmsCard.tsx'
import { alarmsSpec } from '#maps/sensing/alarmsSpec.ts'
import { BlindGridsCard } from '#maps/sensing/BlindGridsCard.tsx'
import { blindGridsSpec } from '#maps/sensing/blindGridsSpec.ts'
import { type CardKind, defineCard } from './defineCard'

const listed = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

/** Every kind of card: adding one is one file and one line here. */
export const cardKinds: ReadonlyMap<string, CardKind> = new Map([
  ['star-summary', defineCard('about', () => 32, starSummarySpec, StarSummaryCard)],
  ['indicator', defineCard('about', ({ also }) => 22 + 4 * listed(also), indicatorSpec, IndicatorCard)],
  ['breakdown', defineCard('about', () => 22, breakdownSpec, BreakdownCard)],
  ['blind-grids', defineCard('about', ({ limit }) => 16 + 3 * (Number(limit) || 5), blindGridsSpec, BlindGridsCard)],
  ['total', defineCard('about', () => 13, totalSpec, TotalCard)],
  ['attention', defineCard('attention', ({ limit }) => 7 + 4 * (Number(limit) || 5), attentionSpec, AttentionCard)],
  [
    'warnings',
    defineCard('attention', ({ limit }) => 7 + 9 * Math.min(Number(limit) || 4, 3), warningsSpec, WarningsCard),
  ],
  ['case-kpis', defineCard('about', ({ limit }) => 34 + 3 * (Number(limit) || 5), caseKpisSpec, CaseKpisCard)],
  ['reminders', defineCard('attention', ({ limit }) => 12 + 5 * (Number(limit) || 5), remindersSpec, RemindersCard)],
  ['duplicates', defineCard('attention', ({ limit }) => 10 + 5 * (Number(limit) || 3), duplicatesSpec, DuplicatesCard)],
  ['hot-spots', defineCard('attention', ({ limit }) => 12 + 5 * (Number(limit) || 3), hotSpotsSpec, HotSpotsCard)],
  ['alarms', defineCard('attention', ({ limit }) => 9 + 6 * (Number(limit) || 5), alarmsSpec, AlarmsCard)],
  ['feeds', defineCard('attention', () => 14, feedsSpec, FeedsCard)],
])
