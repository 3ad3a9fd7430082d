/** Edges to a leaf, and nodes to a node above. */
const LEAF = 8
const BRANCH = 8

/**
 * Boxes over runs of edges of rings, and over eight such boxes, and so on. Edge i goes from corner i to corner i + 1; a leaf
 * is a run of one ring.
 */
export interface BoxTree {
  /** West, south, east, north of every node: leaves first, then level by level, the last the root. */
  readonly boxes: Float64Array
  /** The first node of each level, and the number of nodes. */
  readonly levels: readonly number[]
  /** The first edge of each leaf, and the one after its last. */
  readonly from: Int32Array
  readonly to: Int32Array
}

/** @param ends the first corner of each ring and of what would follow the last; a ring ends with its first corner again. */
export function boxTree(x: Float64Array, y: Float64Array, ends: Int32Array): BoxTree {
  let leaves = 0
  for (let ring = 1; ring < ends.length; ring++) leaves += Math.ceil((ends[ring]! - ends[ring - 1]! - 1) / LEAF)
  const levels = [0, leaves]
  for (let count = leaves; count > 1; ) {
    count = Math.ceil(count / BRANCH)
    levels.push(levels.at(-1)! + count)
  }
  const boxes = new Float64Array(levels.at(-1)! * 4)
  const from = new Int32Array(leaves)
  const to = new Int32Array(leaves)
  let leaf = 0
  for (let ring = 1; ring < ends.length; ring++) {
    const last = ends[ring]! - 1
    for (let first = ends[ring - 1]!; first < last; first += LEAF) {
      const end = Math.min(first + LEAF, last)
      from[leaf] = first
      to[leaf] = end
      let west = x[first]!
      let south = y[first]!
      let east = west
      let north = south
      for (let i = first + 1; i <= end; i++) {
        const px = x[i]!
        const py = y[i]!
        if (px < west) west = px
        else if (px > east) east = px
        if (py < south) south = py
        else if (py > north) north = py
      }
      boxes[leaf * 4] = west
      boxes[leaf * 4 + 1] = south
      boxes[leaf * 4 + 2] = east
      boxes[leaf * 4 + 3] = north
      leaf++
    }
  }
  for (let level = 1; level < levels.length - 1; level++) {
    for (let node = levels[level]!; node < levels[level + 1]!; node++) {
      const low = levels[level - 1]! + (node - levels[level]!) * BRANCH
      const high = Math.min(low + BRANCH, levels[level]!)
      boxes.set(boxes.subarray(low * 4, low * 4 + 4), node * 4)
      for (let child = low + 1; child < high; child++) widen(boxes, node * 4, child * 4)
    }
  }
  return { boxes, levels, from, to }
}

function widen(boxes: Float64Array, node: number, child: number): void {
  boxes[node] = Math.min(boxes[node]!, boxes[child]!)
  boxes[node + 1] = Math.min(boxes[node + 1]!, boxes[child + 1]!)
  boxes[node + 2] = Math.max(boxes[node + 2]!, boxes[child + 2]!)
  boxes[node + 3] = Math.max(boxes[node + 3]!, boxes[child + 3]!)
}

/** The nodes under a node of a level above the leaves: from the first to before the last. */
function childrenOf({ levels }: BoxTree, level: number, node: number): readonly [first: number, last: number] {
  const first = levels[level - 1]! + (node - levels[level]!) * BRANCH
  return [first, Math.min(first + BRANCH, levels[level]!)]
}

/** West, south, east, north. */
export type LatticeBox = readonly [west: number, south: number, east: number, north: number]

/** Every leaf with a place on the ray from (x, y) to the east, edges included. */
export function leavesToTheEast(tree: BoxTree, x: number, y: number, visit: (leaf: number) => void): void {
  const { boxes, levels } = tree
  const look = (level: number, node: number): void => {
    const at = node * 4
    if (boxes[at + 2]! < x || boxes[at + 1]! > y || boxes[at + 3]! < y) return
    if (level === 0) {
      visit(node)
      return
    }
    const [first, last] = childrenOf(tree, level, node)
    for (let child = first; child < last; child++) look(level - 1, child)
  }
  look(levels.length - 2, levels.at(-1)! - 1)
}

/** Every pair of leaves of two trees whose boxes meet each other and a window, edges included. */
export function leafPairs(
  one: BoxTree,
  other: BoxTree,
  [west, south, east, north]: LatticeBox,
  visit: (one: number, other: number) => void,
): void {
  const a = one.boxes
  const b = other.boxes
  const look = (levelA: number, nodeA: number, levelB: number, nodeB: number): void => {
    const i = nodeA * 4
    const j = nodeB * 4
    if (a[i]! > b[j + 2]! || a[i + 2]! < b[j]! || a[i + 1]! > b[j + 3]! || a[i + 3]! < b[j + 1]!) return
    if (a[i]! > east || a[i + 2]! < west || a[i + 1]! > north || a[i + 3]! < south) return
    if (b[j]! > east || b[j + 2]! < west || b[j + 1]! > north || b[j + 3]! < south) return
    if (levelA === 0 && levelB === 0) visit(nodeA, nodeB)
    else if (levelA >= levelB) {
      const [first, last] = childrenOf(one, levelA, nodeA)
      for (let child = first; child < last; child++) look(levelA - 1, child, levelB, nodeB)
    } else {
      const [first, last] = childrenOf(other, levelB, nodeB)
      for (let child = first; child < last; child++) look(levelA, nodeA, levelB - 1, child)
    }
  }
  if (a.length === 0 || b.length === 0) return
  look(one.levels.length - 2, one.levels.at(-1)! - 1, other.levels.length - 2, other.levels.at(-1)! - 1)
}

/** Every pair of leaves of a tree whose boxes meet, a leaf with itself included, the lower one first. */
export function leafPairsWithin(tree: BoxTree, visit: (one: number, other: number) => void): void {
  const { boxes, levels } = tree
  const look = (level: number, one: number, other: number): void => {
    const i = one * 4
    const j = other * 4
    if (
      boxes[i]! > boxes[j + 2]! ||
      boxes[i + 2]! < boxes[j]! ||
      boxes[i + 1]! > boxes[j + 3]! ||
      boxes[i + 3]! < boxes[j + 1]!
    ) {
      return
    }
    if (level === 0) {
      visit(one, other)
      return
    }
    const [firstA, lastA] = childrenOf(tree, level, one)
    const [firstB, lastB] = childrenOf(tree, level, other)
    for (let a = firstA; a < lastA; a++) {
      for (let b = one === other ? a : firstB; b < lastB; b++) look(level - 1, a, b)
    }
  }
  const root = levels.at(-1)! - 1
  if (boxes.length > 0) look(levels.length - 2, root, root)
}
