import { useRef } from 'react'
import type { CatalogCard } from '#catalog/cards/cards.ts'
import type { CatalogMap } from '#catalog/schema.ts'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { CardRoom } from '#views/cards/CardRoom.ts'
import { Cards } from '#views/cards/Cards.tsx'
import { CompactLegend } from '#views/layers/CompactLegend.tsx'
import { NothingOnMap } from '#views/layers/NothingOnMap.tsx'
import { useWall } from '#views/parts/useParts.ts'
import type { FrameLayout } from '../frame/frameLayout'
import { type Frame, ribbonOf } from '../frame/useFrame'
import { LoopStrip } from './loop/LoopStrip'
import { NarrowScreen } from './NarrowScreen'
import { NoMap } from './NoMap'
import { Rail } from './Rail'
import styles from './ScreenWorkspace.module.css'
import { useLetGo } from './useLetGo'
import { useRailFit } from './useRailFit'

const NO_CARDS: readonly CatalogCard[] = []

/** The wall, or its pieces one at a time where there is no room for them side by side. */
export function ScreenWorkspace({ frame }: { readonly frame: Frame }) {
  const { catalog } = useCity()
  const mapId = useView((view) => view.map)
  const map = catalog.maps.find(({ id }) => id === mapId)
  return frame.layout.narrow ? <NarrowScreen frame={frame} map={map} /> : <Wall layout={frame.layout} map={map} />
}

/** What the scene is about on the left, what needs attention on the right, the marks of the map and the stars below. */
function Wall({ layout, map }: { readonly layout: FrameLayout; readonly map: CatalogMap | undefined }) {
  const { t } = useWords()
  const { Card: Ribbon } = useWall().cards['star-ribbon']
  useLetGo()
  const ribbon = ribbonOf(map)
  const root = useRef<HTMLDivElement>(null)
  const fit = useRailFit(root, map?.cards ?? NO_CARDS, layout.unit)
  return (
    <CardRoom value={layout.columns}>
      <div ref={root} data-wide={layout.columns === 2} data-tight={fit.tight}>
        <Rail key={`left ${map?.id}`} side="left">
          {map ? (
            <>
              <NothingOnMap map={map} />
              <Cards map={map} side="left" measured={fit.measured} />
            </>
          ) : (
            <NoMap />
          )}
        </Rail>
        {map && (
          <Rail key={`right ${map.id}`} side="right">
            <Cards map={map} side="right" measured={fit.measured} />
          </Rail>
        )}
        <div className={styles.loop} data-over-map>
          <LoopStrip />
        </div>
        <div className={styles.legend} data-over-map>
          <CompactLegend />
        </div>
        {ribbon && (
          <section className={styles.ribbon} data-over-map aria-label={t('shell.landmark.bottom')}>
            <Ribbon spec={ribbon} />
          </section>
        )}
      </div>
    </CardRoom>
  )
}
