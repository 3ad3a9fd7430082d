import { useState } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import styles from './ShareButton.module.css'

const SAID_FOR = 2500

/** Copies the address of this very view. Where the clipboard is closed to pages (plain http), shows it to be copied. */
export function ShareButton() {
  const { t } = useWords()
  const [said, setSaid] = useState(false)
  const [address, setAddress] = useState<string | null>(null)

  async function share() {
    const { href } = window.location
    try {
      await navigator.clipboard.writeText(href)
      setSaid(true)
      setTimeout(() => setSaid(false), SAID_FOR)
    } catch {
      setAddress(href)
    }
  }

  return (
    <span className={styles.share}>
      <IconButton icon="share" label={t('shell.share.action')} onClick={() => void share()} />
      <span role="status" className={styles.said}>
        {said && t('shell.share.done')}
      </span>
      <Dialog
        open={address !== null}
        title={t('shell.share.title')}
        closeLabel={t('shell.panel.close')}
        onClose={() => setAddress(null)}
      >
        <label className={styles.manual}>
          {t('shell.share.manual')}
          <input readOnly value={address ?? ''} onFocus={(event) => event.target.select()} />
        </label>
      </Dialog>
    </span>
  )
}
