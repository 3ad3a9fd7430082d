import { useMemo } from 'react'
import type { CardOf } from '#catalog/cards/cards.ts'
import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { FEWEST_WEEKS } from '#core/cases/hotSpots.ts'
import type { HotSpotsAnswer } from '#engine/cases/caseVerbs.ts'
import { useWords } from '#i18n/useWords.ts'
import { useCardRoom } from '#views/cards/CardRoom.ts'
import { ListCard } from '#views/cards/ListCard.tsx'
import { useCardScope } from '#views/cards/useCardScope.ts'
import { useFeedStanding } from '#views/cards/useFeedStanding.ts'
import { classWords } from '#views/facts/classWords.ts'
import { isOutOfDate } from '#views/health/feedStanding.ts'
import { useSketch } from '#views/sketches/useSketches.ts'
import { casesDoor } from './casesDoor'
import { HotSpotLine } from './HotSpotLine'
import { hotSpotSketch } from './hotSpotSketch'
import { useHotSpots } from './useCaseFigures'

/** Where more is reported than in the same hours of past weeks; the cells are outlined on the map while the card stands. */
export function HotSpotsCard({ spec }: { readonly spec: CardOf<'hot-spots'> }) {
  const words = useWords()
  const { t } = words
  const city = useCity()
  const { feed, hours, weeks, radius } = spec
  const scope = useCardScope(spec)
  const most = spec.limit * useCardRoom()
  const { now, ...standing } = useFeedStanding(feed)
  const { answer, fault } = useHotSpots({ feed, scope, hours, weeks, radius }, { enabled: standing.reading !== null })
  const url = answer?.url
  const classes = useMemo(() => classWords(city.catalog, feed), [city.catalog, feed])
  useSketch(useMemo(() => (url ? hotSpotSketch(feed, url, classes, words) : null), [feed, url, classes, words]))

  const emerging = answer?.cells.filter(({ state }) => state === 'emerging') ?? []
  return (
    <ListCard
      title={spec.title}
      standing={standing}
      now={now}
      fault={fault}
      scope={scope}
      door={casesDoor(spec, 'reported')}
      notes={
        answer && answer.weeks >= FEWEST_WEEKS ? [t('events.hotSpots.period', { hours, weeks: answer.weeks })] : []
      }
      limit={most}
      list={
        answer && {
          lines: emerging
            .slice(0, most)
            .map((cell) => <HotSpotLine feed={feed} key={cell.id} cell={cell} radius={radius} />),
          total: emerging.length,
          remarks: [remark(answer, emerging.length)],
        }
      }
    />
  )

  function remark({ weeks: known, cells }: HotSpotsAnswer, found: number): string {
    if (known < FEWEST_WEEKS) return t('events.hotSpots.unknown', { weeks: FEWEST_WEEKS })
    if (found > 0) return t('events.hotSpots.onMap')
    if (isOutOfDate(standing)) return t('cards.emptyNotCurrent', { scope: scopeTitle(city, scope, words) })
    return cells.length === 0
      ? t('events.hotSpots.none', { hours })
      : t('events.hotSpots.calm', { count: cells.length })
  }
}
