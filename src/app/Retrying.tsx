import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { backoff } from '#feeds/backoff.ts'
import styles from './Notice.module.css'

const WAITS = { firstMs: 5000, longestMs: 60_000, sure: 0.8 }

interface RetryingProps {
  /** How often it has failed, from 1. */
  readonly failures: number
  readonly busy: boolean
  readonly onRetry: () => unknown
}

/** Tries again by itself, since nobody may be there to press the button, and says when: a wall boots before its server. */
export function Retrying({ failures, busy, onRetry }: RetryingProps) {
  const { t } = useTranslation()
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    if (busy) return
    const due = performance.now() + backoff(failures, WAITS, Math.random)
    const tick = (): void => {
      const remaining = Math.ceil((due - performance.now()) / 1000)
      setLeft(Math.max(0, remaining))
      if (remaining <= 0) void onRetry()
    }
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [failures, busy, onRetry])
  return (
    <p className={styles.retrying}>
      <button type="button" className={styles.button} onClick={() => void onRetry()} disabled={busy}>
        {t('app.retry')}
      </button>
      <span role="status">{busy ? t('app.retrying') : t('app.retryIn', { seconds: left ?? '' })}</span>
    </p>
  )
}
