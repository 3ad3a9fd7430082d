import { Clipper, ClipType, type FillRule, type PolyPath64, PolyTree64 } from 'clipper2-ts'
import type { GridPath } from './equalAreaGrid'
import { withoutSpikes } from './withoutSpikes'

/**
 * Unites paths under a fill rule: outer rings counter-clockwise, holes clockwise, by how they nest. The library's own
 * winding is not to be trusted where a ring runs back on itself.
 */
export function orientedUnion(paths: readonly GridPath[], rule: FillRule): GridPath[] {
  const tree = new PolyTree64()
  const clean = paths.map(withoutSpikes).filter((path) => path.length > 2)
  if (clean.length > 0) Clipper.booleanOpWithPolyTree(ClipType.Union, clean, [], tree, rule)
  const rings: GridPath[] = []
  const visit = (node: PolyPath64, outer: boolean) => {
    const ring = node.poly
    if (ring && ring.length > 2) rings.push(Clipper.isPositive(ring) === outer ? ring : ring.reverse())
    for (let i = 0; i < node.count; i++) visit(node.child(i), !outer)
  }
  for (let i = 0; i < tree.count; i++) visit(tree.child(i), true)
  return rings
}
