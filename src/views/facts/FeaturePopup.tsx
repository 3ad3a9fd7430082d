import { useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import {
  type FeatureRef,
  isSketchRef,
  type MapRef,
  NO_SELECTION,
  refKey,
  type SketchRef,
  select,
  selectionOf,
  setHover,
  useSelection,
} from '#state/selection.ts'
import { Button } from '#ui/Button.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { Waiting } from '#ui/Waiting.tsx'
import { useDescription } from '../sketches/useDescription'
import { FeatureFacts } from './FeatureFacts'
import styles from './FeaturePopup.module.css'
import { featureName, feedTitle } from './featureName'
import { SketchFacts } from './SketchFacts'
import { useFeatureDetail } from './useFeatureDetail'

interface Props {
  readonly features: readonly MapRef[]
  /** True: a panel beside the map shows it. */
  readonly hasSheet?: (ref: MapRef) => boolean
}

const NO_SHEET = () => false

/** What the map says of what lies under a click: the facts of one thing, or the list of those in one place. */
export function FeaturePopup({ features, hasSheet = NO_SHEET }: Props) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<MapRef | null>(null)
  const at = useSelection(({ selection }) => (selection.kind === 'none' ? null : selection.at))
  const single = features.length === 1 ? features[0] : chosen
  const choose = (ref: MapRef) => (at && hasSheet(ref) ? select(selectionOf([ref], at)) : setChosen(ref))
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
      {!single && <Stack features={features} onChoose={choose} />}
      {single && isSketchRef(single) && <SketchFacts feature={single} />}
      {single && !isSketchRef(single) && <OneFeature feature={single} />}
    </div>
  )
}

function OneFeature({ feature }: { readonly feature: FeatureRef }) {
  const { t } = useWords()
  const detail = useFeatureDetail(feature)
  if (detail.data) return <FeatureFacts detail={detail.data} heading="h2" />
  if (detail.isPending) return <Waiting lines={4} label={t('shell.popup.loading')} />
  return <p className={styles.gone}>{t('shell.popup.gone')}</p>
}

interface StackProps {
  readonly features: readonly MapRef[]
  readonly onChoose: (feature: MapRef) => void
}

function Stack({ features, onChoose }: StackProps) {
  const { t } = useWords()
  return (
    <ul className={styles.stack} aria-label={t('shell.popup.choose')}>
      {features.map((feature) => (
        <li key={refKey(feature)}>
          {isSketchRef(feature) ? (
            <SketchItem feature={feature} onChoose={onChoose} />
          ) : (
            <FeatureItem feature={feature} onChoose={onChoose} />
          )}
        </li>
      ))}
    </ul>
  )
}

interface ItemProps<T extends MapRef> {
  readonly feature: T
  readonly onChoose: StackProps['onChoose']
}

function FeatureItem({ feature, onChoose }: ItemProps<FeatureRef>) {
  const { catalog } = useCity()
  const { language, say } = useWords()
  const detail = useFeatureDetail(feature)
  const name = (detail.data && featureName(detail.data, language)) ?? feature.id
  return <StackItem feature={feature} name={name} kind={say(feedTitle(catalog, feature.feed))} onChoose={onChoose} />
}

function SketchItem({ feature, onChoose }: ItemProps<SketchRef>) {
  const { kind, said } = useDescription(feature)
  return <StackItem feature={feature} name={said?.title ?? kind} kind={said ? kind : ''} onChoose={onChoose} />
}

interface StackItemProps extends ItemProps<MapRef> {
  readonly name: string
  readonly kind: string
}

function StackItem({ feature, name, kind, onChoose }: StackItemProps) {
  return (
    <button
      type="button"
      className={styles.item}
      onClick={() => onChoose(feature)}
      onFocus={() => setHover(feature)}
      onBlur={() => setHover(null)}
    >
      <span className={styles.itemName}>{name}</span>
      <span className={styles.itemKind}>{kind}</span>
    </button>
  )
}
