import type { MultiPolygon, Polygon, Position } from 'geojson'
import { boundsOf } from '../boundsOf'
import { type EqualAreaGrid, equalAreaGrid, type GridPath } from '../equalAreaGrid'
import { polygonPaths } from '../rings/paths'
import { edgeLayer } from './edgeLayer'
import type { EdgeLayer } from './layer'

const made = new WeakMap<Polygon | MultiPolygon, readonly EdgeLayer[]>()

/**
 * The parts of a polygon as layers, made once. Rings that run along themselves are first made clean by the clipping library,
 * all parts together.
 */
export function layersOf(polygon: Polygon | MultiPolygon): readonly EdgeLayer[] {
  const known = made.get(polygon)
  if (known) return known
  const parts = polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates
  let layers = parts.map((rings) => edgeLayer(rings)).filter((layer) => layer !== null)
  if (layers.some(({ sound }) => !sound)) {
    const grid = equalAreaGrid(boundsOf(polygon))
    layers = layersOfPaths(polygonPaths(polygon, grid).paths, grid)
  }
  made.set(polygon, layers)
  return layers
}

/** Clean rings of a grid as one layer. */
export function layersOfPaths(paths: readonly GridPath[], grid: EqualAreaGrid): EdgeLayer[] {
  const layer = edgeLayer(paths.map((path) => path.map((point): Position => grid.toPosition(point))))
  return layer ? [{ ...layer, cleaned: true }] : []
}
