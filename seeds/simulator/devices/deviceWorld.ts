import { parseTime } from '#core/model/parseTime.ts'
import { shanghaiTime } from '#core/model/time.ts'
import { deviceValue } from '../deviceModel'
import { seedOf } from '../draw'
import { changeLedger } from '../world/changeLedger'
import type { DemoFeature, DemoWorld } from '../world/demoWorld'
import { readSnapshot } from '../world/readSnapshot'
import { deviceProfiles } from './deviceProfiles'
import { deviceReports, lastReport } from './deviceReports'

interface LivingDevice {
  readonly feature: DemoFeature
  readonly kind: string
  readonly seed: number
  readonly cycle: number
  /** Time of the last reading known, epoch milliseconds. */
  seen: number
}

/** Beyond so many cycles only the last report of a stretch is looked for. */
const MANY_CYCLES = 40

/** A reading as a device of this kind gives it: the model's value with its decimals. */
export function deviceReading(kind: string, seed: number, at: number): number {
  const scale = 10 ** (deviceProfiles[kind]?.digits ?? 2)
  return Math.round(deviceValue(kind, seed, at) * scale) / scale
}

/**
 * Devices that report by their own cycles what the model says. Kinds that the model does not know stay as they are.
 * @param timeProperty the source's own name of the time of a reading
 */
export function deviceWorld(snapshot: readonly unknown[], timeProperty: string): DemoWorld {
  const ledger = changeLedger()
  const devices = readSnapshot(snapshot, ['state']).flatMap((feature): LivingDevice[] => {
    const { kind, cycle } = feature.properties
    if (typeof kind !== 'string' || !deviceProfiles[kind] || typeof cycle !== 'number' || !(cycle > 0)) return []
    const seen = parseTime(feature.properties[timeProperty] ?? feature.properties.time) ?? 0
    return [{ feature, kind, seed: seedOf(feature.id), cycle, seen }]
  })
  let told = Number.NEGATIVE_INFINITY

  return {
    advance(now) {
      for (const device of devices) {
        const from = Math.max(device.seen, told)
        const many = now - from > MANY_CYCLES * device.cycle * 1000
        const last = many ? lastReport(device, now) : deviceReports(device, from, now).at(-1)
        if (last === undefined || last === null || last <= from) continue
        device.seen = last
        const { feature, kind, seed } = device
        const time = shanghaiTime(last)
        const properties = { ...feature.properties, value: deviceReading(kind, seed, last), [timeProperty]: time }
        ledger.put({ ...feature, properties: 'time' in feature.properties ? { ...properties, time } : properties })
      }
      told = Math.max(told, now)
      return ledger.take()
    },
    changed: ledger.all,
  }
}
