import type { InsideList } from '#engine/warnings/warningVerbs.ts'
import { useWords } from '#i18n/useWords.ts'
import { listedName } from '#views/facts/featureName.ts'
import { useOpenFeature } from '#views/facts/useOpenFeature.ts'
import styles from './Detail.module.css'

/** The features inside by name, each a way to it on the map. */
export function InsideNames({ feed, list }: { readonly feed: string; readonly list: InsideList }) {
  const { t, language } = useWords()
  const open = useOpenFeature()
  const more = (list.count ?? 0) - list.features.length

  if (list.features.length === 0) return null
  return (
    <ul className={styles.names}>
      {list.features.map((feature) => (
        <li key={feature.mapId}>
          <button type="button" onClick={() => open(feed, feature.mapId)}>
            {listedName(feature, language)}
          </button>
        </li>
      ))}
      {more > 0 && <li className={styles.note}>{t('hazards.warning.more', { count: more })}</li>}
    </ul>
  )
}
