import { type ReactNode, useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import { inGroupOrder } from '#layers/groups.ts'
import { type LegendEntry, legend } from '#layers/legend.ts'
import { isLayerShown } from '#layers/resolveLayers.ts'
import { sketchLegend } from '#layers/sketchLayers.ts'
import { useDisplay } from '#state/display.ts'
import { useSketchBook } from '#state/sketches.ts'
import { useView } from '#state/view.ts'
import { FeedRung } from '../health/FeedRung'
import styles from './CompactLegend.module.css'
import { LegendSwatch } from './LegendSwatch'

/** The marks of the theme on show, for a wall that nobody touches: only what is drawn now, sketches and then layers, topmost first. */
export function CompactLegend() {
  const { catalog } = useCity()
  const { t, language, say } = useWords()
  const theme = useDisplay((display) => display.theme)
  const sketches = useSketchBook((book) => book.sketches)
  const { map, layerVisibility: visibility, lens, buildings3d } = useView()
  const layers = useMemo(() => {
    const view = { map, theme, language, visibility, lens, buildings3d, scale: 1 }
    return inGroupOrder(catalog.layers.filter((layer) => !layer.base && isLayerShown(catalog, layer, view)))
      .toReversed()
      .map((layer) => ({ layer, entries: legend(layer, theme) }))
      .filter(({ entries }) => entries.length > 0)
  }, [catalog, map, theme, language, visibility, lens, buildings3d])
  const drawn = useMemo(
    () =>
      sketches
        .filter(({ legend: marks }) => marks.length > 0)
        .toReversed()
        .map((sketch) => ({ sketch, entries: sketchLegend(sketch, theme) })),
    [sketches, theme],
  )
  if (layers.length + drawn.length === 0) return null
  return (
    <ul className={styles.legend} aria-label={t('shell.layers.title')}>
      {drawn.map(({ sketch, entries }) => (
        <Line key={`sketch ${sketch.id}`} entries={entries}>
          <span>{entries.length === 1 && entries[0] ? say(entries[0].title) : sketch.title}</span>
        </Line>
      ))}
      {layers.map(({ layer, entries }) => (
        <Line key={layer.id} entries={entries}>
          <span>{say(layer.title)}</span>
          <FeedRung feed={layer.feed} />
        </Line>
      ))}
    </ul>
  )
}

/** A name with its mark before it, or with its classes after it, each by name. */
function Line({ entries, children }: { readonly entries: readonly LegendEntry[]; readonly children: ReactNode }) {
  const { say } = useWords()
  const [only] = entries.length === 1 ? entries : []
  return (
    <li>
      {only && <LegendSwatch entry={only} />}
      {children}
      {entries.length > 1 && (
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
  )
}
