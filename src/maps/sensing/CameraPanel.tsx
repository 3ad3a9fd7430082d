import { useState } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { FeatureTable } from '#views/table/FeatureTable.tsx'
import styles from './SensingPanel.module.css'
import { ViewSectors } from './ViewSectors'

const COLUMNS = ['name', 'kind', 'department', 'status'] as const

/** The cameras of the scope as a list with filters, and what they see on the map if wanted. */
export function CameraPanel({ feed }: { readonly feed: string }) {
  const { t } = useWords()
  const scope = useView((view) => view.scope)
  const [drawn, setDrawn] = useState(false)
  return (
    <div className={styles.cameras}>
      <div className={styles.bar}>
        <label className={styles.check}>
          <input type="checkbox" checked={drawn} onChange={(event) => setDrawn(event.target.checked)} />
          {t('sensing.cameras.show')}
        </label>
        {drawn && <ViewSectors feed={feed} scope={scope} />}
      </div>
      <FeatureTable key={feed} feed={feed} columns={COLUMNS} scope={scope} />
    </div>
  )
}
