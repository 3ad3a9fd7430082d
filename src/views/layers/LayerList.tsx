import { useMemo } from 'react'
import { isSeenThrough, lensesOfMap } from '#catalog/lenses.ts'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { useSketchBook } from '#state/sketches.ts'
import { setView, useView } from '#state/view.ts'
import { State } from '#ui/State.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { useFeedStandings } from '../health/useFeedStandings'
import { LayerItem } from './LayerItem'
import styles from './LayerList.module.css'
import { NothingOnMap } from './NothingOnMap'
import { SketchItem } from './SketchItem'

/** The layers of the map on show with their legend: what is drawn, whether it is current, a switch for each, and what lies over them. */
export function LayerList() {
  const { catalog } = useCity()
  const { t, say } = useWords()
  const mapId = useView((view) => view.map)
  const lens = useView((view) => view.lens)
  const standings = useFeedStandings()
  const onMap = useSketchBook((book) => book.sketches)
  const sketches = useMemo(() => onMap.filter(({ legend }) => legend.length > 0), [onMap])
  const map = catalog.maps.find((candidate) => candidate.id === mapId)
  const layers = (map?.layers ?? [])
    .flatMap((id) => catalog.layers.find((layer) => layer.id === id) ?? [])
    .filter((layer) => !layer.base)
  const seen = layers.filter((layer) => isSeenThrough(catalog, layer, lens))
  const lenses = map ? lensesOfMap(catalog, map) : []

  return (
    <div className={styles.list}>
      {lenses.length > 0 && (
        <Tabs
          look="segments"
          label={t('shell.layers.lens')}
          tabs={[
            { id: 'all', label: t('shell.layers.allLenses') },
            ...lenses.map(({ id, title }) => ({ id, label: say(title) })),
          ]}
          selected={lens ?? 'all'}
          onSelect={(id) => setView({ lens: id === 'all' ? null : id })}
        />
      )}
      {map && <NothingOnMap map={map} />}
      {seen.length === 0 && layers.length > 0 && <State kind="empty" title={t('shell.layers.emptyLens')} />}
      <ul className={styles.items}>
        {seen.toReversed().map((layer) => (
          <LayerItem key={layer.id} layer={layer} standing={standings.find(({ feed }) => feed.id === layer.feed)} />
        ))}
      </ul>
      {sketches.length > 0 && (
        <section className={styles.sketches} aria-label={t('shell.layers.onMap')}>
          <h3 className={styles.count}>{t('shell.layers.onMap')}</h3>
          <ul className={styles.items}>
            {sketches.toReversed().map((sketch) => (
              <SketchItem key={sketch.id} sketch={sketch} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
