import type { Catalog } from '#catalog/schema.ts'
import { type AppClock, REAL_CLOCK } from '#core/model/time.ts'

/**
 * The app's clock. With `city.clock` it starts there when the page loads and runs at the pace of the real one until
 * somebody chooses another, so a demonstration is as fresh tomorrow as today. `real`: epoch milliseconds.
 */
export function cityClock(catalog: Catalog, real: number): AppClock {
  const start = catalog.city.clock?.start
  return start === undefined ? REAL_CLOCK : { start: Date.parse(start), at: real, speed: 1 }
}
