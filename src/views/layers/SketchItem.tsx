import { useMemo } from 'react'
import { useWords } from '#i18n/useWords.ts'
import type { Sketch } from '#layers/sketch.ts'
import { sketchLegend } from '#layers/sketchLayers.ts'
import { useDisplay } from '#state/display.ts'
import styles from './LayerList.module.css'
import { LegendSwatch } from './LegendSwatch'

/** One sketch in the list of layers: its mark or marks. Its switch is where it is made. */
export function SketchItem({ sketch }: { readonly sketch: Sketch }) {
  const { say } = useWords()
  const theme = useDisplay((display) => display.theme)
  const entries = useMemo(() => sketchLegend(sketch, theme), [sketch, theme])
  const only = entries.length === 1 ? entries[0] : undefined
  return (
    <li className={styles.item} data-visible="true">
      <div className={styles.head}>
        {only ? <LegendSwatch entry={only} /> : <span className={styles.noSwatch} />}
        <span className={styles.title}>{only ? say(only.title) : sketch.title}</span>
      </div>
      {!only && (
        <ul className={styles.classes}>
          {entries.map((entry) => (
            <li key={entry.title.zh}>
              <LegendSwatch entry={entry} />
              <span>{say(entry.title)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
