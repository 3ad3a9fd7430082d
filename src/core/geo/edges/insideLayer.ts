import { leavesToTheEast } from './boxTree'
import type { EdgeLayer } from './layer'
import { shiftedSide, turn } from './orientation'

/**
 * Whether a corner of another layer lies in a layer read even-odd, in the picture a little moved.
 * @param moved +1 where the layer is moved more than the corner, else −1.
 */
export function insideLayer(layer: EdgeLayer, px: number, py: number, moved: 1 | -1): boolean {
  const { x, y, tree, box } = layer
  if (px < box[0] || px > box[2] || py < box[1] || py > box[3]) return false
  const above = (corner: number) => y[corner]! > py || (y[corner] === py && moved > 0)
  let inside = false
  leavesToTheEast(tree, px, py, (leaf) => {
    const first = tree.from[leaf]!
    const last = tree.to[leaf]!
    if (tree.boxes[leaf * 4]! > px) {
      // All of it lies east: what counts is whether it leads from under the corner to over it.
      if (above(first) !== above(last)) inside = !inside
      return
    }
    for (let i = first; i < last; i++) {
      const rises = above(i + 1)
      if (rises === above(i)) continue
      const ax = x[i]!
      const ay = y[i]!
      const bx = x[i + 1]!
      const by = y[i + 1]!
      const side = turn(ax, ay, bx, by, px, py) || shiftedSide(ax, ay, bx, by, moved > 0 ? -1 : 1)
      if (side > 0 === rises) inside = !inside
    }
  })
  return inside
}
