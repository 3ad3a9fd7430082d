import { useOpenedCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { goToStep, leaveOut, type Scenario } from '#state/scenarios.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { faultsOf, useEditFaults } from './editFaults'
import styles from './ScenarioPanel.module.css'
import { stepWords } from './stepWords'

/** Every step, those taken back too: to go to, or to leave out. */
export function Steps({ scenario }: { readonly scenario: Scenario }) {
  const words = useWords()
  const { t, language } = words
  const { catalog } = useOpenedCity()
  const { edits, undone } = scenario
  const faults = useEditFaults((state) => faultsOf(edits, state))
  const all = [...edits, ...[...undone].reverse()]
  return (
    <section className={styles.part} aria-label={t('scenarios.steps')}>
      <h3 className={styles.heading}>{t('scenarios.steps')}</h3>
      {all.length === 0 && <p className={styles.hint}>{t('scenarios.stepsNone')}</p>}
      {faults.map(({ number, reason }) => (
        <p key={number} role="alert" className={styles.fault}>
          {t('scenarios.refused', { number: String(number), why: language === 'en' ? reason.en : reason.zh })}
        </p>
      ))}
      {all.length > 0 && (
        <ol className={styles.steps}>
          <li className={styles.step}>
            <span className={styles.number}>0</span>
            <button type="button" aria-current={edits.length === 0 ? 'step' : undefined} onClick={() => goToStep(0)}>
              {t('scenarios.start')}
            </button>
          </li>
          {all.map((edit, at) => {
            const number = at + 1
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the order
              <li key={at} className={styles.step}>
                <span className={styles.number}>{number}</span>
                <button
                  type="button"
                  className={number > edits.length ? styles.undone : undefined}
                  aria-current={number === edits.length ? 'step' : undefined}
                  title={t('scenarios.goTo', { number: String(number) })}
                  onClick={() => goToStep(number)}
                >
                  {stepWords(edit, catalog, words)}
                </button>
                {number <= edits.length && (
                  <IconButton
                    icon="close"
                    label={t('scenarios.leaveOut', { number: String(number) })}
                    hint="none"
                    onClick={() => leaveOut(at)}
                  />
                )}
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}
