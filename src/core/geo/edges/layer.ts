import type { BoxTree, LatticeBox } from './boxTree'
import type { Crossings } from './crossings'

/**
 * The rings of one polygon part on the lattice, without repeated corners; a ring ends with its first corner again. The
 * first ring is counter-clockwise, all others clockwise, as holes are.
 */
export interface LayerEdges {
  readonly x: Float64Array
  readonly y: Float64Array
  /** The first corner of each ring, and what would follow the last. */
  readonly ends: Int32Array
  readonly tree: BoxTree
}

/** A part of a polygon read even-odd, ready to be held against others. */
export interface EdgeLayer extends LayerEdges {
  readonly box: LatticeBox
  /** How often the rings turn round the ground left of a ring's first edge. */
  readonly windings: Int32Array
  /** Where its rings cross each other or themselves, both ends of layer 0; rarely anywhere. */
  readonly own: Crossings
  /** Its rings were made by the clipping library from others. */
  readonly cleaned: boolean
  /** False: its windings contradict each other, and nothing is to be built on them. */
  readonly sound: boolean
  /** Square steps, by the even-odd and by the non-zero rule. */
  readonly area: number
  readonly nonZeroArea: number
}
