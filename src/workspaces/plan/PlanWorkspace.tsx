import { useState } from 'react'
import { useWords } from '../../i18n/useWords'
import { useCity } from '../../maps/data/CityContext'
import { IndicatorInspector } from '../../maps/indicators/IndicatorInspector'
import { StarBoard } from '../../maps/indicators/StarBoard'
import { FeedSelect } from '../../maps/panels/FeedSelect'
import { FeedTable } from '../../maps/panels/FeedTable'
import { LayerList } from '../../maps/panels/LayerList'
import { setView, useView } from '../../state/view'
import { IconButton } from '../../ui/IconButton'
import { State } from '../../ui/State'
import { Dock } from '../frame/Dock'
import type { Frame } from '../frame/useFrame'
import { mapFeeds } from './mapFeeds'

/** The planner's desk: every row of the standard, the map, the row that is open or the layers, and the features below. */
export function PlanWorkspace({ frame }: { readonly frame: Frame }) {
  const { t } = useWords()
  const indicator = useView((view) => view.indicator)
  return (
    <>
      <Dock side="left" frame={frame} title={t('shell.plan.board')} flush>
        <StarBoard />
      </Dock>
      {indicator ? (
        <Dock
          side="right"
          frame={frame}
          title={t('shell.plan.inspector')}
          flush
          actions={
            <IconButton
              icon="close"
              label={t('shell.plan.back')}
              hint="none"
              onClick={() => setView({ indicator: null, metric: null })}
            />
          }
        >
          <IndicatorInspector />
        </Dock>
      ) : (
        <Dock side="right" frame={frame} title={t('shell.plan.side')}>
          <LayerList />
        </Dock>
      )}
      <FeaturesDock frame={frame} />
    </>
  )
}

function FeaturesDock({ frame }: { readonly frame: Frame }) {
  const { catalog } = useCity()
  const { t } = useWords()
  const map = useView((view) => view.map)
  const [wanted, setWanted] = useState<string | null>(null)
  const feeds = mapFeeds(catalog, map)
  const feed = feeds.find((id) => id === wanted) ?? feeds[0]
  return (
    <Dock
      side="bottom"
      frame={frame}
      title={t('shell.plan.table')}
      flush
      aside={feed && <FeedSelect feeds={feeds} selected={feed} onSelect={setWanted} />}
    >
      {feed ? <FeedTable feed={feed} /> : <State kind="empty" title={t('shell.layers.empty')} />}
    </Dock>
  )
}
