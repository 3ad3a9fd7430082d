import { RECTIFICATION, type RectificationStep } from '#core/hazards/hazards.ts'
import { useWords } from '#i18n/useWords.ts'
import { valueWord } from '#views/facts/propertyWord.ts'
import styles from './RectificationLadder.module.css'

/** 未整改 → 整改中 → 待验收 → 已销号: the steps done, the present one, and those to come. */
export function RectificationLadder({ state }: { readonly state: unknown }) {
  const { t, language } = useWords()
  const at = RECTIFICATION.indexOf(state as RectificationStep)
  return (
    <div>
      <p className={styles.label}>{t('hazards.hazard.rectification')}</p>
      <ol className={styles.ladder} aria-label={t('hazards.hazard.rectification')}>
        {RECTIFICATION.map((step, index) => (
          <li
            key={step}
            data-done={index < at || undefined}
            aria-current={index === at ? 'step' : undefined}
            title={index === at ? t('hazards.hazard.here') : undefined}
          >
            {valueWord(step, language)}
          </li>
        ))}
      </ol>
      {at < 0 && (
        <p className={styles.label}>
          {typeof state === 'string' && state !== '' ? valueWord(state, language) : t('hazards.hazard.unknown')}
        </p>
      )}
    </div>
  )
}
