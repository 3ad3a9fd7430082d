import type { PlaneCity } from '../inputs/planeCity'

/** Milliseconds PostGIS takes, or null where it is not installed. */
export async function postgisTime(_city: PlaneCity): Promise<number | null> {
  return null
}
