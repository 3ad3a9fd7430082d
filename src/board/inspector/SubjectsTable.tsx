import { useCallback, useDeferredValue, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { methodOf } from '#city/methodOf.ts'
import type { ExplanationView } from '#city/useExplanation.ts'
import type { SubjectOutcome } from '#core/model/evaluation.ts'
import type { StandardMetric, StandardRow } from '#core/model/standard.ts'
import { formatMeasure, joinFigure } from '#i18n/formatQuantity.ts'
import { useWords } from '#i18n/useWords.ts'
import type { SubjectState } from '#layers/coverageStyles.ts'
import { useSelection } from '#state/selection.ts'
import { Button } from '#ui/Button.tsx'
import { Opener } from '#ui/Opener.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { pickFeature } from '#views/facts/pickFeature.ts'
import listStyles from '../list/List.module.css'
import { SortHead } from '../list/SortHead'
import { SubjectExports } from './SubjectExports'
import { SubjectFilter } from './SubjectFilter'
import { SubjectLine } from './SubjectLine'
import styles from './SubjectsTable.module.css'
import { type SubjectSort, sortSubjects } from './sortSubjects'

const PAGE = 100

interface Props {
  readonly row: StandardRow
  readonly metric: StandardMetric
  readonly explained: ExplanationView
}

/** Every feature behind a metric, met, not met or not counted; a line selects its feature and brings the map to it. */
export function SubjectsTable({ row, metric, explained }: Props) {
  const words = useWords()
  const { t, say, language } = words
  const [state, setState] = useState<SubjectState | null>('uncovered')
  const [limit, setLimit] = useState(PAGE)
  const [sort, setSort] = useState<SubjectSort | null>(null)
  const city = useCity()
  const { engine, methods } = city
  const selection = useSelection((now) => now.selection)
  const { busy, fault } = explained
  // Drawn in slices, between which the page answers.
  const explanation = useDeferredValue(explained.explanation, null)
  const open = useCallback(
    async ({ feed, mapId }: SubjectOutcome) => {
      const detail = await engine.feature(feed, mapId)
      if (detail) pickFeature(detail)
    },
    [engine],
  )
  if (fault !== null) return <p role="status">{t('indicators.inspector.explainFailed', { why: fault })}</p>
  if (!explanation) {
    return busy || explained.explanation ? (
      <div role="status">
        <p className={listStyles.quiet}>{t('indicators.inspector.explaining')}</p>
        <Skeleton shape="lines" lines={6} />
      </div>
    ) : null
  }
  const { subjects, names, gapArea, gapAreas, gapCount } = explanation
  const method = methodOf(city, row.id, metric.id)
  const nameOf = (id: string): string | undefined => names[id] && say(names[id])
  if (subjects.length === 0) return <p className={listStyles.quiet}>{t('indicators.inspector.noSubjectsMeasured')}</p>
  const counts = { covered: 0, uncovered: 0, excluded: 0 }
  for (const subject of subjects) counts[subject.state] += 1
  // Nothing of the wanted state: everything is shown rather than an empty table.
  const chosen = state !== null && counts[state] === 0 ? null : state
  const fitting = sortSubjects(
    subjects.filter((subject) => chosen === null || subject.state === chosen),
    sort,
    { nameOf, gapAreas },
  )
  const hasGaps = gapAreas.size > 0
  const largest = [...gapAreas.values()].reduce((most, area) => Math.max(most, area), 0)
  const head = (by: SubjectSort['by'], word: string) => (
    <SortHead by={by} word={word} figures={by === 'value' || by === 'gap'} sort={sort} onSort={setSort} />
  )
  const shown = fitting.slice(0, limit)
  return (
    <section className={styles.subjects} aria-label={t('indicators.inspector.subjects')}>
      <header className={styles.head}>
        <h4 className={listStyles.heading}>{t('indicators.inspector.subjects')}</h4>
      </header>
      <SubjectExports explained={explanation} />
      <SubjectFilter counts={counts} total={subjects.length} chosen={chosen} onChoose={setState} />
      {gapCount > 0 && (
        <p className={listStyles.quiet}>
          <Opener
            title={t('indicators.inspector.gapList')}
            onOpen={() => {
              setState('uncovered')
              setSort({ by: hasGaps ? 'gap' : 'value', descending: hasGaps })
            }}
          >
            {t('indicators.inspector.gaps', { count: gapCount })}
            {gapArea > 0 &&
              ` · ${t('indicators.inspector.gapArea', { area: joinFigure(formatMeasure(gapArea, 'm2', language)) })}`}
          </Opener>
          {` · ${t('indicators.inspector.map')}`}
        </p>
      )}
      <table className={listStyles.table}>
        <caption className="visually-hidden">
          {t('indicators.inspector.subjectsOf', { name: say(metric.name), shown: shown.length, total: fitting.length })}
        </caption>
        <thead>
          <tr>
            {head('state', t('indicators.subjects.state'))}
            {head('name', t('indicators.subjects.name'))}
            {head('value', t('indicators.subjects.value'))}
            {hasGaps && head('gap', t('indicators.subjects.gap'))}
          </tr>
        </thead>
        <tbody>
          {shown.map((subject) => (
            <SubjectLine
              key={`${subject.feed} ${subject.mapId}`}
              subject={subject}
              name={nameOf(subject.id)}
              method={method}
              gap={hasGaps ? (gapAreas.get(subject.id) ?? null) : undefined}
              largest={largest}
              selected={
                selection.kind === 'feature' &&
                selection.feature.feed === subject.feed &&
                selection.feature.mapId === subject.mapId
              }
              onOpen={open}
              words={words}
              methods={methods}
            />
          ))}
        </tbody>
      </table>
      {fitting.length > limit && (
        <Button quiet onClick={() => setLimit(limit + PAGE)}>
          {t('indicators.inspector.more', { count: Math.min(PAGE, fitting.length - limit) })}
        </Button>
      )}
    </section>
  )
}
