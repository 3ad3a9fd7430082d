import { draw } from '../draw'

/** What the model needs to know of a device that reports. */
export interface ReportingDevice {
  readonly seed: number
  /** Seconds between two reports. */
  readonly cycle: number
}

const DAY = 86_400_000
const OUTAGES = 21
const JITTER = 22

/** A stretch in which a device is not itself; `every`: only each so many-th report comes through, 0 none. */
interface Outage {
  readonly from: number
  readonly to: number
  readonly every: number
}

/** Two days, or 60 cycles of a slow device: in each such stretch at most one outage. */
const slotOf = (device: ReportingDevice) => Math.max(2 * DAY, device.cycle * 60_000)

function outageOf(device: ReportingDevice, slot: number): Outage | null {
  const lot = draw(device.seed, OUTAGES, slot)
  if (lot > 0.29) return null
  const length = slotOf(device)
  const silent = lot < 0.06
  const lasts = length * (0.15 + 0.4 * draw(device.seed, OUTAGES + 100, slot))
  const from = slot * length + (length - lasts) * draw(device.seed, OUTAGES + 200, slot)
  return { from, to: from + lasts, every: silent ? 0 : 3 + Math.floor(3 * draw(device.seed, OUTAGES + 300, slot)) }
}

/**
 * When a device reports after `from` and up to and including `to` (epoch milliseconds), in order: every cycle with a
 * jitter of a twelfth of it, thinner while it is in trouble (every third to fifth report), not at all in an outage.
 */
export function deviceReports(device: ReportingDevice, from: number, to: number): readonly number[] {
  const cycle = device.cycle * 1000
  const length = slotOf(device)
  const phase = draw(device.seed, JITTER) * cycle
  const times: number[] = []
  for (let index = Math.floor((from - phase) / cycle) - 1; phase + index * cycle <= to + cycle; index++) {
    const jitter = (draw(device.seed, JITTER, index) - 0.5) * (cycle / 6)
    const time = Math.round((phase + index * cycle + jitter) / 1000) * 1000
    if (time <= from || time > to) continue
    const outage = outageOf(device, Math.floor(time / length))
    const inside = outage !== null && time >= outage.from && time < outage.to
    if (!inside || (outage.every > 0 && index % outage.every === 0)) times.push(time)
  }
  return times
}

/** The last report at or before a moment, epoch milliseconds; null when there was none for a long time. */
export function lastReport(device: ReportingDevice, at: number): number | null {
  const step = device.cycle * 8000
  for (let to = at, tries = 0; tries < 60; tries++, to -= step) {
    const time = deviceReports(device, to - step, to).at(-1)
    if (time !== undefined) return time
  }
  return null
}
