import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { inGroupOrder } from '#layers/groups.ts'
import { legend } from '#layers/legend.ts'
import { isLayerShown } from '#layers/resolveLayers.ts'
import { useDisplay } from '#state/display.ts'
import { useView } from '#state/view.ts'
import { FeedRung } from '../health/FeedRung'
import styles from './CompactLegend.module.css'
import { LegendSwatch } from './LegendSwatch'

/** A wall's legend is read from afar: the layers on top, not all of them. */
const MOST_LAYERS = 9
const MOST_CLASSES = 4

/** The marks of the theme on show, for a wall that nobody touches: only what is drawn now, topmost first. */
export function CompactLegend() {
  const { catalog } = useCity()
  const { t, language, say } = useWords()
  const theme = useDisplay((display) => display.theme)
  const { map, layerVisibility: visibility, lens, buildings3d } = useView()
  const shown = useMemo(() => {
    const view = { map, theme, language, visibility, lens, buildings3d, scale: 1 }
    return inGroupOrder(catalog.layers.filter((layer) => !layer.base && isLayerShown(catalog, layer, view)))
      .toReversed()
      .slice(0, MOST_LAYERS)
      .map((layer) => ({ layer, entries: legend(layer, theme) }))
  }, [catalog, map, theme, language, visibility, lens, buildings3d])
  if (shown.length === 0) return null
  return (
    <ul className={styles.legend} aria-label={t('shell.layers.title')}>
      {shown.map(({ layer, entries }) => (
        <li key={layer.id}>
          {(entries.length === 1 || entries.length > MOST_CLASSES) && (
            <span className={styles.marks}>
              {entries.slice(0, 3).map((entry) => (
                <LegendSwatch key={`${entry.value} ${entry.title.zh}`} entry={entry} />
              ))}
            </span>
          )}
          <span>{say(layer.title ?? { zh: layer.id })}</span>
          <FeedRung feed={layer.feed} />
          {entries.length > 1 && entries.length <= MOST_CLASSES && (
            <span className={styles.classes}>
              {entries.map((entry) => (
                <span key={`${entry.value} ${entry.title.zh}`}>
                  <LegendSwatch entry={entry} />
                  {say(entry.title)}
                </span>
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
