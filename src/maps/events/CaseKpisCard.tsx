import { useState } from 'react'
import type { CardOf } from '#catalog/cards/cards.ts'
import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import type { KpiGrouping } from '#core/cases/caseKpis.ts'
import { formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import { FeedCard } from '#views/cards/FeedCard.tsx'
import { useCardScope } from '#views/cards/useCardScope.ts'
import { useFeedStanding } from '#views/cards/useFeedStanding.ts'
import { isOutOfDate } from '#views/health/feedStanding.ts'
import { casesDoor } from './casesDoor'
import { KpiFacts } from './KpiFacts'
import { KpiHeadline } from './KpiHeadline'
import { KpiTable } from './KpiTable'
import { useCaseKpis } from './useCaseFigures'

const GROUPINGS: readonly KpiGrouping[] = ['unit', 'grid', 'class']

/** Are cases closed in time: the rate with its denominator against the period before, and who is how good. */
export function CaseKpisCard({ spec }: { readonly spec: CardOf<'case-kpis'> }) {
  const words = useWords()
  const { t, say, language } = words
  const city = useCity()
  const wall = useView((view) => view.workspace === 'screen')
  const [chosen, setChosen] = useState<KpiGrouping>(spec.by)
  const { feed, days } = spec
  const scope = useCardScope(spec)
  const by = wall ? spec.by : chosen
  const { now, ...standing } = useFeedStanding(feed)
  const { answer, fault } = useCaseKpis({ feed, by, scope, days }, { enabled: standing.reading !== null })
  const short = answer && answer.since !== null && answer.since > answer.period.from
  return (
    <FeedCard
      title={say(spec.title)}
      standing={standing}
      now={now}
      fault={fault}
      door={casesDoor(spec, 'closed')}
      notes={[scopeTitle(city, scope, words), t('events.kpis.period', { days }), t('events.working')]}
      skeleton={<Skeleton shape="figure" />}
    >
      {answer && (
        <>
          <KpiHeadline
            answer={answer}
            days={days}
            now={now}
            current={!isOutOfDate(standing)}
            door={casesDoor(spec, 'closed')}
          />
          {short && (
            <CardMessage tone="quiet">
              {t('events.kpis.shortNow', { since: formatTime(answer.since ?? 0, language, now), days })}
            </CardMessage>
          )}
          <KpiFacts all={answer.all} doorTo={(which) => casesDoor(spec, which)} />
          {!wall && (
            <Tabs
              label={t('events.kpis.by')}
              tabs={GROUPINGS.map((id) => ({ id, label: t(`events.kpis.${id}`) }))}
              selected={by}
              onSelect={setChosen}
              look="segments"
            />
          )}
          <KpiTable
            groups={answer.groups}
            by={by}
            limit={spec.limit}
            title={say(spec.title)}
            doorTo={(key) => casesDoor(spec, 'closed', { by, key })}
          />
        </>
      )}
    </FeedCard>
  )
}
