import type { Position } from 'geojson'
import { draw } from '../draw'
import type { WalkedLine } from './alongLine'

/** 行驶 on the way, 出动 at the far end, 待命 at home. */
export function vehicleWord({ moving, heading }: VehicleState): string {
  if (moving) return '行驶'
  return heading === null ? '待命' : '出动'
}

const MINUTE = 60_000
/** At most one trip is begun in each stretch of this length. */
const SLOT = 50 * MINUTE
const TRIP_CHANCE = 0.42
const MOVING_REPORT = 10_000
const STANDING_REPORT = 5 * MINUTE

export interface VehicleState {
  readonly position: Position
  readonly moving: boolean
  /** km/h. */
  readonly speed: number
  /** Degrees from north; null at home, where it stands as it was parked. */
  readonly heading: number | null
  /** When it last told, epoch milliseconds: every ten seconds on the way, every five minutes standing. */
  readonly told: number
}

/**
 * Where a vehicle is at a moment: at home, on its way out along its route, standing at the far end for a few minutes, or
 * on its way back. Pure: the same seed, route and time give the same place.
 */
export function vehicleAt(seed: number, route: WalkedLine, time: number): VehicleState {
  const own = time + Math.floor(draw(seed, 90) * SLOT)
  const slot = Math.floor(own / SLOT)
  const speed = 26 + Math.floor(24 * draw(seed, 92, slot))
  const wayOut = (route.length / (speed / 3.6)) * 1000
  const stay = (2 + 6 * draw(seed, 93, slot)) * MINUTE
  const whole = 2 * wayOut + stay
  const goes = draw(seed, 91, slot) < TRIP_CHANCE && whole < SLOT
  const since = own - slot * SLOT - (SLOT - whole) * draw(seed, 94, slot)
  const standing = Math.floor(time / STANDING_REPORT) * STANDING_REPORT
  if (!goes || since < 0 || since >= whole) {
    return { ...route.at(0), heading: null, moving: false, speed: 0, told: standing }
  }
  const told = Math.floor(time / MOVING_REPORT) * MOVING_REPORT
  const gone = Math.max(0, since - (time - told))
  if (gone >= wayOut && gone < wayOut + stay) {
    return { ...route.at(route.length), moving: false, speed: 0, told: standing }
  }
  const back = gone >= wayOut
  const metres = back ? route.length * (1 - (gone - wayOut - stay) / wayOut) : route.length * (gone / wayOut)
  const { position, heading } = route.at(metres)
  return { position, moving: true, speed, heading: back ? (heading + 180) % 360 : heading, told }
}
