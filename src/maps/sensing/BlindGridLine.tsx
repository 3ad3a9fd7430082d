import { useCity } from '#city/CityContext.ts'
import type { BlindGrid } from '#engine/devices/gridVerbs.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge } from '#ui/Badge.tsx'
import { pickFeature } from '#views/facts/pickFeature.ts'
import styles from './SensingPanel.module.css'

/** One blind grid: what it lacks and how many people live there. A click brings the map to it. */
export function BlindGridLine({ feed, grid }: { readonly feed: string; readonly grid: BlindGrid }) {
  const { t, language } = useWords()
  const { engine } = useCity()

  async function open() {
    const detail = await engine.feature(feed, grid.mapId)
    if (detail) pickFeature(detail)
  }

  return (
    <li>
      <button type="button" className={styles.grid} onClick={() => void open()}>
        <Badge tone={grid.state === 'bare' ? 'unknown' : 'warn'}>
          {t(grid.state === 'bare' ? 'sensing.grids.bare' : 'sensing.grids.dark')}
        </Badge>
        <span className={styles.name}>{grid.name ?? grid.id}</span>
        <span className={styles.facts}>
          {grid.state === 'dark' && <span>{t('sensing.grids.devices', { count: grid.devices })}</span>}
          {grid.people !== null && (
            <span>
              {t('sensing.grids.people', { count: grid.people }).replace(
                String(grid.people),
                formatNumber(grid.people, language),
              )}
            </span>
          )}
        </span>
      </button>
    </li>
  )
}
