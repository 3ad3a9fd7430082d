import { Suspense, useEffect, useState } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { later } from '#views/parts/part.ts'

const Help = later(async () => (await import('./Help')).Help)

/** The question mark of a keyboard, and the one of a Chinese input method. */
const KEYS = ['?', '？']

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable=true]')

/** Explains the page to somebody who sees it for the first time; the key ? does the same. */
export function HelpButton() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
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
