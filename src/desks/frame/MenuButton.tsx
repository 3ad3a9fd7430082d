import { Suspense, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { Icon } from '#ui/Icon.tsx'
import { mapTitle } from '#views/layers/mapTitle.ts'
import { later } from '#views/parts/part.ts'
import styles from './TopBar.module.css'

const Menu = later(async () => (await import('./Menu')).Menu)

/** In a narrow page: says which desk and map are on show, and opens everything that the bar has no room for. */
export function MenuButton() {
  const { catalog } = useCity()
  const words = useWords()
  const { workspace, map } = useView()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={styles.menu}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <Icon name="menu" />
        <span className={styles.menuWords}>
          {words.t(`shell.workspace.${workspace}`)} · {mapTitle(catalog, map, words).short}
        </span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <Menu onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
