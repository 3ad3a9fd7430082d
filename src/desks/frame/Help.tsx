import type { ReactNode } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { Badge } from '#ui/Badge.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { type StarLevel, StarMeter } from '#ui/StarMeter.tsx'
import styles from './Help.module.css'

const LEVELS: readonly {
  readonly level: StarLevel
  readonly word: 'five' | 'four' | 'below' | 'unknown' | 'deduction'
}[] = [
  { level: 5, word: 'five' },
  { level: 4, word: 'four' },
  { level: 'below', word: 'below' },
  { level: 'unknown', word: 'unknown' },
  { level: 'deduction', word: 'deduction' },
]
const RIBBON = ['column', 'line', 'next', 'leading', 'striped'] as const
const RUNGS = [
  { tone: 'good', word: 'live' },
  { tone: 'late', word: 'late' },
  { tone: 'warn', word: 'stale' },
  { tone: 'unknown', word: 'never' },
] as const
const KEYS = [
  { keys: ['?'], word: 'help' },
  { keys: ['Tab', 'Enter'], word: 'step' },
  { keys: ['←', '→', '↑', '↓'], word: 'arrows' },
  { keys: ['+', '−'], word: 'zoom' },
  { keys: ['P'], word: 'time' },
  { keys: ['N'], word: 'now' },
  { keys: ['Esc'], word: 'escape' },
] as const

/** What stars, ribbon, quarantine and old data are, and which keys there are: for whoever sees the page for the first time. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  return (
    <Dialog open wide title={t('help.title')} closeLabel={t('shell.panel.close')} onClose={onClose}>
      <div className={styles.help}>
        <Part title={t('help.stars.title')}>
          <p>{t('help.stars.what')}</p>
          <ul className={styles.signs}>
            {LEVELS.map(({ level, word }) => (
              <li key={word}>
                <StarMeter level={level} label={t(`help.stars.${word}`)} />
                <span aria-hidden="true">{t(`help.stars.${word}`)}</span>
              </li>
            ))}
          </ul>
        </Part>
        <Part title={t('help.ribbon.title')}>
          <p>{t('help.ribbon.what')}</p>
          <ul className={styles.points}>
            {RIBBON.map((word) => (
              <li key={word}>{t(`help.ribbon.${word}`)}</li>
            ))}
          </ul>
        </Part>
        <Part title={t('help.quarantine.title')}>
          <p>{t('help.quarantine.what')}</p>
          <p>{t('help.quarantine.where')}</p>
        </Part>
        <Part title={t('help.old.title')}>
          <p>{t('help.old.what')}</p>
          <ul className={styles.signs}>
            {RUNGS.map(({ tone, word }) => (
              <li key={word}>
                <Badge tone={tone}>{t(`help.old.${word}`)}</Badge>
              </li>
            ))}
          </ul>
          <p>{t('help.old.counted')}</p>
        </Part>
        <Part title={t('help.keys.title')}>
          <dl className={styles.keys}>
            {KEYS.map(({ keys, word }) => (
              <div key={word}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{t(`help.keys.${word}`)}</dd>
              </div>
            ))}
          </dl>
        </Part>
      </div>
    </Dialog>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
