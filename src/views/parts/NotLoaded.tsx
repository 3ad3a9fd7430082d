import { useWords } from '#i18n/useWords.ts'
import { Button } from '#ui/Button.tsx'
import { State } from '#ui/State.tsx'

/** Stands for a part whose code could not be had: the rest of the page goes on. */
export function NotLoaded() {
  const { t } = useWords()
  return (
    <State kind="failing" title={t('app.notLoaded')}>
      <p>{t('app.notLoadedHint')}</p>
      <Button onClick={() => window.location.reload()}>{t('app.reload')}</Button>
    </State>
  )
}
