import type { Feature } from 'geojson'

/** A point feature of the small city. */
export function point(id: string, longitude: number, latitude: number, properties: Record<string, unknown>): Feature {
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates: [longitude, latitude] }, properties }
}
