import { useWords } from '#i18n/useWords.ts'
import type { RowView } from '../rows/rowView'
import styles from './IndicatorInspector.module.css'

/** The items of a qualitative row, each in place, missing, or not reported. */
export function ChecklistItems({ view }: { readonly view: RowView }) {
  const { t, say } = useWords()
  const items = view.result?.items ?? {}
  return (
    <section className={styles.list} aria-label={t('indicators.inspector.items')}>
      <h4 className={styles.heading}>{t('indicators.inspector.items')}</h4>
      <ul>
        {Object.entries(view.row.checklist ?? {}).map(([key, name]) => {
          const item = items[key] ?? null
          return (
            <li key={key} className={styles.entry}>
              <span className={styles.entryName}>{say(name)}</span>
              <span className={styles.entryFacts}>
                {item === null
                  ? view.result
                    ? `— ${t('indicators.inspector.itemUnknown')}`
                    : '—'
                  : item
                    ? `✓ ${t('indicators.inspector.itemTrue')}`
                    : `✕ ${t('indicators.inspector.itemFalse')}`}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
