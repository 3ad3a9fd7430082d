import { ICONS } from '#layers/icons.ts'
import type { LegendEntry } from '#layers/legend.ts'
import styles from './LegendSwatch.module.css'

/** The mark of one legend line, drawn as the map draws it. Beside words, so hidden from readers. */
export function LegendSwatch({ entry }: { readonly entry: LegendEntry }) {
  const { shape, icon, color, dashed, fill } = entry
  const dashes = dashed ? '4 3' : undefined
  return (
    <svg className={styles.swatch} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {shape === 'point' && <path d={ICONS[icon ?? 'circle']} fill={color} fillRule="evenodd" />}
      {shape === 'line' && (
        <path d="M2 16 9 9l6 5 7-7" fill="none" stroke={color} strokeWidth="3" strokeDasharray={dashes} />
      )}
      {shape === 'area' && (
        <rect
          x="2"
          y="5"
          width="20"
          height="14"
          rx="1"
          fill={color}
          fillOpacity={fill ? 0.14 : 0.55}
          stroke={color}
          strokeWidth="1.5"
          strokeDasharray={dashes}
        />
      )}
      {shape === 'area' && fill === 'hatch' && (
        <path d="M3 13 11 5M3 19 17 5M10 19 21 8M17 19 21 15" stroke={color} strokeWidth="2" />
      )}
      {shape === 'area' &&
        fill === 'dots' &&
        DOTS.map(([x, y]) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.5" fill={color} />)}
    </svg>
  )
}

const DOTS = [
  [6, 9],
  [12, 9],
  [18, 9],
  [9, 15],
  [15, 15],
] as const
