import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { secretPaths } from '#catalog/addresses.ts'
import { useCity } from '#city/CityContext.ts'
import { feedQueryOptions } from '#city/feedQuery.ts'
import { useWords } from '#i18n/useWords.ts'
import { useEngineHealth } from '#state/engine.ts'
import { useMapFaults } from '#state/mapFaults.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Icon } from '#ui/Icon.tsx'
import { State } from '#ui/State.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { TakeTable } from '../out/TakeTable'
import { later } from '../parts/part'
import { engineWords } from './engineWords'
import { byNeed, summarizeFeeds } from './feedStanding'
import styles from './HealthPanel.module.css'
import { HealthRow } from './HealthRow'
import { healthOut } from './healthOut'
import { closeHealthPanel, useHealthPanelState } from './healthPanelState'
import { useFeedStandings } from './useFeedStandings'

const SystemsChecked = later(async () => (await import('./SystemsChecked')).SystemsChecked)

/** The dialog of data health, opened from the top bar and from banners. */
export function HealthPanel() {
  const { t } = useWords()
  const open = useHealthPanelState((state) => state.open)
  return (
    <Dialog
      wide
      open={open}
      title={t('shell.health.title')}
      closeLabel={t('shell.panel.close')}
      onClose={closeHealthPanel}
    >
      <HealthTable />
    </Dialog>
  )
}

/** The engine's thread: what is wrong with it, and when and why it was last started again. */
function EngineNote() {
  const { t, language } = useWords()
  const { state, last } = useEngineHealth()
  if (state === 'well' && !last) return null
  return (
    <p className={styles.insecure} role="status">
      <Icon name={state === 'well' ? 'info' : 'warning'} /> {engineWords({ state, last }, t, language)}
    </p>
  )
}

/** Every feed of the catalog: whose it is, how fresh, what the door let in, and what it kept out and why. */
export function HealthTable() {
  const city = useCity()
  const { t, language } = useWords()
  const client = useQueryClient()
  const standings = useFeedStandings()
  const [filter, setFilter] = useState<'all' | 'attention'>('all')
  const [systems, setSystems] = useState(false)
  const secrets = secretPaths(city.catalog)
  const { all, live, unread, quarantined } = summarizeFeeds(standings)
  const rows = byNeed(standings).filter(
    ({ state, reading }) =>
      filter === 'all' || !['live', 'idle', 'loading'].includes(state) || (reading?.report.quarantined.length ?? 0) > 0,
  )

  function readAll() {
    for (const feed of city.catalog.feeds) {
      void client.prefetchQuery(
        feedQueryOptions(feed, city.catalogUrl, (id, bytes, at) => city.host.admit(id, bytes, false, at)),
      )
    }
  }

  return (
    <div className={styles.health}>
      <p className={styles.lead} role="status">
        {t('shell.health.lead', { all, live, unread: unread.length, count: quarantined })}
      </p>
      {secrets.length > 0 && (
        <p className={styles.insecure}>
          <Icon name="info" /> {t('shell.health.secrets', { paths: secrets.join(', ') })}
        </p>
      )}
      <EngineNote />
      {!window.isSecureContext && (
        <p className={styles.insecure}>
          <Icon name="info" /> {t('shell.health.insecure')}
        </p>
      )}
      <MapFaults />
      <div className={styles.tools}>
        <Tabs
          look="segments"
          label={t('shell.health.state')}
          tabs={[
            { id: 'all', label: t('shell.health.filter.all') },
            { id: 'attention', label: t('shell.health.filter.attention') },
          ]}
          selected={filter}
          onSelect={setFilter}
        />
        {unread.length > 0 && (
          <Button icon="refresh" onClick={readAll}>
            {t('shell.health.loadAll')}
          </Button>
        )}
        <Button icon="locate" aria-expanded={systems} onClick={() => setSystems(!systems)}>
          {t('shell.health.systems.ask')}
        </Button>
        <TakeTable
          name="data-health"
          title={t('shell.health.title')}
          label={(form) => t('shell.table.export', { form })}
          table={() => healthOut(standings, language)}
          about={() => ({ own: [], feeds: [], scope: null })}
        />
      </div>
      {systems && (
        <Suspense fallback={null}>
          <SystemsChecked />
        </Suspense>
      )}
      {rows.length === 0 ? (
        <State kind="empty" title={t('shell.health.noneMatch')} />
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('shell.health.feed')}</th>
              <th scope="col">{t('shell.health.owner')}</th>
              <th scope="col">{t('shell.health.state')}</th>
              <th scope="col">{t('shell.health.dataTime')}</th>
              <th scope="col">{t('shell.health.age')}</th>
              <th scope="col" data-numeric>
                {t('shell.health.read')}
              </th>
              <th scope="col" data-numeric>
                {t('shell.health.accepted')}
              </th>
              <th scope="col" data-numeric>
                {t('shell.health.repaired')}
              </th>
              <th scope="col" data-numeric>
                {t('shell.health.quarantine')}
              </th>
            </tr>
          </thead>
          {rows.map((standing) => (
            <HealthRow key={standing.feed.id} standing={standing} />
          ))}
        </table>
      )}
    </div>
  )
}

/** What the map library could not draw, by the feed it was to draw. */
function MapFaults() {
  const { catalog } = useCity()
  const { t, say } = useWords()
  const faults = useMapFaults((state) => state.faults)
  if (faults.length === 0) return null
  return (
    <section className={styles.insecure} aria-label={t('shell.health.mapFaultsTitle')}>
      <Icon name="warning" />
      <ul>
        {faults.map(({ source, message }) => {
          const feed = catalog.feeds.find(({ id }) => id === source || source?.startsWith(`${id}~`))
          const title = feed ? say(feed.title ?? { zh: feed.id }) : (source ?? t('shell.health.mapItself'))
          return <li key={`${source} ${message}`}>{t('shell.health.mapFaultOf', { title, why: message })}</li>
        })}
      </ul>
    </section>
  )
}
