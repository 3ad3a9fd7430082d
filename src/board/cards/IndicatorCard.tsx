import type { CardOf } from '#catalog/cards/cards.ts'
import { useWords } from '#i18n/useWords.ts'
import { openRow } from '#state/lists.ts'
import { Card } from '#ui/Card.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import type { RowView } from '../rows/rowView'
import { useRowViews } from '../rows/useRowViews'
import { IndicatorAnswer } from './IndicatorAnswer'
import { IndicatorFoot } from './IndicatorFoot'
import { IndicatorLine } from './IndicatorLine'

/** A row of the standard as a headline: its value, its star and the four-star line; rows that belong with it below. */
export function IndicatorCard({ spec }: { readonly spec: CardOf<'indicator'> }) {
  const { t, say } = useWords()
  const { rows, now } = useRowViews()
  const find = (id: string): RowView | undefined => rows.find((view) => view.row.id === id)
  const view = find(spec.indicator)
  if (!view) return null
  const pending = view.standing.kind === 'pending' || (view.standing.kind === 'deduction' && !view.result)
  const name = say(view.row.name)
  return (
    <Card
      title={spec.title ? say(spec.title) : name}
      onOpen={() => openRow(view.row.id)}
      openLabel={t('cards.openRow', { name })}
      busy={now.busy}
      foot={<IndicatorFoot view={view} scope={now.evaluation?.scope ?? null} />}
    >
      {now.fault !== null && (
        <CardMessage tone="failing">
          {t('cards.answerFailed', { why: now.fault })}
          {!pending && ` · ${t('indicators.failedStill')}`}
        </CardMessage>
      )}
      {pending ? now.fault === null && <IndicatorSkeleton /> : <IndicatorAnswer view={view} />}
      {spec.also.map((id) => {
        const other = find(id)
        return other && !pending ? <IndicatorLine key={id} view={other} /> : null
      })}
    </Card>
  )
}

/** A headline, a bar and a line, before the first result. */
function IndicatorSkeleton() {
  const { t } = useWords()
  return (
    <>
      <span className="visually-hidden">{t('cards.loading')}</span>
      <Skeleton shape="figure" />
      <Skeleton shape="bar" />
    </>
  )
}
