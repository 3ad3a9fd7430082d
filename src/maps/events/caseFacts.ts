import type { CardKind, CardOf } from '#catalog/cards/cards.ts'
import type { Catalog } from '#catalog/schema.ts'
import { useCity } from '#city/CityContext.ts'
import { useAnswer } from '#city/useAnswer.ts'
import { USUAL_KPIS } from '#core/cases/caseKpis.ts'
import { USUAL_HOT_SPOTS } from '#core/cases/hotSpots.ts'
import type { Expression } from '#core/model/compileExpression.ts'
import { formatNumber, formatPercent } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { useCardScope } from '#views/cards/useCardScope.ts'
import { known, type LoopFact, PENDING } from '#views/parts/loop.ts'
import { useCaseKpis, useHotSpots } from './useCaseFigures'

const RATE_WANTED = 0.9

const atStages = (...stages: readonly string[]): Expression => ['in', ['get', 'stage'], ['literal', stages]]
const TO_ASSIGN = atStages('上报', '受理', '立案', '派遣')
const IN_HAND = atStages('处置', '核查')

/** Cases that wait to be handed to somebody. */
export const useToAssign = (feed: string): LoopFact => useOpenCases(feed, TO_ASSIGN, 'loop.toAssign')
/** Cases that somebody works on. */
export const useInHand = (feed: string): LoopFact => useOpenCases(feed, IN_HAND, 'loop.inHand')

function useOpenCases(feed: string, where: Expression, words: 'loop.toAssign' | 'loop.inHand'): LoopFact {
  const { t, language } = useWords()
  const scope = useView((view) => view.scope)
  const { answer } = useAnswer({
    feeds: [feed],
    key: ['loop-cases', feed, where, scope],
    ask: (engine) => engine.total({ feed, where, scope }),
  })
  return answer ? known(t(words, { count: formatNumber(answer.value, language) })) : PENDING
}

/** Places where more is reported than usual. */
export function useEmerging(feed: string): LoopFact {
  const { t, language } = useWords()
  const { catalog } = useCity()
  const card = cardOfKind(catalog, 'hot-spots')
  const { hours, weeks, radius } = card ?? USUAL_HOT_SPOTS
  const scope = useCardScope(card)
  const { answer } = useHotSpots({ feed, scope, hours, weeks, radius })
  if (!answer) return PENDING
  const count = answer.cells.filter(({ state }) => state === 'emerging').length
  return known(t('loop.emerging', { count: formatNumber(count, language) }), count > 0)
}

/** The rate of closing in time. */
export function useOnTime(feed: string): LoopFact {
  const { t, language } = useWords()
  const { catalog } = useCity()
  const card = cardOfKind(catalog, 'case-kpis')
  const { by, days } = card ?? USUAL_KPIS
  const scope = useCardScope(card)
  const { answer } = useCaseKpis({ feed, by, scope, days })
  if (!answer) return PENDING
  const { value } = answer.all.now.onTime
  const rate = value === null ? '—' : `${formatPercent(value, language)}%`
  return known(t('loop.onTime', { rate }), value !== null && value < RATE_WANTED)
}

/** The first card of a kind in the catalog: a figure that it explains is asked for as it asks. */
function cardOfKind<K extends CardKind>({ maps }: Catalog, kind: K): CardOf<K> | undefined {
  const isOfKind = (card: CardOf<CardKind>): card is CardOf<K> => card.kind === kind
  return maps.flatMap(({ cards }) => cards).find(isOfKind)
}
