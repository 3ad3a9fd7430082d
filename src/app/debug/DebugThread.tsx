import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { FactList } from '#ui/FactList.tsx'
import styles from './DebugPanel.module.css'
import { useMainThread } from './useMainThread'

const MEGABYTE = 1024 * 1024

/** Frames, the longest task and the heap of this thread. */
export function DebugThread() {
  const { t, language } = useWords()
  const { frames, longestTask, heap } = useMainThread()
  const figure = (value: number, decimals: number) => formatNumber(value, language, { decimals })
  const time = (value: number | null) =>
    value === null ? t('debug.unknown') : t('debug.milliseconds', { n: figure(value, 1) })
  return (
    <>
      <h3 className={styles.group}>{t('debug.thread')}</h3>
      <FactList
        facts={[
          { label: t('debug.lastFrame'), value: time(frames.last) },
          { label: t('debug.meanFrame'), value: time(frames.mean) },
          { label: t('debug.longestFrame'), value: time(frames.longest) },
          { label: t('debug.longestTask'), value: time(longestTask) },
          {
            label: t('debug.heap'),
            value: heap === null ? t('debug.unknown') : t('debug.megabytes', { n: figure(heap / MEGABYTE, 0) }),
          },
        ]}
      />
    </>
  )
}
