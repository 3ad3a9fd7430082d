import { useWords } from '#i18n/useWords.ts'
import { openTimeBar, slideTo, usePlayback } from '#state/playback.ts'
import { useMoment } from '#state/world.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { usePageKeys } from '#ui/usePageKeys.ts'
import styles from './Playback.module.css'
import { secondsOf } from './secondsOf'
import { TimeBar } from './TimeBar'
import { useLook } from './useLook'

/** The time bar where it is open, and, while the past is on show, a frame and words that nobody can miss. */
export function Playback() {
  const { t, language } = useWords()
  const looking = useMoment()
  const open = usePlayback((state) => state.open)
  const look = useLook()

  // N goes back to now, P opens and closes the time bar.
  usePageKeys(({ key }) => {
    if (key === 'n' || key === 'N') {
      slideTo(null)
      look(null)
    }
    if (key === 'p' || key === 'P') openTimeBar(!usePlayback.getState().open)
  })

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
