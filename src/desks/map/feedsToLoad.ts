import type { ResolvedLayer } from '#layers/ResolvedLayer.ts'

/** About where the map opens, until it has said. */
export const COUNTY_ZOOM = 10

/** Data is asked for this many zoom levels before its layer shows. */
const AHEAD = 0.75

/**
 * Feeds that the layers need at a zoom, each once: those of the base map, and the others together with `also`. A feed
 * whose every layer shows only much closer in is left for later.
 */
export function feedsToLoad(
  layers: readonly ResolvedLayer[],
  zoom: number,
  also: readonly string[],
): { readonly base: readonly string[]; readonly themed: readonly string[] } {
  const near = layers.filter((layer) => minzoomOf(layer) <= zoom + AHEAD)
  const base = new Set(near.filter((layer) => layer.base).map(({ feed }) => feed))
  const themed = new Set([...near.filter((layer) => !layer.base).map(({ feed }) => feed), ...also])
  return { base: [...base], themed: [...themed].filter((feed) => !base.has(feed)) }
}

function minzoomOf(layer: ResolvedLayer): number {
  return layer.drawnBy === 'deck' ? layer.minzoom : (layer.spec.minzoom ?? 0)
}
