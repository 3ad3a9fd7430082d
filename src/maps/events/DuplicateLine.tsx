import { useCity } from '#city/CityContext.ts'
import type { DuplicateGroup } from '#engine/cases/caseVerbs.ts'
import { formatSpan } from '#i18n/formatSpan.ts'
import { useWords } from '#i18n/useWords.ts'
import { pickFeature } from '#views/facts/pickFeature.ts'
import styles from './HotSpotsCard.module.css'

interface Props {
  readonly feed: string
  readonly group: DuplicateGroup
}

/** Cases that may be one matter: the first by name, how many, how near. A click selects it; its sheet lists the others. */
export function DuplicateLine({ feed, group }: Props) {
  const { t, language } = useWords()
  const { engine } = useCity()
  const { cases, metres, minutes } = group
  const [first] = cases
  if (!first) return null
  const { mapId } = first

  async function open() {
    const detail = await engine.feature(feed, mapId)
    if (detail) pickFeature(detail)
  }

  return (
    <li>
      <button type="button" className={styles.line} onClick={() => void open()}>
        <span className={styles.name}>
          {t('events.duplicates.group', {
            name: (language === 'en' ? first.nameEn : null) ?? first.name ?? first.id,
            count: cases.length,
          })}
        </span>
        <span className={styles.rest}>
          {t('events.duplicates.apart', {
            distance: t('shell.distance.metres', { n: Math.ceil(metres) }),
            time: formatSpan(minutes * 60_000, language),
          })}
        </span>
      </button>
    </li>
  )
}
