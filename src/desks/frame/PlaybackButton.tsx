import { useWords } from '#i18n/useWords.ts'
import { openTimeBar, usePlayback } from '#state/playback.ts'
import { IconButton } from '#ui/IconButton.tsx'

/** Opens and closes the time bar. */
export function PlaybackButton() {
  const { t } = useWords()
  const open = usePlayback((state) => state.open)
  return (
    <IconButton
      icon="history"
      label={open ? t('shell.timeBar.close') : t('shell.timeBar.open')}
      aria-expanded={open}
      onClick={() => openTimeBar(!open)}
    />
  )
}
