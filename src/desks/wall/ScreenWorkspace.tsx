import { useRef } from 'react'
import type { CatalogCard } from '#catalog/cards/cards.ts'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { State } from '#ui/State.tsx'
import { CardRoom } from '#views/cards/CardRoom.ts'
import { Cards } from '#views/cards/Cards.tsx'
import { CompactLegend } from '#views/layers/CompactLegend.tsx'
import { mapTitle } from '#views/layers/mapTitle.ts'
import { NothingOnMap } from '#views/layers/NothingOnMap.tsx'
import { useWall } from '#views/parts/useParts.ts'
import type { FrameLayout } from '../frame/frameLayout'
import { ribbonOf } from '../frame/useFrame'
import { LoopStrip } from './loop/LoopStrip'
import { Rail } from './Rail'
import styles from './ScreenWorkspace.module.css'
import { useLetGo } from './useLetGo'
import { useRailFit } from './useRailFit'

const NO_CARDS: readonly CatalogCard[] = []

/** The wall: what the scene is about on the left, what needs attention on the right, the stars below where the map asks for them. */
export function ScreenWorkspace({ layout }: { readonly layout: FrameLayout }) {
  const { catalog } = useCity()
  const words = useWords()
  const { t } = words
  const { Card: Ribbon } = useWall().cards['star-ribbon']
  const mapId = useView((view) => view.map)
  const map = catalog.maps.find(({ id }) => id === mapId)
  useLetGo()
  const ribbon = ribbonOf(map)
  const root = useRef<HTMLDivElement>(null)
  const fit = useRailFit(root, map?.cards ?? NO_CARDS, layout.unit)
  return (
    <CardRoom value={layout.columns}>
      <div ref={root} data-wide={layout.columns === 2} data-tight={fit.tight}>
        <Rail key={`left ${mapId}`} side="left">
          {map ? (
            <>
              <NothingOnMap map={map} />
              <Cards map={map} side="left" measured={fit.measured} />
            </>
          ) : (
            <State kind="empty" title={t('shell.map.none')}>
              {t('shell.map.noneBody', { map: mapTitle(catalog, mapId, words).short })}
            </State>
          )}
        </Rail>
        {map && (
          <Rail key={`right ${mapId}`} side="right">
            <Cards map={map} side="right" measured={fit.measured} />
          </Rail>
        )}
        <div className={styles.loop}>
          <LoopStrip />
        </div>
        <div className={styles.legend}>
          <CompactLegend />
        </div>
        {ribbon && (
          <section className={styles.ribbon} aria-label={t('shell.landmark.bottom')}>
            <Ribbon spec={ribbon} />
          </section>
        )}
      </div>
    </CardRoom>
  )
}
