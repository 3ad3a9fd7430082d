import { useMemo, useState } from 'react'
import { useOpenedCity } from '#city/CityContext.ts'
import { useSettledFeeds } from '#city/useSettledFeeds.ts'
import type { IndicatorResult } from '#core/model/evaluation.ts'
import type { StandardMetric } from '#core/model/standard.ts'
import { NOW, type World } from '#core/model/world.ts'
import { useWords } from '#i18n/useWords.ts'
import type { Scenario } from '#state/scenarios.ts'
import { useView } from '#state/view.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { StarMeter } from '#ui/StarMeter.tsx'
import { State } from '#ui/State.tsx'
import { Waiting } from '#ui/Waiting.tsx'
import { isAnother, isChanged, levelOf, levelWords, metricValue, starsGained } from './resultWords'
import styles from './ScenarioPanel.module.css'
import { StarsGained } from './StarsGained'
import { rowsConcerned } from './useImpact'
import { useLatest } from './useLatest'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly scenario: Scenario
  readonly others: readonly Scenario[]
}

/** The city as it is, this scenario and others side by side: the same rows in every column, differences marked. */
export function CompareDialog({ open, onClose, scenario, others }: Props) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const columns = useMemo(() => [scenario, ...others.filter(({ id }) => chosen.has(id))], [scenario, others, chosen])
  const toggle = (id: string): void =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]))
  return (
    <Dialog open={open} wide title={t('scenarios.compare')} closeLabel={t('scenarios.close')} onClose={onClose}>
      {others.length > 0 && (
        <div className={styles.row}>
          {others.map(({ id, title }) => (
            <label key={id}>
              <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} /> {title}
            </label>
          ))}
        </div>
      )}
      <Columns columns={columns} />
    </Dialog>
  )
}

function Columns({ columns }: { readonly columns: readonly Scenario[] }) {
  const words = useWords()
  const { t, say } = words
  const { host, standard, feedsByIndicator } = useOpenedCity()
  const scope = useView((view) => view.scope)
  const only = useMemo(
    () =>
      rowsConcerned(
        columns.flatMap(({ edits }) => edits),
        feedsByIndicator,
      ),
    [columns, feedsByIndicator],
  )
  const feeds = useMemo(
    () => [...new Set(only.flatMap((row) => feedsByIndicator[row] ?? []))],
    [only, feedsByIndicator],
  )
  const { settled, stamp } = useSettledFeeds(feeds)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading is another question
  const ask = useMemo(() => {
    if (!settled) return null
    const resultsIn = async (world: World) => {
      const { indicators } = await host.evaluate(world, { scope, only })
      return new Map(indicators.map((result) => [result.id, result]))
    }
    return async () => {
      const before = await resultsIn(NOW)
      const after: (ReadonlyMap<string, IndicatorResult> | string)[] = []
      for (const { title, edits } of columns) {
        after.push(
          await resultsIn({ kind: 'plan', base: NOW, title, edits }).catch((error: unknown) =>
            error instanceof Error ? error.message : String(error),
          ),
        )
      }
      return { before, after, columns }
    }
  }, [host, settled, stamp, scope, only, columns])
  const { answer, fault } = useLatest(ask)
  if (fault !== null) return <State kind="failing" title={t('scenarios.impactFailed', { why: fault })} />
  if (!answer || answer.columns !== columns) return <Waiting lines={6} label={t('scenarios.impactBusy')} />
  const rows = [...standard.rows]
    .sort((a, b) => a.order - b.order)
    .filter(({ id }) => {
      const was = answer.before.get(id)
      return was && answer.after.some((column) => typeof column !== 'string' && isChanged(was, column.get(id) ?? was))
    })
  if (rows.length === 0 && !answer.after.some((column) => typeof column === 'string')) {
    return <State kind="empty" title={t('scenarios.impactSame', { formatted: String(only.length) })} />
  }
  return (
    <table className={styles.impact}>
      <thead>
        <tr>
          <th scope="col">{t('scenarios.row')}</th>
          <th scope="col">{t('scenarios.before')}</th>
          {columns.map(({ id, title }) => (
            <th key={id} scope="col">
              {title}
            </th>
          ))}
        </tr>
        {answer.after.some((column) => typeof column === 'string') && (
          <tr>
            <td colSpan={2} />
            {answer.after.map((column, at) => (
              <td key={columns[at]?.id}>
                {typeof column === 'string' && <span className={styles.fault}>{column}</span>}
              </td>
            ))}
          </tr>
        )}
      </thead>
      <tbody>
        {rows.map((row) => {
          const was = answer.before.get(row.id)
          if (!was) return null
          const results = answer.after.map((column) =>
            typeof column === 'string' ? null : (column.get(row.id) ?? null),
          )
          const metrics = row.metrics.filter(({ id }) => results.some((is) => is && isAnother(was, is, id)))
          return (
            <tr key={row.id}>
              <th scope="row">{say(row.name)}</th>
              <Cell metrics={metrics} was={was} is={was} />
              {results.map((is, at) => (
                <Cell key={columns[at]?.id} metrics={metrics} was={was} is={is} />
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface CellProps {
  /** To be shown, in every column the same. */
  readonly metrics: readonly StandardMetric[]
  readonly was: IndicatorResult
  /** Null: the scenario of the column cannot be made. */
  readonly is: IndicatorResult | null
}

function Cell({ metrics, was, is }: CellProps) {
  const words = useWords()
  if (!is) return <td>—</td>
  const gained = starsGained(was, is)
  return (
    <td className={styles.figure}>
      <StarMeter level={levelOf(is)} label={levelWords(levelOf(is), words)} />
      {metrics.map((metric) => (
        <span key={metric.id} className={styles.value}>
          {metricValue(is, metric, words)}
        </span>
      ))}
      <StarsGained gained={gained} level={levelOf(is)} />
    </td>
  )
}
