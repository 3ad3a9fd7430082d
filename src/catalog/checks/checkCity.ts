import { isObject } from '#core/model/values.ts'
import { type Check, entriesOf } from './catalogView'

/** Bounds in order and on the globe; live channels that say where they are. */
export const checkCity: Check = (catalog, report) => {
  const bounds = isObject(catalog.value.city) ? catalog.value.city.bounds : undefined
  if (Array.isArray(bounds) && bounds.length === 4 && bounds.every((side) => typeof side === 'number')) {
    const [west = 0, south = 0, east = 0, north = 0] = bounds
    const good = west >= -180 && east <= 180 && south >= -90 && north <= 90 && west < east && south < north
    if (!good) {
      report(['city', 'bounds'], bounds, {
        zh: '西、南、东、北四个度数,西 < 东,南 < 北',
        en: 'west, south, east, north in degrees, with west < east and south < north',
      })
    }
  }
  for (const feed of entriesOf(catalog, 'feeds')) {
    const live = feed.value.live
    if (isObject(live) && live.url === undefined && ['sse', 'websocket', 'mqtt'].includes(String(live.type))) {
      report([...feed.path, 'live', 'url'], undefined, { zh: '实时通道的地址', en: 'the address of the live channel' })
    }
  }
}
