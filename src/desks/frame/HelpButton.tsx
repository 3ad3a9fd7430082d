import { Suspense, useState } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { usePageKeys } from '#ui/usePageKeys.ts'
import { later } from '#views/parts/part.ts'

const Help = later(async () => (await import('./Help')).Help)

/** The question mark of a keyboard, and the one of a Chinese input method. */
const KEYS = ['?', '？']

/** Explains the page to somebody who sees it for the first time; the key ? does the same. */
export function HelpButton() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  usePageKeys((event) => {
    if (!KEYS.includes(event.key)) return
    event.preventDefault()
    setOpen(true)
  })
  return (
    <>
      <IconButton icon="help" label={t('shell.help')} onClick={() => setOpen(true)} />
      {open && (
        <Suspense fallback={null}>
          <Help onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
