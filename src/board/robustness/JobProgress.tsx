import { useWords } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import styles from './JobProgress.module.css'

interface Props {
  readonly done: number
  /** 0: not known yet. */
  readonly of: number
  /** How far it has come, in words. */
  readonly label: string
  readonly onCancel?: (() => void) | undefined
}

/** How far a long computation has come, and the way to stop it. */
export function JobProgress({ done, of, label, onCancel }: Props) {
  const { t } = useWords()
  return (
    <div className={styles.progress}>
      <span className={styles.words}>{label}</span>
      <progress className={styles.bar} value={of > 0 ? done : undefined} max={of > 0 ? of : 1} aria-label={label} />
      {onCancel && (
        <Button quiet icon="close" onClick={onCancel}>
          {t('robustness.job.cancel')}
        </Button>
      )}
    </div>
  )
}
