import type { PlaneCity } from '../inputs/planeCity'

/** An engine with a city prepared in its own form: 64 chords to a circle, the shortcuts of `candidates` at hand. */
export interface PreparedPeer {
  /** Square metres covered of each area; the gap is made on the way and let go. */
  cover(areas?: Iterable<number>): Float64Array
}

export interface CoveragePeer {
  readonly name: string
  prepare(city: PlaneCity): PreparedPeer
}

/** Chords to a circle for engines without arcs. */
export const PEER_SEGMENTS = 64
