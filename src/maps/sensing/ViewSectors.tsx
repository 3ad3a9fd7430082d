import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useAnswer } from '#city/useAnswer.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { filterExpression } from '#layers/filterExpression.ts'
import { useFilters } from '#state/filters.ts'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import { classWords } from '#views/facts/classWords.ts'
import { SketchLegend } from '#views/layers/SketchLegend.tsx'
import { useSketch } from '#views/sketches/useSketches.ts'
import { viewSectorSketch } from './viewSectorSketch'

/** Draws what the cameras of a feed see, those that its table lists, for as long as it is here; says how many, and what the marks mean. */
export function ViewSectors({ feed, scope }: { readonly feed: string; readonly scope: string | null }) {
  const words = useWords()
  const { t, language } = words
  const filter = useFilters(({ byFeed }) => byFeed[feed])
  const where = filterExpression(filter)
  const { answer, fault } = useAnswer({
    feeds: [feed],
    key: ['sectors', feed, where, scope],
    ask: (engine) => engine.sectors({ feed, where, scope }),
  })
  const url = answer?.url
  const { catalog } = useCity()
  const sketch = useMemo(
    () => (url === undefined ? null : viewSectorSketch(feed, url, classWords(catalog, feed), words)),
    [feed, url, catalog, words],
  )
  useSketch(sketch)
  if (fault !== null) return <CardMessage tone="failing">{t('cards.answerFailed', { why: fault })}</CardMessage>
  if (!answer) return null
  return (
    <>
      <span role="status">
        {t('sensing.cameras.drawn', { count: answer.count }).replace(
          String(answer.count),
          formatNumber(answer.count, language),
        )}
      </span>
      {sketch && <SketchLegend sketches={[sketch]} />}
    </>
  )
}
