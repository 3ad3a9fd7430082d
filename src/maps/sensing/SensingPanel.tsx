import { useId, useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { Tabs } from '#ui/Tabs.tsx'
import { AlarmsPanel } from './AlarmsPanel'
import { BlindGridsPanel } from './BlindGridsPanel'
import { CameraPanel } from './CameraPanel'
import styles from './SensingPanel.module.css'

const TABS = ['alarms', 'grids', 'cameras'] as const
type Tab = (typeof TABS)[number]

/** What a desk does with the sensing map: alarms, grids where nothing senses, cameras and what they see. */
export function SensingPanel() {
  const { t } = useWords()
  const { catalog } = useCity()
  const [tab, setTab] = useState<Tab>('alarms')
  const body = useId()
  const devices = catalog.feeds.filter(({ record }) => record === 'device').map(({ id }) => id)
  const grids = catalog.feeds.find(({ id, record }) => id === 'grids' && record === 'zone')?.id
  return (
    <div className={styles.panel}>
      <Tabs
        look="segments"
        label={t('sensing.panel.title')}
        tabs={TABS.map((id) => ({ id, label: t(`sensing.panel.${id}`) }))}
        selected={tab}
        onSelect={setTab}
        controls={body}
      />
      <div id={body} role="tabpanel" aria-label={t(`sensing.panel.${tab}`)} className={styles.body}>
        {tab === 'alarms' && devices.map((feed) => <AlarmsPanel key={feed} feed={feed} />)}
        {tab === 'grids' &&
          (grids === undefined ? (
            <p className={styles.note}>{t('sensing.grids.missing')}</p>
          ) : (
            <BlindGridsPanel grids={grids} devices={devices} />
          ))}
        {tab === 'cameras' && <CameraPanel />}
      </div>
    </div>
  )
}
