import type { SumOfArea } from '#engine/warnings/warningVerbs.ts'
import { formatScaled } from '#i18n/formatNumber.ts'
import { joinFigure } from '#i18n/formatQuantity.ts'
import { useWords } from '#i18n/useWords.ts'
import { listedName } from '#views/facts/featureName.ts'
import { useOpenFeature } from '#views/facts/useOpenFeature.ts'
import styles from './Detail.module.css'

interface Props {
  /** Of the areas. */
  readonly feed: string
  readonly sums: readonly SumOfArea[]
}

/** A sum inside by area, the largest first, each a way to its area on the map. */
export function InsideSums({ feed, sums }: Props) {
  const { t, language } = useWords()
  const open = useOpenFeature()
  const shown = sums.filter(({ sum }) => Math.round(sum) > 0)
  if (shown.length === 0) return null
  return (
    <ul className={styles.sums}>
      {shown.map(({ area, sum }) => (
        <li key={area?.mapId ?? 'none'}>
          {area ? (
            <button type="button" onClick={() => open(feed, area.mapId)}>
              {listedName(area, language)}
            </button>
          ) : (
            <span>{t('hazards.warning.elsewhere')}</span>
          )}
          <span className={styles.figure}>{joinFigure(formatScaled(Math.round(sum), language))}</span>
        </li>
      ))}
    </ul>
  )
}
