import { useState } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { DebugChannels } from './DebugChannels'
import { DebugFeeds } from './DebugFeeds'
import styles from './DebugPanel.module.css'
import { DebugQuestions } from './DebugQuestions'
import { DebugThread } from './DebugThread'

/** What the page is doing: the main thread, questions and their worlds, channels and feeds. Folded where it opens on a wall. */
export function DebugPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const [folded, setFolded] = useState(() => useView.getState().workspace === 'screen')
  return (
    <section className={styles.panel} aria-label={t('debug.title')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('debug.title')}</h2>
        <IconButton
          icon={folded ? 'up' : 'down'}
          label={t(folded ? 'debug.unfold' : 'debug.fold')}
          hint="none"
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        />
        <IconButton icon="close" label={t('debug.close')} hint="none" onClick={onClose} />
      </header>
      {!folded && (
        <div className={styles.body}>
          <DebugThread />
          <DebugQuestions />
          <DebugChannels />
          <DebugFeeds />
        </div>
      )}
    </section>
  )
}
