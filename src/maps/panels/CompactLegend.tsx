import { useMemo } from 'react'
import { useWords } from '../../i18n/useWords'
import { legend } from '../../layers/legend'
import { isLayerShown } from '../../layers/resolveLayers'
import { useDisplay } from '../../state/display'
import { useView } from '../../state/view'
import { useCity } from '../data/CityContext'
import styles from './CompactLegend.module.css'
import { LegendSwatch } from './LegendSwatch'

const MOST = 14

/** The marks of the theme on show, for a wall that nobody touches: only what is drawn now. */
export function CompactLegend() {
  const { catalog } = useCity()
  const { t, language, say } = useWords()
  const view = useView()
  const theme = useDisplay((display) => display.theme)
  const { map, layerVisibility: visibility, lens, buildings3d } = view
  const entries = useMemo(
    () =>
      catalog.layers
        .filter(
          (layer) =>
            !layer.base &&
            isLayerShown(catalog, layer, { map, theme, language, visibility, lens, buildings3d, scale: 1 }),
        )
        .flatMap((layer) => legend(layer, theme).map((entry) => ({ layer: layer.id, entry })))
        .slice(0, MOST),
    [catalog, map, theme, language, visibility, lens, buildings3d],
  )
  if (entries.length === 0) return null
  return (
    <ul className={styles.legend} aria-label={t('shell.layers.title')}>
      {entries.map(({ layer, entry }) => (
        <li key={`${layer} ${entry.value} ${entry.title.zh}`}>
          <LegendSwatch entry={entry} />
          {say(entry.title)}
        </li>
      ))}
    </ul>
  )
}
