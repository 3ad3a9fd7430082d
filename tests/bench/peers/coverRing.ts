import type { FieldCover } from '#core/geo/coverage/fieldCover.ts'

/**
 * The closed counter-clockwise ring that stands for a cover in an engine without arcs, flat [x, y, x, y, …] in metres, or
 * null when the cover covers nothing. `segments` is for a full turn. The ring has exactly the cover's area: its vertices
 * lie outside the circle by a factor sqrt(step / sin step), so the error of a union is only at the ends of arcs and falls
 * with about the cube of `segments`. A sector keeps its apex and the lines of its two edges.
 */
export function coverRing(cover: FieldCover, segments: number): Float64Array | null {
  const { x, y, radius, azimuth, beamwidth } = cover
  if (!(radius > 0)) return null
  const full = azimuth === null || beamwidth === null || beamwidth >= 360
  const spread = full ? 2 * Math.PI : (beamwidth * Math.PI) / 180
  const steps = Math.max(full ? 3 : 1, Math.ceil((segments * spread) / (2 * Math.PI)))
  const step = spread / steps
  const reach = radius * Math.sqrt(step / Math.sin(step))
  const first = full ? 0 : Math.PI / 2 - (azimuth * Math.PI) / 180 - spread / 2
  const ring: number[] = full ? [] : [x, y]
  for (let i = 0; i < steps + (full ? 0 : 1); i++) {
    const angle = first + i * step
    ring.push(x + reach * Math.cos(angle), y + reach * Math.sin(angle))
  }
  ring.push(ring[0]!, ring[1]!)
  return Float64Array.from(ring)
}
