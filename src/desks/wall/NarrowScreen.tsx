import type { CatalogMap } from '#catalog/schema.ts'
import { useWords } from '#i18n/useWords.ts'
import { Cards } from '#views/cards/Cards.tsx'
import { LayerList } from '#views/layers/LayerList.tsx'
import { NothingOnMap } from '#views/layers/NothingOnMap.tsx'
import { useWall } from '#views/parts/useParts.ts'
import { Dock } from '../frame/Dock'
import { PaneTabs } from '../frame/PaneTabs'
import { type Frame, ribbonOf } from '../frame/useFrame'
import { LoopStrip } from './loop/LoopStrip'
import { NoMap } from './NoMap'

/** What a wall shows, in a page without room for its rails: one piece over the map at a time. */
export function NarrowScreen({ frame, map }: { readonly frame: Frame; readonly map: CatalogMap | undefined }) {
  const { t } = useWords()
  const { Card: Ribbon } = useWall().cards['star-ribbon']
  const ribbon = ribbonOf(map)
  return (
    <>
      <Dock side="left" frame={frame} title={t('shell.screen.cards')} flush>
        <LoopStrip />
        {map ? (
          <>
            <NothingOnMap map={map} />
            <Cards map={map} side="all" />
          </>
        ) : (
          <NoMap />
        )}
      </Dock>
      <Dock side="right" frame={frame} title={t('shell.plan.side')}>
        <LayerList />
      </Dock>
      {ribbon && (
        <Dock side="bottom" frame={frame} title={t('shell.plan.board')} flush>
          <Ribbon spec={ribbon} />
        </Dock>
      )}
      <PaneTabs
        frame={frame}
        panes={[
          { side: 'left', title: t('shell.screen.cards') },
          { side: 'right', title: t('shell.plan.side') },
          ...(ribbon ? [{ side: 'bottom', title: t('shell.plan.board') } as const] : []),
        ]}
      />
    </>
  )
}
