import styles from './Sparkline.module.css'

interface Props {
  /** Values at even times, oldest first; null where nothing is known: a gap, never a line. */
  readonly values: readonly (number | null)[]
  /** What the line shows, in words. */
  readonly label: string
}

const WIDTH = 100
const HEIGHT = 24
/** Room for the width of the line at both edges. */
const EDGE = 2

/** A small line of values without axes; a value alone between gaps is a dot. Nothing is drawn of nothing. */
export function Sparkline({ values, label }: Props) {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  const low = Math.min(...known)
  const span = Math.max(...known) - low
  const x = (index: number) => (values.length < 2 ? WIDTH / 2 : (index / (values.length - 1)) * WIDTH)
  const y = (value: number) => (span === 0 ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / span) * (HEIGHT - 2 * EDGE))
  const point = (index: number, value: number) => `${x(index).toFixed(1)} ${y(value).toFixed(1)}`
  const path = values
    .map((value, index) => {
      if (value === null) return ''
      const before = values[index - 1] ?? null
      // A line of no length has round ends: a dot.
      return before === null ? `M${point(index, value)}l0 0` : `L${point(index, value)}`
    })
    .join('')
  return (
    <svg
      className={styles.spark}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path d={path} />
    </svg>
  )
}
