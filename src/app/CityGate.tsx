import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CityContext } from '#city/CityContext.ts'
import { failureReason } from '#core/model/failureReason.ts'
import { askedAddress } from './askedAddress'
import { CatalogFaults } from './CatalogFaults'
import { catalogAddress } from './catalogAddress'
import styles from './Notice.module.css'
import { CatalogRefused, openCity } from './openCity'
import { openLink } from './openLink'
import { Retrying } from './Retrying'

const address = catalogAddress(askedAddress())

/** Opens the city once and gives it to everything below; until then, and when it cannot, says so. */
export function CityGate({ children }: { readonly children: ReactNode }) {
  const { t, i18n } = useTranslation()
  const opening = useQuery({
    queryKey: ['city', address.url],
    queryFn: async ({ signal }) => {
      const city = await openCity(address, signal)
      openLink(city) // Before anything is drawn, so that nothing starts from another view.
      return city
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

  if (opening.data) return <CityContext.Provider value={opening.data}>{children}</CityContext.Provider>
  const again = <Retrying failures={opening.errorUpdateCount} busy={opening.isFetching} onRetry={opening.refetch} />
  if (opening.error instanceof CatalogRefused) {
    return (
      <CatalogFaults url={opening.error.url} faults={opening.error.faults}>
        {again}
      </CatalogFaults>
    )
  }
  if (opening.error) {
    const { error } = opening
    const words = failureReason(error)[i18n.language === 'en' ? 'en' : 'zh']
    return (
      <main className={styles.page} role="alert">
        <h1>{t('app.failedTitle')}</h1>
        <p>{t('app.failedHint')}</p>
        <pre className={styles.detail}>{words}</pre>
        {again}
      </main>
    )
  }
  return (
    <main className={styles.opening} aria-busy="true">
      <span>{t('app.opening')}</span>
      <span className={styles.bar} />
    </main>
  )
}
