import type { MetricDefinition } from '#core/model/metricDefinition.ts'
import { useWords } from '#i18n/useWords.ts'
import styles from './Evidence.module.css'

/** How the catalog says a metric is measured, word for word: the predicates have no other exact form. */
export function EvidenceDefinition({ definition }: { readonly definition: MetricDefinition }) {
  const { t } = useWords()
  return (
    <details className={styles.definition}>
      <summary>{t('evidence.definition')}</summary>
      <pre>{definitionText(definition)}</pre>
    </details>
  )
}

/** One member to a line. */
function definitionText(definition: MetricDefinition): string {
  return Object.entries(definition)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join('\n')
}
