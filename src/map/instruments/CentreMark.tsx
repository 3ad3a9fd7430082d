import type { Padding } from '../camera/CameraLink'
import styles from './instruments.module.css'

/** Shows keyboard users the place that Enter inspects: the middle of what the panels leave free. */
export function CentreMark({ padding }: { padding: Padding }) {
  const { top, right, bottom, left } = padding
  return (
    <div
      className={styles.centre}
      style={{ left: `calc(50% + ${(left - right) / 2}px)`, top: `calc(50% + ${(top - bottom) / 2}px)` }}
      aria-hidden="true"
    />
  )
}
