import type { ReactNode } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { Badge } from '#ui/Badge.tsx'
import { Quantity } from '#ui/Quantity.tsx'
import { DoorTo } from '#views/doors/DoorTo.tsx'
import type { StarCount } from '../rows/countStars'
import type { RowStanding } from '../rows/rowStanding'
import styles from './Headline.module.css'

/**
 * “n 项达到四星及以上 · k 项未达 · u 项未知”, of how many, and the deductions beside it. Rows known from old data alone stand
 * apart.
 */
export function Headline({ count }: { readonly count: StarCount }) {
  const { t } = useWords()
  const pending = count.pending === count.starRows
  const figure = (value: number) => ({ figure: pending ? '—' : String(value), unit: '' })
  return (
    <div className={styles.headline}>
      <p className={styles.words}>
        <span className={styles.reached}>
          <Rows standing="four">
            <Quantity value={figure(count.four)} size="number" /> {t('indicators.reached')}
          </Rows>
        </span>
        <span>
          <Rows standing="notFour">
            <Quantity value={figure(count.below)} size="number" /> {t('indicators.notReached')}
          </Rows>
        </span>
        <span>
          <Rows standing="unknown">
            <Quantity value={figure(count.unknown)} size="number" /> {t('indicators.unknownRows')}
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
