import { shanghaiTime } from '#core/model/time.ts'
import { seedOf } from '../draw'
import { changeLedger } from '../world/changeLedger'
import type { DemoFeature, DemoWorld } from '../world/demoWorld'
import { readSnapshot } from '../world/readSnapshot'
import { alongLine, type WalkedLine } from './alongLine'
import { decodePolyline } from './polyline'
import { vehicleAt, vehicleWord } from './vehicleAt'

interface LivingVehicle {
  readonly feature: DemoFeature
  readonly seed: number
  readonly route: WalkedLine
  told: number
}

/** Vehicles that drive out along their own `route` (an encoded polyline from home) and back; one without stands. */
export function vehicleWorld(snapshot: readonly unknown[], since: number): DemoWorld {
  const ledger = changeLedger()
  const vehicles = readSnapshot(snapshot).flatMap((feature): LivingVehicle[] => {
    const { route: text } = feature.properties
    const route = typeof text === 'string' ? alongLine(decodePolyline(text)) : null
    return route ? [{ feature, seed: seedOf(feature.id), route, told: since }] : []
  })
  return {
    advance(now) {
      for (const vehicle of vehicles) {
        const { feature, seed, route } = vehicle
        const state = vehicleAt(seed, route, now)
        const { position, speed, heading, told } = state
        if (told <= vehicle.told) continue
        vehicle.told = told
        ledger.put({
          ...feature,
          geometry: { type: 'Point', coordinates: position },
          properties: {
            ...feature.properties,
            state: vehicleWord(state),
            speed,
            heading: heading ?? feature.properties.heading,
            time: shanghaiTime(told),
          },
        })
      }
      return ledger.take()
    },
    changed: ledger.all,
  }
}
