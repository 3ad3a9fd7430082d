import type { Catalog } from '../catalog/schema'

/**
 * The app's clock, epoch milliseconds. With `city.clock` it starts there when the page loads and runs at the pace of
 * the real one, so a demonstration is as fresh tomorrow as today.
 */
export function cityClock(catalog: Catalog, real: () => number): () => number {
  const start = catalog.city.clock?.start
  if (start === undefined) return real
  const offset = Date.parse(start) - real()
  return () => real() + offset
}
