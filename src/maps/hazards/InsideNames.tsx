import { useCity } from '#city/CityContext.ts'
import type { InsideList } from '#engine/warnings/warningVerbs.ts'
import { useWords } from '#i18n/useWords.ts'
import { pickFeature } from '#views/facts/pickFeature.ts'
import styles from './Detail.module.css'

/** The features inside by name, each a way to it on the map. */
export function InsideNames({ feed, list }: { readonly feed: string; readonly list: InsideList }) {
  const { t, language } = useWords()
  const { engine } = useCity()
  const more = (list.count ?? 0) - list.features.length

  async function open(mapId: number) {
    const detail = await engine.feature(feed, mapId)
    if (detail) pickFeature(detail)
  }

  if (list.features.length === 0) return null
  return (
    <ul className={styles.names}>
      {list.features.map(({ mapId, id, name, nameEn }) => (
        <li key={mapId}>
          <button type="button" onClick={() => void open(mapId)}>
            {(language === 'en' ? nameEn : null) ?? name ?? id}
          </button>
        </li>
      ))}
      {more > 0 && <li className={styles.note}>{t('hazards.warning.more', { count: more })}</li>}
    </ul>
  )
}
