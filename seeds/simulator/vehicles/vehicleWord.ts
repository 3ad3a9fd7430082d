import type { VehicleState } from './vehicleAt'

/** 行驶 on the way, 出动 at the far end, 待命 at home. */
export function vehicleWord({ moving, heading }: VehicleState): string {
  if (moving) return '行驶'
  return heading === null ? '待命' : '出动'
}
