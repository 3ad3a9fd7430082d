import type { Padding } from '../camera/CameraLink'
import { BuildingsToggle } from './BuildingsToggle'
import styles from './instruments.module.css'
import { NorthArrow } from './NorthArrow'
import { PointerCoordinates } from './PointerCoordinates'
import { ScaleBar } from './ScaleBar'
import { ZoomButtons } from './ZoomButtons'

interface MapInstrumentsProps {
  readonly padding: Padding
  /** How much larger than at a desk the map is drawn. */
  readonly scale: number
  readonly interactive: boolean
  /** 审图号, or the words that say there is none. */
  readonly approval: string
}

/** What belongs to the map sheet itself, kept clear of the panels. */
export function MapInstruments({ padding, scale, interactive, approval }: MapInstrumentsProps) {
  return (
    <>
      <div className={styles.foot} style={{ left: padding.left, bottom: padding.bottom }}>
        <ScaleBar scale={scale} />
        <span className={styles.approval}>{approval}</span>
        {interactive && <PointerCoordinates />}
      </div>
      {interactive && (
        <div className={styles.tools} style={{ right: padding.right, bottom: padding.bottom }}>
          <div className={styles.group}>
            <BuildingsToggle />
            <NorthArrow />
          </div>
          <div className={styles.group}>
            <ZoomButtons />
          </div>
        </div>
      )}
    </>
  )
}
