import { useWords } from '../../i18n/useWords'
import { openTimeBar, usePlayback } from '../../state/playback'
import { IconButton } from '../../ui/IconButton'

/** Opens and closes the time bar. */
export function PlaybackButton() {
  const { t } = useWords()
  const open = usePlayback((state) => state.open)
  return (
    <IconButton
      icon="history"
      label={open ? t('playback.close') : t('playback.open')}
      aria-expanded={open}
      onClick={() => openTimeBar(!open)}
    />
  )
}
