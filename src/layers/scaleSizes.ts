/** Properties measured in screen pixels or as a multiple of an image's size. */
const SIZES = new Set([
  'text-size',
  'icon-size',
  'circle-radius',
  'circle-stroke-width',
  'heatmap-radius',
  'line-width',
  'line-gap-width',
  'text-halo-width',
  'icon-halo-width',
])

/**
 * A style value times `factor`. `zoom` may stand only in the outermost `interpolate` or `step`, so their outputs are
 * scaled one by one; any other expression is multiplied as a whole.
 */
export function scaleValue(value: unknown, factor: number): unknown {
  if (typeof value === 'number') return value * factor
  if (!Array.isArray(value)) return value
  const [operator] = value
  if (operator === 'interpolate' || operator === 'interpolate-hcl' || operator === 'interpolate-lab') {
    return value.map((part, index) => (index >= 4 && index % 2 === 0 ? scaleValue(part, factor) : part))
  }
  if (operator === 'step') {
    return value.map((part, index) => (index >= 2 && index % 2 === 0 ? scaleValue(part, factor) : part))
  }
  return ['*', factor, value]
}

/** Scales every size among paint or layout properties, for displays that are seen from far away. */
export function scaleSizes(
  properties: Readonly<Record<string, unknown>>,
  factor: number,
): Readonly<Record<string, unknown>> {
  if (factor === 1) return properties
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, SIZES.has(key) ? scaleValue(value, factor) : value]),
  )
}
