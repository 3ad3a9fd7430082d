import { useId, useState } from 'react'
import { feedInRole } from '#catalog/roles.ts'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { Tabs } from '#ui/Tabs.tsx'
import { AlarmsPanel } from './AlarmsPanel'
import { BlindGridsPanel } from './BlindGridsPanel'
import { CameraPanel } from './CameraPanel'
import styles from './SensingPanel.module.css'

type Tab = 'alarms' | 'grids' | 'cameras'

/** What a desk does with the sensing map, as far as the city has it: alarms, grids where nothing senses, cameras. */
export function SensingPanel() {
  const { t } = useWords()
  const { catalog } = useCity()
  const [wanted, setWanted] = useState<Tab>('alarms')
  const body = useId()
  const devices = catalog.feeds.filter(({ record }) => record === 'device').map(({ id }) => id)
  const grids = devices.length > 0 ? feedInRole(catalog, 'grids')?.id : undefined
  const cameras = feedInRole(catalog, 'cameras')?.id
  const tabs: readonly Tab[] = [
    ...(devices.length > 0 ? (['alarms'] as const) : []),
    ...(grids === undefined ? [] : (['grids'] as const)),
    ...(cameras === undefined ? [] : (['cameras'] as const)),
  ]
  const tab = tabs.find((id) => id === wanted) ?? tabs[0]
  if (!tab) return null
  return (
    <div className={styles.panel}>
      <Tabs
        look="segments"
        label={t('shell.tools.sensing')}
        tabs={tabs.map((id) => ({ id, label: t(`shell.tools.${id}`) }))}
        selected={tab}
        onSelect={setWanted}
        controls={body}
      />
      <div id={body} role="tabpanel" aria-label={t(`shell.tools.${tab}`)} className={styles.body}>
        {tab === 'alarms' && devices.map((feed) => <AlarmsPanel key={feed} feed={feed} />)}
        {tab === 'grids' && grids !== undefined && <BlindGridsPanel grids={grids} devices={devices} />}
        {tab === 'cameras' && cameras !== undefined && <CameraPanel feed={cameras} />}
      </div>
    </div>
  )
}
