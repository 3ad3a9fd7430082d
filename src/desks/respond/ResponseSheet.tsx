import { Suspense } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { type FeatureRef, useSelection } from '#state/selection.ts'
import { State } from '#ui/State.tsx'
import { Waiting } from '#ui/Waiting.tsx'
import { FeatureFacts } from '#views/facts/FeatureFacts.tsx'
import { RecordPanel } from '#views/facts/RecordPanel.tsx'
import { useFeatureDetail } from '#views/facts/useFeatureDetail.ts'
import { useTools } from '#views/parts/useParts.ts'
import styles from './ResponseSheet.module.css'

/** What is known of the selected incident or place, and what stands near it. */
export function ResponseSheet() {
  const { t } = useWords()
  const selection = useSelection((state) => state.selection)
  if (selection.kind === 'feature') return <SheetOf key={selection.feature.id} feature={selection.feature} />
  return (
    <State kind="choose" title={t('shell.respond.pickTitle')}>
      {t('shell.respond.pickBody')}
    </State>
  )
}

function SheetOf({ feature }: { readonly feature: FeatureRef }) {
  const { t } = useWords()
  const tools = useTools('sheet')
  const { data, isPending } = useFeatureDetail(feature)
  if (data) {
    return (
      <div className={styles.sheet}>
        <FeatureFacts detail={data}>
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
