import { useMemo, useState } from 'react'
import { useOpenedCity } from '#city/CityContext.ts'
import { useLatest } from '#city/useLatest.ts'
import { NOW, type PlanWorld } from '#core/model/world.ts'
import type { EditFault } from '#engine/world/editFaults.ts'
import { useWords } from '#i18n/useWords.ts'
import type { Scenario } from '#state/scenarios.ts'
import { useView } from '#state/view.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { State } from '#ui/State.tsx'
import { Waiting } from '#ui/Waiting.tsx'
import { TakeTable } from '#views/out/TakeTable.tsx'
import { comparisonOut } from './comparisonOut'
import { ResultCell } from './ResultCell'
import { isAnother, isChanged } from './resultWords'
import styles from './ScenarioPanel.module.css'
import { type Results, useConcerned } from './useConcerned'

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

/** The results of a scenario, or why it cannot be made of the city as it is. */
interface Column {
  readonly faults: readonly EditFault[]
  readonly results?: Results
}

function Columns({ columns }: { readonly columns: readonly Scenario[] }) {
  const words = useWords()
  const { t, say } = words
  const { host, standard, feedsByIndicator } = useOpenedCity()
  const scope = useView((view) => view.scope)
  const { rows: only, resultsIn } = useConcerned(useMemo(() => columns.flatMap(({ edits }) => edits), [columns]))
  const ask = useMemo(() => {
    if (!resultsIn) return null
    return async () => {
      const before = await resultsIn(NOW)
      const after: Column[] = []
      for (const { title, edits } of columns) {
        const world: PlanWorld = { kind: 'plan', base: NOW, title, edits }
        const faults = await host.planFaults(world)
        after.push(faults.length > 0 ? { faults } : { faults, results: await resultsIn(world) })
      }
      return { before, after, columns }
    }
  }, [host, resultsIn, columns])
  const { answer, fault } = useLatest(ask)
  if (fault !== null) return <State kind="failing" title={t('scenarios.impactFailed', { why: fault })} />
  if (!answer || answer.columns !== columns) return <Waiting lines={6} label={t('scenarios.impactBusy')} />
  const rows = [...standard.rows]
    .sort((a, b) => a.order - b.order)
    .filter(({ id }) => {
      const was = answer.before.get(id)
      return was && answer.after.some(({ results }) => isChanged(was, results?.get(id) ?? was))
    })
  const isRefused = answer.after.some(({ results }) => !results)
  if (rows.length === 0 && !isRefused) {
    return <State kind="empty" title={t('scenarios.impactSame', { formatted: String(only.length) })} />
  }
  return (
    <>
      <div className={styles.row}>
        <TakeTable
          name="comparison"
          title={t('scenarios.compare')}
          label={(form) => t('shell.table.export', { form })}
          table={() =>
            comparisonOut(
              rows,
              [
                { title: t('scenarios.before'), results: answer.before },
                ...columns.map(({ title }, at) => ({ title, results: answer.after[at]?.results })),
              ],
              words,
            )
          }
          about={() => ({ own: [], feeds: [...new Set(rows.flatMap(({ id }) => feedsByIndicator[id] ?? []))], scope })}
        />
      </div>
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
          {isRefused && (
            <tr>
              <td colSpan={2} />
              {answer.after.map(({ faults }, at) => (
                <td key={columns[at]?.id}>
                  {faults.map(({ number, reason }) => (
                    <p key={number} className={styles.fault}>
                      {t('scenarios.refused', { number: String(number), why: say(reason) })}
                    </p>
                  ))}
                </td>
              ))}
            </tr>
          )}
        </thead>
        <tbody>
          {rows.map((row) => {
            const was = answer.before.get(row.id)
            if (!was) return null
            const results = answer.after.map((column) => column.results?.get(row.id) ?? null)
            const metrics = row.metrics.filter(({ id }) => results.some((is) => is && isAnother(was, is, id)))
            return (
              <tr key={row.id}>
                <th scope="row">{say(row.name)}</th>
                <ResultCell row={row} metrics={metrics} was={was} is={was} />
                {results.map((is, at) => (
                  <ResultCell key={columns[at]?.id} row={row} metrics={metrics} was={was} is={is} />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
