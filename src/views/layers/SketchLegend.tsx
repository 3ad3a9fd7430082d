import { useWords } from '#i18n/useWords.ts'
import type { Sketch } from '#layers/sketch.ts'
import { sketchLegend } from '#layers/sketchLayers.ts'
import { useDisplay } from '#state/display.ts'
import { LegendSwatch } from './LegendSwatch'
import styles from './SketchLegend.module.css'

/** The marks of sketches, for the panel that draws them where it stands in place of the list of layers. */
export function SketchLegend({ sketches }: { readonly sketches: readonly Pick<Sketch, 'id' | 'legend'>[] }) {
  const { t, say } = useWords()
  const theme = useDisplay((display) => display.theme)
  const entries = sketches.flatMap((sketch) => sketchLegend(sketch, theme))
  if (entries.length === 0) return null
  return (
    <ul className={styles.legend} aria-label={t('shell.layers.onMap')}>
      {entries.map((entry) => (
        <li key={entry.title.zh}>
          <LegendSwatch entry={entry} />
          {say(entry.title)}
        </li>
      ))}
    </ul>
  )
}
