import { ICONS } from '#layers/icons.ts'
import type { LegendEntry } from '#layers/legend.ts'
import styles from './LegendSwatch.module.css'

/** The mark of one legend line, drawn as the map draws it. Beside words, so hidden from readers. */
export function LegendSwatch({ entry }: { readonly entry: LegendEntry }) {
  return (
    <svg className={styles.swatch} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {entry.shape === 'point' && <path d={ICONS[entry.icon ?? 'circle']} fill={entry.color} fillRule="evenodd" />}
      {entry.shape === 'line' && (
        <path
          d="M2 16 9 9l6 5 7-7"
          fill="none"
          stroke={entry.color}
          strokeWidth="3"
          strokeDasharray={entry.dashed ? '4 3' : undefined}
        />
      )}
      {entry.shape === 'area' && (
        <rect
          x="2"
          y="5"
          width="20"
          height="14"
          rx="1"
          fill={entry.color}
          fillOpacity="0.55"
          stroke={entry.color}
          strokeWidth="1.5"
        />
      )}
    </svg>
  )
}
