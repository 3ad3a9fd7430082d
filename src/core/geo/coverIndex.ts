import Flatbush from 'flatbush'
import type { Bounds } from './boundsOf'
import type { CoverShape } from './coverShape'

/** Finds the covers whose bounding boxes meet a box, in the order they were given. */
export type CoverIndex = (bounds: Bounds) => readonly CoverShape[]

const NONE: readonly CoverShape[] = []

/** Indexes covers by bounding box. */
export function coverIndex(covers: readonly CoverShape[]): CoverIndex {
  if (covers.length === 0) return () => []
  const tree = new Flatbush(covers.length)
  for (const { bounds } of covers) tree.add(...bounds)
  tree.finish()
  return (bounds) => {
    const found = tree.search(...bounds)
    if (found.length === 0) return NONE
    return found.sort((a, b) => a - b).map((index) => covers[index]!)
  }
}
