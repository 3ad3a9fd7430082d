import { useWords } from '#i18n/useWords.ts'
import { setDisplay, useDisplay } from '#state/display.ts'
import { IconButton } from '#ui/IconButton.tsx'

/** Dark for a dim hall, light for a bright office. */
export function ThemeSwitch() {
  const { t } = useWords()
  const dark = useDisplay((display) => display.theme === 'dark')
  return (
    <IconButton
      icon={dark ? 'sun' : 'moon'}
      label={dark ? t('shell.theme.toLight') : t('shell.theme.toDark')}
      onClick={() => setDisplay({ theme: dark ? 'light' : 'dark' })}
    />
  )
}
