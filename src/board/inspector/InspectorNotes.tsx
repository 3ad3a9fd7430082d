import { useCity } from '#city/CityContext.ts'
import type { StandardRow } from '#core/model/standard.ts'
import { useWords } from '#i18n/useWords.ts'
import styles from './IndicatorInspector.module.css'

/** What the standard says of a row: how it is computed, who answers for it, what is doubtful, and where it is written. */
export function InspectorNotes({ row }: { readonly row: StandardRow }) {
  const { t, say } = useWords()
  const { standard } = useCity()
  return (
    <>
      <section>
        <h4 className={styles.heading}>{t('indicators.inspector.formula')}</h4>
        <p className={styles.note}>{say(row.formula)}</p>
      </section>
      {row.doubt && (
        <section>
          <h4 className={styles.heading}>{t('indicators.inspector.doubt')}</h4>
          <p className={styles.doubt}>{say(row.doubt)}</p>
        </section>
      )}
      <section>
        <h4 className={styles.heading}>{t('indicators.inspector.units')}</h4>
        <p className={styles.note}>{row.units.join(t('indicators.next.comma'))}</p>
      </section>
      <p className={styles.caption}>{say(standard.source)}</p>
    </>
  )
}
