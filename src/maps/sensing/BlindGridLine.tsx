import type { BlindGrid } from '#engine/devices/gridVerbs.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge } from '#ui/Badge.tsx'
import { HeadLine } from '#ui/LineList.tsx'
import { listedName } from '#views/facts/featureName.ts'
import { useOpenFeature } from '#views/facts/useOpenFeature.ts'

/** One blind grid: what it lacks and how many people live there. A click brings the map to it. */
export function BlindGridLine({ feed, grid }: { readonly feed: string; readonly grid: BlindGrid }) {
  const { t, language } = useWords()
  const open = useOpenFeature()

  return (
    <HeadLine
      mark={
        <Badge tone={grid.state === 'bare' ? 'unknown' : 'warn'}>
          {t(grid.state === 'bare' ? 'sensing.grids.bare' : 'sensing.grids.dark')}
        </Badge>
      }
      name={listedName(grid, language)}
      end={
        <>
          {grid.state === 'dark' && <span>{t('sensing.grids.devices', { count: grid.devices })}</span>}
          {grid.people !== null && (
            <span>
              {t('sensing.grids.people', { count: grid.people }).replace(
                String(grid.people),
                formatNumber(grid.people, language),
              )}
            </span>
          )}
        </>
      }
      onOpen={() => open(feed, grid.mapId)}
    />
  )
}
