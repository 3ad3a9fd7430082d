import type { LayerGroup } from '#catalog/schema.ts'
import { GROUPS } from '#catalog/vocabulary.ts'

/**
 * Height of a group in the drawing order: 0 is the bottom.
 * @throws when there is no such group
 */
export function groupHeight(group: string): number {
  const names: readonly string[] = GROUPS
  const height = names.indexOf(group)
  if (height < 0) throw new Error(`unknown layer group "${group}"; known, bottom first: ${GROUPS.join(', ')}`)
  return height
}

/** Orders by group, bottom first; equal groups keep the order they came in. */
export function inGroupOrder<T extends { readonly group: LayerGroup }>(layers: readonly T[]): T[] {
  return layers
    .map((layer, index) => ({ layer, index, height: groupHeight(layer.group) }))
    .sort((a, b) => a.height - b.height || a.index - b.index)
    .map(({ layer }) => layer)
}
