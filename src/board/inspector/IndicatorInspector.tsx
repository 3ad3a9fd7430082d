import { memo, Suspense, useDeferredValue } from 'react'
import { useCity } from '#city/CityContext.ts'
import { definitionOf, hasFeatures, listsGaps, methodOf } from '#city/methodOf.ts'
import { useExplanation } from '#city/useExplanation.ts'
import { useWords } from '#i18n/useWords.ts'
import { setView, useView } from '#state/view.ts'
import { Tabs } from '#ui/Tabs.tsx'
import { SketchLegend } from '#views/layers/SketchLegend.tsx'
import { later } from '#views/parts/part.ts'
import { EvidenceDefinition } from '../evidence/EvidenceDefinition'
import { EvidenceExport } from '../evidence/EvidenceExport'
import { RowPapers } from '../paper/RowPapers'
import { Robustness } from '../robustness/Robustness'
import { EvaluationNotice } from '../rows/EvaluationNotice'
import { useRowViews } from '../rows/useRowViews'
import { useTried } from '../trying/tried'
import { ChecklistItems } from './ChecklistItems'
import { FeedsUsed } from './FeedsUsed'
import styles from './IndicatorInspector.module.css'
import { InspectorHead } from './InspectorHead'
import { InspectorNotes } from './InspectorNotes'
import { MetricFacts } from './MetricFacts'
import { OpenedOnDemand } from './OpenedOnDemand'
import { StarLadder } from './StarLadder'
import { SubjectsTable } from './SubjectsTable'
import { useRowOnShow } from './useRowOnShow'
import { useRowSketches } from './useRowSketches'

const Gaps = later(async () => (await import('../gaps/Gaps')).Gaps)
const TryRow = later(async () => (await import('../trying/TryRow')).TryRow)
const ByScope = later(async () => (await import('../trying/ByScope')).ByScope)

/** The row that is open; nothing when none is. It is drawn in slices, between which the page answers. */
export function IndicatorInspector() {
  const indicator = useDeferredValue(
    useView((view) => view.indicator),
    null,
  )
  const metric = useDeferredValue(
    useView((view) => view.metric),
    null,
  )
  return indicator === null ? null : <OpenRow indicator={indicator} wanted={metric} />
}

interface OpenRowProps {
  readonly indicator: string
  /** Metric asked for, or null for the one that stands for the row. */
  readonly wanted: string | null
}

/**
 * A row with everything behind its number: rules, fraction, exclusions, parameters, feeds, and every feature that counts.
 * It shows on the map what it is about.
 */
const OpenRow = memo(function OpenRow({ indicator, wanted }: OpenRowProps) {
  const { t, say } = useWords()
  const { rows, now } = useRowViews()
  const scope = useView((view) => view.scope)
  const view = rows.find(({ row }) => row.id === indicator) ?? null
  const metric = view?.row.metrics.find(({ id }) => id === wanted) ?? view?.head?.metric ?? view?.row.metrics[0] ?? null
  const city = useCity()
  const definition = metric && definitionOf(city, indicator, metric.id)
  const method = metric && methodOf(city, indicator, metric.id)
  // What a unit reports has no features behind it: there is nothing to list or to mark.
  const measured = method && hasFeatures(method) ? metric.id : null
  const explained = useExplanation(view?.row.id ?? null, measured, scope)
  const tried = useTried()
  const trying = tried.row === indicator
  // What is tried has other gaps: until they are known none are shown, rather than those of the published measure.
  const sketches = useRowSketches(trying ? tried.explanation : explained.explanation)
  useRowOnShow(explained.explanation, metric)
  if (!view) return null
  const { row } = view
  // The explanation of one row is there before all rows are computed.
  const result = metric && (view.result ? view.result.metrics[metric.id] : explained.explanation?.result)
  const computedIn = view.result ? (now.evaluation?.scope ?? null) : scope
  return (
    <article className={styles.inspector} aria-label={`${t('indicators.inspector.title')}：${say(row.name)}`}>
      <InspectorHead view={view} />
      <EvaluationNotice now={now} />
      {row.kind !== 'deduction' && <StarLadder view={view} />}
      {row.metrics.length > 1 && metric && (
        <Tabs
          label={t('indicators.inspector.metrics')}
          tabs={row.metrics.map(({ id, name }) => ({ id, label: say(name) }))}
          selected={metric.id}
          onSelect={(id) => setView({ metric: id })}
        />
      )}
      {metric && result && <MetricFacts view={view} metric={metric} result={result} scope={computedIn} />}
      {definition && <EvidenceDefinition definition={definition} />}
      {row.checklist && <ChecklistItems view={view} />}
      <Robustness key={row.id} row={row} scope={scope} />
      {metric && measured && (
        <OpenedOnDemand title={t('atHand.trying.title')} about={t('atHand.trying.about')}>
          <TryRow key={`${row.id}.${metric.id}`} view={view} metric={metric} scope={scope} />
        </OpenedOnDemand>
      )}
      {metric && (
        <OpenedOnDemand title={t('atHand.scopes.title')} about={t('atHand.scopes.about')}>
          <ByScope row={row} metric={metric} scope={scope} />
        </OpenedOnDemand>
      )}
      <SketchLegend sketches={sketches} />
      {!trying && metric && method && listsGaps(method) && (
        <Suspense fallback={null}>
          <Gaps indicator={row.id} metric={metric.id} scope={scope} explained={explained} />
        </Suspense>
      )}
      {!trying && metric && measured && (
        <SubjectsTable key={`${row.id}.${metric.id}`} row={row} metric={metric} explained={explained} />
      )}
      <FeedsUsed indicator={row.id} />
      <EvidenceExport key={`${row.id} ${scope}`} indicator={row.id} scope={scope} />
      <InspectorNotes row={row} />
      {metric && (
        <RowPapers
          indicator={row.id}
          metric={metric.id}
          scope={scope}
          gaps={(explained.explanation?.gapCount ?? 0) > 0 && method !== null && listsGaps(method)}
        />
      )}
    </article>
  )
})
