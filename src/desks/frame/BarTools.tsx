import { Suspense } from 'react'
import { useFirstFrame } from '#state/page.ts'
import { useView } from '#state/view.ts'
import { useTools } from '#views/parts/useParts.ts'
import { HelpButton } from './HelpButton'
import { LanguageSwitch } from './LanguageSwitch'
import { PlaybackButton } from './PlaybackButton'
import { ShareButton } from './ShareButton'
import { ThemeSwitch } from './ThemeSwitch'
import styles from './TopBar.module.css'

/** What parts offer in the bar, and the buttons of the page itself. */
export function BarTools() {
  const workspace = useView((view) => view.workspace)
  const tools = useTools('bar')
  const drawn = useFirstFrame((frame) => frame.drawn)
  return (
    <div className={styles.tools}>
      {workspace !== 'screen' && drawn && (
        <Suspense fallback={null}>
          {tools.map(({ id, Panel }) => (
            <Panel key={id} />
          ))}
        </Suspense>
      )}
      <PlaybackButton />
      <ShareButton />
      <LanguageSwitch />
      <ThemeSwitch />
      <HelpButton />
    </div>
  )
}
