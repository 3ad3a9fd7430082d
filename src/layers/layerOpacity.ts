import type { ResolvedLayer } from './ResolvedLayer'
import { scaleValue } from './scaleSizes'

/** How strongly each type of layer is drawn; what a style leaves out is 1. */
const OPACITIES: Readonly<Record<string, readonly string[]>> = {
  fill: ['fill-opacity'],
  line: ['line-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
  symbol: ['icon-opacity', 'text-opacity'],
  heatmap: ['heatmap-opacity'],
  'fill-extrusion': ['fill-extrusion-opacity'],
}

/** The layer drawn with a share, 0 to 1, of the opacity its style gives it. */
export function withOpacity(layer: ResolvedLayer, share: number): ResolvedLayer {
  if (layer.drawnBy === 'deck') return { ...layer, opacity: share }
  const { paint = {}, type } = layer.spec
  const fainter = (OPACITIES[type] ?? []).map((name) => [name, scaleValue(paint[name] ?? 1, share)] as const)
  return { ...layer, spec: { ...layer.spec, paint: { ...paint, ...Object.fromEntries(fainter) } } }
}
