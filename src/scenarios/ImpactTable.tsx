import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords, type Words } from '#i18n/useWords.ts'
import { type Scenario, useScenarios } from '#state/scenarios.ts'
import { setView } from '#state/view.ts'
import { State } from '#ui/State.tsx'
import { ResultCell } from './ResultCell'
import { isAnother, isChanged } from './resultWords'
import styles from './ScenarioPanel.module.css'
import { type RowImpact, useImpact } from './useImpact'

/** What the scenario does to the rows of the standard, while one drags too. */
export function ImpactTable({ scenario }: { readonly scenario: Scenario }) {
  const words = useWords()
  const { t, language } = words
  const { rows, busy, fault } = useImpact(scenario)
  const isTrying = useScenarios((state) => state.trial !== null)
  const changed = rows?.filter(({ before, after }) => isChanged(before, after)) ?? []
  const none = scenario.edits.length === 0 && !isTrying ? t('scenarios.impactNone') : sameWords(rows, words)
  return (
    <section className={styles.part} aria-label={t('scenarios.impact')} aria-busy={busy}>
      <h3 className={styles.heading}>
        {t('scenarios.impact')} {busy && <span>· {t('scenarios.impactBusy')}</span>}
      </h3>
      {fault !== null && <State kind="failing" title={t('scenarios.impactFailed', { why: fault })} />}
      {fault === null && changed.length === 0 && <p className={styles.hint}>{none}</p>}
      {changed.length > 0 && (
        <table className={styles.impact}>
          <thead>
            <tr>
              <th scope="col">{t('scenarios.row')}</th>
              <th scope="col">{t('scenarios.before')}</th>
              <th scope="col">{t('scenarios.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((impact) => (
              <Line key={impact.row.id} {...impact} />
            ))}
          </tbody>
        </table>
      )}
      {changed.length > 0 && rows && rows.length > changed.length && (
        <p className={styles.hint}>
          {t('scenarios.impactSame', { formatted: formatNumber(rows.length - changed.length, language) })}
        </p>
      )}
    </section>
  )
}

const sameWords = (rows: readonly RowImpact[] | null, { t, language }: Words): string =>
  rows ? t('scenarios.impactSame', { formatted: formatNumber(rows.length, language) }) : t('scenarios.impactBusy')

function Line({ row, before, after }: RowImpact) {
  const words = useWords()
  const { say } = words
  const metrics = row.metrics.filter(({ id }) => isAnother(before, after, id))
  return (
    <tr>
      <th scope="row">
        <button type="button" onClick={() => setView({ indicator: row.id, metric: null })}>
          {say(row.name)}
        </button>
        {metrics.length > 0 && row.metrics.length > 1 && (
          <span className={styles.hint}> {metrics.map(({ name }) => say(name)).join(' · ')}</span>
        )}
      </th>
      <ResultCell row={row} metrics={metrics} was={before} is={before} />
      <ResultCell row={row} metrics={metrics} was={before} is={after} />
    </tr>
  )
}
