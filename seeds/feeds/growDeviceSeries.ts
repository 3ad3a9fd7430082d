import { shanghaiTime } from '#core/model/time.ts'
import { deviceReports } from '../simulator/deviceModel'
import { deviceReading } from '../simulator/devices/deviceWorld'
import { seedOf } from '../simulator/draw'
import { type FeedFeature, type FeedFile, feature } from './feedFile'
import { clockStart, minutesBefore } from './moment'

const DAYS = 2
/** Seconds between two values at least. */
const SHORTEST_STEP = 900

/** The last two days of each device: at every step the reading last reported, null where none came in for two cycles. */
export function growDeviceSeries(devices: readonly FeedFeature[]): FeedFile {
  const features = devices.map((device) => {
    const { kind, cycle } = device.properties
    if (typeof kind !== 'string' || typeof cycle !== 'number') throw new Error(`device ${device.id}`)
    return seriesOf(String(device.id), kind, cycle)
  })
  return { id: 'device-series', asOf: minutesBefore(0), features }
}

function seriesOf(id: string, kind: string, cycle: number): FeedFeature {
  const seed = seedOf(id)
  const step = Math.max(cycle, SHORTEST_STEP)
  const count = (DAYS * 86_400) / step
  const start = clockStart - (count - 1) * step * 1000
  const reports = deviceReports({ seed, cycle }, start - 3 * cycle * 1000, clockStart)
  let next = 0
  const values = Array.from({ length: count }, (_, index) => {
    const at = start + index * step * 1000
    while (next < reports.length && reports[next]! <= at) next++
    const last = reports[next - 1]
    if (last === undefined || at - last > 2 * cycle * 1000) return null
    return deviceReading(kind, seed, last)
  })
  return feature(`XL${id.slice(2)}`, null, { device: id, start: shanghaiTime(start), step, values })
}
