import { useOpenedCity } from '#city/CityContext.ts'
import { useAllConnections } from '#city/connections.ts'
import { useWords } from '#i18n/useWords.ts'
import { FactList } from '#ui/FactList.tsx'
import { ConnectionNote } from '#views/health/ConnectionNote.tsx'
import styles from './DebugPanel.module.css'

/** Every channel that has been listened to, and how it stands. */
export function DebugChannels() {
  const { t, say } = useWords()
  const { catalog } = useOpenedCity()
  const channels = useAllConnections()
  const facts = catalog.feeds
    .filter(({ id }) => channels[id])
    .map(({ id, title }) => ({ label: title ? say(title) : id, value: <ConnectionNote feed={id} /> }))
  return (
    <>
      <h3 className={styles.group}>{t('debug.channels')}</h3>
      {facts.length === 0 ? <p className={styles.none}>{t('debug.noChannels')}</p> : <FactList facts={facts} />}
    </>
  )
}
