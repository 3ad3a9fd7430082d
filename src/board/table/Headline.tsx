import type { ReactNode } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { Badge } from '#ui/Badge.tsx'
import { Quantity } from '#ui/Quantity.tsx'
import { DoorTo } from '#views/doors/DoorTo.tsx'
import type { StarCount } from '../rows/countStars'
import type { RowStanding } from '../rows/rowStanding'
import styles from './Headline.module.css'

interface Props {
  readonly count: StarCount
  /** `headline`: one large number with the rest beside it in two lines; `number`: all in one line. */
  readonly size: 'headline' | 'number'
}

/**
 * “n 项达到四星及以上 · k 项未达 · u 项未知”, of how many, and the deductions beside it. Rows known from old data alone stand
 * apart.
 */
export function Headline({ count, size }: Props) {
  const { t } = useWords()
  const pending = count.pending === count.starRows
  const figure = (value: number) => ({ figure: pending ? '—' : String(value), unit: '' })
  const rest = size === 'headline' ? 'body' : 'number'
  return (
    <div className={`${styles.headline} ${size === 'headline' ? styles.large : ''}`}>
      <span className={styles.reached}>
        <Rows standing="four">
          <Quantity value={figure(count.four)} size={size} />
        </Rows>
      </span>
      <p className={styles.words}>
        <span className={styles.first}>{t('indicators.reached')}</span>
        <span>
          <Rows standing="notFour">
            <Quantity value={figure(count.below)} size={rest} /> {t('indicators.notReached')}
          </Rows>
        </span>
        <span>
          <Rows standing="unknown">
            <Quantity value={figure(count.unknown)} size={rest} /> {t('indicators.unknownRows')}
          </Rows>
        </span>
        {count.old > 0 && (
          <span className={styles.old}>
            <Rows standing="old">
              <Badge tone="warn">{t('indicators.oldRows', { count: count.old })}</Badge>
            </Rows>
            <span className={styles.oldFour}>{t('indicators.oldFour', { count: count.oldFour })}</span>
          </span>
        )}
        <span className={styles.aside}>{t('indicators.ofStarRows', { count: count.starRows })}</span>
        {count.deductions > 0 && (
          <span className={styles.aside}>
            <Rows standing="deduction">{t('indicators.deductionRows', { count: count.deductions })}</Rows>
          </span>
        )}
      </p>
    </div>
  )
}

/** A count opens the rows that it counts. */
function Rows({ standing, children }: { readonly standing: RowStanding; readonly children: ReactNode }) {
  return <DoorTo door={{ to: 'rows', standing }}>{children}</DoorTo>
}
