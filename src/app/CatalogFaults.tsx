import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '#catalog/fault.ts'
import styles from './Notice.module.css'

interface CatalogFaultsProps {
  readonly url: string
  readonly faults: readonly Fault[]
  /** What can be done about it. */
  readonly children?: ReactNode
}

/** A refused catalog: every fault with its place, what stands there and what should. */
export function CatalogFaults({ url, faults, children }: CatalogFaultsProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  return (
    <main className={styles.page} role="alert">
      <h1>{t('app.refusedTitle')}</h1>
      <p>{t('app.refusedLead', { url, count: faults.length })}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('app.faultPath')}</th>
            <th scope="col">{t('app.faultWords')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault) => (
            <tr key={`${fault.path} ${fault.expected} ${fault.found}`}>
              <td className={styles.path}>{fault.path}</td>
              <td>{fault[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </main>
  )
}
