import { useMemo } from 'react'
import { useWords } from '#i18n/useWords.ts'
import type { Sketch } from '#layers/sketch.ts'
import { sketchLegend } from '#layers/sketchLayers.ts'
import { useDisplay } from '#state/display.ts'
import { LegendSwatch } from './LegendSwatch'
import styles from './SketchLegend.module.css'

/** The marks of sketches in one line, for the panel that shows them in place of the list of layers. */
export function SketchLegend({ sketches }: { readonly sketches: readonly Pick<Sketch, 'id' | 'legend'>[] }) {
  const { t, say } = useWords()
  const theme = useDisplay((display) => display.theme)
  const entries = useMemo(() => sketches.flatMap((sketch) => sketchLegend(sketch, theme)), [sketches, theme])
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
