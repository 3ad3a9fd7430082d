import '../../catalog/zodWithoutEval'
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

/** Every kind of card: adding one is one file and one line here. */
export const cardKinds: ReadonlyMap<string, CardKind> = new Map([
  ['star-summary', defineCard('about', starSummarySpec, StarSummaryCard)],
  ['indicator', defineCard('about', indicatorSpec, IndicatorCard)],
  ['breakdown', defineCard('about', breakdownSpec, BreakdownCard)],
  ['total', defineCard('about', totalSpec, TotalCard)],
  ['attention', defineCard('attention', attentionSpec, AttentionCard)],
  ['feeds', defineCard('attention', feedsSpec, FeedsCard)],
])
