import { useWords } from '../../i18n/useWords'
import { Quantity } from '../../ui/Quantity'
import type { StarCount } from './countStars'
import styles from './Headline.module.css'

interface Props {
  readonly count: StarCount
  readonly size: 'headline' | 'number'
}

/** “n 项达到四星及以上 · k 项未达 · u 项未知”, of how many, and the deductions beside it. */
export function Headline({ count, size }: Props) {
  const { t } = useWords()
  const pending = count.pending === count.starRows
  const figure = (value: number) => ({ figure: pending ? '—' : String(value), unit: '' })
  return (
    <p className={`${styles.headline} ${size === 'headline' ? styles.large : ''}`}>
      <span className={styles.main}>
        <Quantity value={figure(count.four)} size={size} /> {t('indicators.reached')}
      </span>
      <span className={styles.part}>
        <Quantity value={figure(count.below)} size="number" /> {t('indicators.notReached')}
      </span>
      <span className={styles.part}>
        <Quantity value={figure(count.unknown)} size="number" /> {t('indicators.unknownRows')}
      </span>
      <span className={styles.aside}>
        <span>{t('indicators.ofStarRows', { count: count.starRows })}</span>
        {count.deductions > 0 && <span>{t('indicators.deductionRows', { count: count.deductions })}</span>}
      </span>
    </p>
  )
}
