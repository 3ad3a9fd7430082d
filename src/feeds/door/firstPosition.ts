/** The first position of a geometry as written, or null where there is none. */
export function firstPosition(geometry: unknown): readonly [number, number] | null {
  if (typeof geometry !== 'object' || geometry === null || !('coordinates' in geometry)) return null
  let value: unknown = geometry.coordinates
  while (Array.isArray(value) && Array.isArray(value[0])) value = value[0]
  if (!Array.isArray(value)) return null
  const [x, y]: unknown[] = value
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : null
}
