import { Suspense, useEffect } from 'react'
import type { Catalog } from '#catalog/schema.ts'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { dealWith, useIncident } from '#state/incident.ts'
import { type FeatureRef, useSelection } from '#state/selection.ts'
import { State } from '#ui/State.tsx'
import { Waiting } from '#ui/Waiting.tsx'
import { FeatureFacts } from '#views/facts/FeatureFacts.tsx'
import { RecordPanel } from '#views/facts/RecordPanel.tsx'
import { useFeatureDetail } from '#views/facts/useFeatureDetail.ts'
import { useTools } from '#views/parts/useParts.ts'
import { listFeeds } from '#views/table/responseFeeds.ts'
import { BackToIncident } from './BackToIncident'
import styles from './ResponseSheet.module.css'

/** What is known of the selected incident or place, and what stands near it; from a resource a way back to the incident. */
export function ResponseSheet() {
  const { t } = useWords()
  const { catalog } = useCity()
  const selected = useSelection(({ selection }) => (selection.kind === 'feature' ? selection.feature : null))
  const incident = useIncident((state) => state.incident)
  useEffect(() => {
    if (selected && !isResource(catalog, selected)) dealWith(selected)
  }, [catalog, selected])
  const left = incident && !(selected?.feed === incident.feed && selected.id === incident.id) ? incident : null
  return (
    <div className={styles.stack}>
      {left && (!selected || isResource(catalog, selected)) && <BackToIncident incident={left} />}
      {selected ? (
        <SheetOf key={`${selected.feed} ${selected.id}`} feature={selected} />
      ) : (
        <State kind="choose" title={t('shell.respond.pickTitle')}>
          {t('shell.respond.pickBody')}
        </State>
      )}
    </div>
  )
}

const isResource = (catalog: Catalog, { feed }: FeatureRef): boolean => listFeeds(catalog, 'resources').includes(feed)

function SheetOf({ feature }: { readonly feature: FeatureRef }) {
  const { t } = useWords()
  const tools = useTools('sheet')
  const { data, isPending } = useFeatureDetail(feature)
  if (data) {
    return (
      <div className={styles.sheet}>
        <FeatureFacts detail={data} heading="h3">
          <RecordPanel detail={data} />
          {tools.map(({ id, Panel }) => (
            <Suspense key={id} fallback={<Waiting lines={6} label={t('shell.popup.loading')} />}>
              <Panel detail={data} />
            </Suspense>
          ))}
        </FeatureFacts>
      </div>
    )
  }
  if (isPending) return <Waiting lines={6} label={t('shell.popup.loading')} />
  return <State kind="empty" title={t('shell.popup.gone')} />
}
