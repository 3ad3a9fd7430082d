import { deviceCycle } from '#core/devices/reporting.ts'
import { archivedReadings, type Reading, type ReadingSeries, readingSeries } from '#core/devices/series.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { EngineContext } from '../EngineContext'

/** Seconds between readings of a device whose rhythm nobody has told. */
const UNKNOWN_CYCLE = 900

export interface ReadingBook {
  /** Seconds between two reports of a device, or null where it is not known. */
  cycle(feed: string, device: CityFeature): number | null
  /** Readings of a device up to a moment (epoch milliseconds), oldest first: the archive of its feed, then what came. */
  readings(feed: string, id: string, until: number): readonly Reading[]
}

/** The readings of every device of the open city, bounded: what came through its feeds, and the archives they name. */
export function readingBook(context: EngineContext): ReadingBook {
  const series = new Map<string, Map<string, ReadingSeries>>()
  const archives = new WeakMap<readonly CityFeature[], ReadonlyMap<string, readonly Reading[]>>()
  const cycles = new WeakMap<object, (device: CityFeature) => number | null>()

  const cycle = (feedId: string, device: CityFeature): number | null => {
    const reporting = context.feed(feedId)?.reporting
    if (!reporting) return null
    const known = cycles.get(reporting) ?? deviceCycle(reporting)
    cycles.set(reporting, known)
    return known(device)
  }

  const devicesOf = (feed: string): Map<string, ReadingSeries> => {
    const devices = series.get(feed) ?? new Map<string, ReadingSeries>()
    series.set(feed, devices)
    return devices
  }

  context.onChange(({ feed, before, after }) => {
    if (context.feed(feed)?.record !== 'device') return
    if (before.size === 0) series.delete(feed)
    for (const [id, feature] of after) {
      if (feature) record(feed, feature)
      else devicesOf(feed).delete(id)
    }
  })
  context.onLate((feed, feature) => {
    if (context.feed(feed)?.record === 'device') record(feed, feature)
  })

  const record = (feed: string, device: CityFeature): void => {
    const { id, time, properties } = device
    const devices = devicesOf(feed)
    const every = cycle(feed, device) ?? UNKNOWN_CYCLE
    const { value } = properties
    if (typeof value !== 'number' || time === null) return
    // A date further ahead than a cycle is false, and would keep out all that follows.
    if (time > context.liveNow() + every * 1000) return
    const kept = devices.get(id) ?? readingSeries()
    devices.set(id, kept)
    kept.add({ time, value, every })
  }

  const archive = (feedId: string): ReadonlyMap<string, readonly Reading[]> => {
    const id = context.feed(feedId)?.series
    const features = id === undefined ? [] : context.now.features(id)
    const known = archives.get(features)
    if (known) return known
    const read = new Map<string, readonly Reading[]>()
    for (const feature of features) {
      const archived = archivedReadings(feature)
      if (archived) read.set(archived.device, archived.readings)
    }
    archives.set(features, read)
    return read
  }

  return {
    cycle,
    readings(feed, id, until) {
      const past = archive(feed).get(id) ?? []
      const from = past.at(-1)?.time ?? Number.NEGATIVE_INFINITY
      const came = series.get(feed)?.get(id)?.readings() ?? []
      return [...past, ...came.filter(({ time }) => time > from)].filter(({ time }) => time <= until)
    },
  }
}
