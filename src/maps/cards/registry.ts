import '../../catalog/zodWithoutEval'
import { CaseKpisCard } from '../events/CaseKpisCard'
import { caseKpisSpec } from '../events/caseKpisSpec'
import { DuplicatesCard } from '../events/DuplicatesCard'
import { duplicatesSpec } from '../events/duplicatesSpec'
import { HotSpotsCard } from '../events/HotSpotsCard'
import { hotSpotsSpec } from '../events/hotSpotsSpec'
import { RemindersCard } from '../events/RemindersCard'
import { remindersSpec } from '../events/remindersSpec'
import { WarningsCard } from '../hazards/WarningsCard'
import { warningsSpec } from '../hazards/warningsSpec'
import { AlarmsCard } from '../sensing/AlarmsCard'
import { alarmsSpec } from '../sensing/alarmsSpec'
import { BlindGridsCard } from '../sensing/BlindGridsCard'
import { blindGridsSpec } from '../sensing/blindGridsSpec'
import { AttentionCard } from './AttentionCard'
import { attentionSpec } from './attentionSpec'
import { BreakdownCard } from './BreakdownCard'
import { breakdownSpec } from './breakdownSpec'
import { type CardKind, defineCard } from './defineCard'
import { FeedsCard } from './FeedsCard'
import { feedsSpec } from './feedsSpec'
import { IndicatorCard } from './IndicatorCard'
import { indicatorSpec } from './indicatorSpec'
import { StarSummaryCard } from './StarSummaryCard'
import { starSummarySpec } from './starSummarySpec'
import { TotalCard } from './TotalCard'
import { totalSpec } from './totalSpec'

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
