import { type ReactNode, useRef } from 'react'
import { useWords } from '#i18n/useWords.ts'
import styles from './Rail.module.css'
import { useRailPages } from './useRailPages'

interface Props {
  readonly side: 'left' | 'right'
  readonly children: ReactNode
}

/**
 * A rail of the wall. Cards that do not fit stand on further pages, whole, and the pages take turns: nobody scrolls a
 * wall, and nothing on it may stay out of sight.
 */
export function Rail({ side, children }: Props) {
  const { t } = useWords()
  const viewport = useRef<HTMLDivElement>(null)
  const { page, pages, turnTo } = useRailPages(viewport)
  return (
    <aside className={styles.rail} data-side={side} aria-label={t(`shell.landmark.${side}`)}>
      <h2 className="visually-hidden">{t(`shell.landmark.${side}`)}</h2>
      <div ref={viewport} className={styles.viewport} data-viewport>
        {children}
      </div>
      {pages > 1 && (
        <div className={styles.pages}>
          {Array.from({ length: pages }, (_, index) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
              key={index}
              type="button"
              className={styles.page}
              aria-label={t('shell.panel.page', { page: index + 1, of: pages })}
              aria-current={index === page}
              onClick={() => turnTo(index)}
            />
          ))}
        </div>
      )}
    </aside>
  )
}
