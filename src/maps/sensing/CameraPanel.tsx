import { useState } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { FeatureTable } from '#views/table/FeatureTable.tsx'
import styles from './SensingPanel.module.css'
import { ViewSectors } from './ViewSectors'

const COLUMNS = ['name', 'kind', 'department', 'status'] as const

/** The cameras of the scope as a list with filters, and what they see on the map if wanted. */
export function CameraPanel() {
  const { t } = useWords()
  const { catalog } = useCity()
  const scope = useView((view) => view.scope)
  const [drawn, setDrawn] = useState(false)
  const feed = catalog.feeds.find(({ record, footprint }) => record === 'camera' && footprint)
  if (!feed) return <p className={styles.note}>{t('sensing.cameras.missing')}</p>
  return (
    <div className={styles.cameras}>
      <div className={styles.bar}>
        <label className={styles.check}>
          <input type="checkbox" checked={drawn} onChange={(event) => setDrawn(event.target.checked)} />
          {t('sensing.cameras.show')}
        </label>
        {drawn && <ViewSectors feed={feed.id} scope={scope} />}
      </div>
      <FeatureTable key={feed.id} feed={feed.id} columns={COLUMNS} scope={scope} />
    </div>
  )
}
