import { useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { type FeatureRef, NO_SELECTION, select, setHover, useSelection } from '#state/selection.ts'
import { Button } from '#ui/Button.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { Waiting } from '#ui/Waiting.tsx'
import { FeatureFacts } from './FeatureFacts'
import styles from './FeaturePopup.module.css'
import { featureName, feedTitle } from './featureName'
import { useFeatureDetail } from './useFeatureDetail'

interface Props {
  readonly features: readonly FeatureRef[]
  /** Only the name: a panel beside the map shows the rest. */
  readonly brief?: boolean
}

/** What the map says of the features under a click: one feature's facts, or the list of those in one place. */
export function FeaturePopup({ features, brief = false }: Props) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<FeatureRef | null>(null)
  const at = useSelection(({ selection }) => (selection.kind === 'none' ? null : selection.at))
  const single = features.length === 1 ? features[0] : chosen
  const choose = (feature: FeatureRef) => (brief ? select({ kind: 'feature', feature, at }) : setChosen(feature))
  const close = () => select(NO_SELECTION)
  return (
    <div className={styles.popup} role="dialog" aria-label={t('shell.popup.stack', { count: features.length })}>
      <div className={styles.bar}>
        {features.length > 1 && (
          <span className={styles.title}>{t('shell.popup.stack', { count: features.length })}</span>
        )}
        {features.length > 1 && chosen && (
          <Button quiet icon="left" onClick={() => setChosen(null)}>
            {t('shell.popup.back')}
          </Button>
        )}
        <IconButton icon="close" label={t('shell.popup.close')} hint="none" className={styles.close} onClick={close} />
      </div>
      {single ? <OneFeature feature={single} brief={brief} /> : <Stack features={features} onChoose={choose} />}
    </div>
  )
}

function OneFeature({ feature, brief }: { readonly feature: FeatureRef; readonly brief: boolean }) {
  const { t, language } = useWords()
  const detail = useFeatureDetail(feature)
  if (detail.data && brief) return <p className={styles.title}>{featureName(detail.data, language) ?? feature.id}</p>
  if (detail.data) return <FeatureFacts detail={detail.data} />
  if (detail.isPending) return <Waiting lines={4} label={t('shell.popup.loading')} />
  return <p className={styles.gone}>{t('shell.popup.gone')}</p>
}

interface StackProps {
  readonly features: readonly FeatureRef[]
  readonly onChoose: (feature: FeatureRef) => void
}

function Stack({ features, onChoose }: StackProps) {
  const { t } = useWords()
  return (
    <ul className={styles.stack} aria-label={t('shell.popup.choose')}>
      {features.map((feature) => (
        <li key={`${feature.feed} ${feature.mapId}`}>
          <StackItem feature={feature} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  )
}

function StackItem({ feature, onChoose }: { readonly feature: FeatureRef; readonly onChoose: StackProps['onChoose'] }) {
  const { catalog } = useCity()
  const { language, say } = useWords()
  const detail = useFeatureDetail(feature)
  return (
    <button
      type="button"
      className={styles.item}
      onClick={() => onChoose(feature)}
      onFocus={() => setHover(feature)}
      onBlur={() => setHover(null)}
    >
      <span className={styles.itemName}>{(detail.data && featureName(detail.data, language)) ?? feature.id}</span>
      <span className={styles.itemKind}>{say(feedTitle(catalog, feature.feed))}</span>
    </button>
  )
}
