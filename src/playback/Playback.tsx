import { useEffect } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { openTimeBar, slideTo, usePlayback } from '#state/playback.ts'
import { useMoment } from '#state/world.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import styles from './Playback.module.css'
import { secondsOf } from './secondsOf'
import { TimeBar } from './TimeBar'
import { useLook } from './useLook'

/** Keys that work anywhere but in a field: N goes back to now, P opens and closes the time bar. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=range]), textarea, select, [contenteditable=true]')

/** The time bar where it is open, and, while the past is on show, a frame and words that nobody can miss. */
export function Playback() {
  const { t, language } = useWords()
  const looking = useMoment()
  const open = usePlayback((state) => state.open)
  const look = useLook()

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
      if (event.key === 'n' || event.key === 'N') {
        slideTo(null)
        look(null)
      }
      if (event.key === 'p' || event.key === 'P') openTimeBar(!usePlayback.getState().open)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [look])

  return (
    <>
      {looking !== null && <div className={styles.frame} />}
      <div className={styles.place}>
        <div role="status" className={open ? 'visually-hidden' : undefined}>
          {looking !== null && (
            <p className={styles.notNow}>
              <Icon name="info" />
              <strong>{t('playback.notNow', { time: secondsOf(looking, language) })}</strong>
              {!open && <Button onClick={() => look(null)}>{t('playback.backKey')}</Button>}
            </p>
          )}
        </div>
        {open && <TimeBar />}
      </div>
    </>
  )
}
