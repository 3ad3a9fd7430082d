import { useCity } from '#city/CityContext.ts'
import type { InsideCount, WarningInForce } from '#engine/warnings/warningVerbs.ts'
import { formatSpan } from '#i18n/formatSpan.ts'
import { formatWhen } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { localText } from '#views/facts/featureName.ts'
import { pickFeature } from '#views/facts/pickFeature.ts'
import { InsideCounts } from './InsideCounts'
import type { InsideSpec } from './insideSpecs'
import { LevelWord } from './LevelWord'
import styles from './WarningsCard.module.css'

interface Props {
  readonly feed: string
  readonly warning: WarningInForce
  readonly specs: readonly InsideSpec[]
  /** Undefined: not counted yet. */
  readonly counts: readonly InsideCount[] | undefined
  readonly now: number
}

/** One warning: level, what of, until when, where, and what lies inside. A click brings the map to it. */
export function WarningLine({ feed, warning, specs, counts, now }: Props) {
  const { t, language } = useWords()
  const { engine } = useCity()
  const { properties, level, from, until, mapId, id } = warning
  const kind = localText(properties, 'kind', language) ?? localText(properties, 'name', language) ?? id
  const towns = localText(properties, 'towns', language)

  async function open() {
    const detail = await engine.feature(feed, mapId)
    if (detail) pickFeature(detail)
  }

  return (
    <li className={styles.warning} data-level={level ?? undefined}>
      <button type="button" className={styles.head} onClick={() => void open()}>
        <LevelWord level={level} />
        <span className={styles.kind}>{kind}</span>
        <span className={styles.time}>
          {from !== null && from > now && (
            <span>{t('hazards.card.from', { time: formatWhen(from, language, now) })}</span>
          )}
          <span>
            {until === null
              ? t('hazards.card.endless')
              : t('hazards.card.until', { time: formatWhen(until, language, now) })}
          </span>
          {until !== null && (from === null || from <= now) && (
            <span>{t('hazards.card.left', { span: formatSpan(until - now, language) })}</span>
          )}
        </span>
      </button>
      <p className={styles.towns}>{towns ?? t('hazards.card.everywhere')}</p>
      {counts && <InsideCounts specs={specs} counts={counts} />}
    </li>
  )
}
