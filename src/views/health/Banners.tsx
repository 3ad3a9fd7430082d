import { useEffect, useMemo, useState } from 'react'
import { secretPaths } from '#catalog/addresses.ts'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { useEngineHealth } from '#state/engine.ts'
import { useNewBuild } from '#state/newBuild.ts'
import { useView } from '#state/view.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import styles from './Banners.module.css'
import { engineWords } from './engineWords'
import { openHealthPanel } from './healthPanelState'
import { standingNote } from './standingNote'
import { useFeedStandings } from './useFeedStandings'

/** What everyone must know: whose catalog this is, and which feeds are failing, since when, and what still holds. */
export function Banners() {
  const { whose, catalogUrl } = useCity()
  const { t } = useWords()
  const { origin, pathname: path } = new URL(catalogUrl)
  return (
    <section className={styles.banners} aria-label={t('shell.landmark.notices')}>
      {whose !== 'installed' && (
        <p className={styles.banner} role="status">
          <Icon name="info" />
          <span>{t(`shell.banner.${whose}`, { origin, path })}</span>
        </p>
      )}
      <EngineBanner />
      <SecretsBanner />
      <FailingBanner />
      <NewBuildBanner />
    </section>
  )
}

/** Said for this long after the engine was started again, and of secrets on a wall, where nobody puts it away; milliseconds. */
const SAID_MS = 300_000

/** The engine is not well, or was not a while ago: what is shown may have stood still. */
function EngineBanner() {
  const { t, language } = useWords()
  const { state, last } = useEngineHealth()
  const [over, setOver] = useState(0)
  const at = last?.at ?? 0
  useEffect(() => {
    const timer = setTimeout(() => setOver(at), SAID_MS)
    return () => clearTimeout(timer)
  }, [at])
  const recent = last !== null && over !== last.at
  return (
    <div role="alert">
      {(state === 'silent' || state === 'down' || recent) && (
        <p className={styles.banner} data-tone={state === 'well' ? undefined : 'bad'}>
          <Icon name={state === 'well' ? 'info' : 'warning'} />
          <span className={styles.words}>{engineWords({ state, last }, t, language)}</span>
          {state === 'well' && (
            <Button quiet onClick={() => setOver(at)}>
              {t('shell.banner.dismiss')}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}

/** An address of the catalog carries a password or a key: whoever opens the page can read it. Data health says which, and keeps it when a wall has said it for long enough. */
function SecretsBanner() {
  const { catalog } = useCity()
  const { t } = useWords()
  const count = useMemo(() => secretPaths(catalog).length, [catalog])
  const [dismissed, setDismissed] = useState(false)
  const onWall = useView(({ workspace }) => workspace === 'screen')
  useEffect(() => {
    if (!onWall) return
    const timer = setTimeout(() => setDismissed(true), SAID_MS)
    return () => clearTimeout(timer)
  }, [onWall])
  if (count === 0 || dismissed) return null
  return (
    <p className={styles.banner} role="status">
      <Icon name="warning" />
      <span className={styles.words}>{t('shell.banner.secrets', { count })}</span>
      <Button onClick={openHealthPanel}>{t('shell.banner.open')}</Button>
      <Button quiet onClick={() => setDismissed(true)}>
        {t('shell.banner.dismiss')}
      </Button>
    </p>
  )
}

function FailingBanner() {
  const { t, language, say } = useWords()
  const failing = useFeedStandings().filter(({ state }) => state === 'failing')
  const [dismissed, setDismissed] = useState('')
  const which = failing.map(({ feed }) => feed.id).join(' ')
  const first = failing[0]
  return (
    <div role="alert">
      {first && which !== dismissed && (
        <p className={styles.banner} data-tone="bad">
          <Icon name="warning" />
          <span className={styles.words}>
            <strong>{t('shell.banner.failing', { title: say(first.feed.title) })}</strong>{' '}
            {standingNote(first, t, language)}
            {failing.length > 1 && ` · ${t('shell.banner.failingMore', { count: failing.length - 1 })}`}
          </span>
          <Button onClick={openHealthPanel}>{t('shell.banner.open')}</Button>
          <Button quiet onClick={() => setDismissed(which)}>
            {t('shell.banner.dismiss')}
          </Button>
        </p>
      )}
    </div>
  )
}

/** At a desk somebody decides when the page is loaded anew; a wall does so by itself in a quiet minute. */
function NewBuildBanner() {
  const { t } = useWords()
  const take = useNewBuild((state) => state.take)
  const onWall = useView(({ workspace }) => workspace === 'screen')
  if (!take || onWall) return null
  return (
    <p className={styles.banner} role="status">
      <Icon name="refresh" />
      <span className={styles.words}>{t('shell.banner.newBuild')}</span>
      <Button onClick={take}>{t('shell.banner.takeBuild')}</Button>
    </p>
  )
}
