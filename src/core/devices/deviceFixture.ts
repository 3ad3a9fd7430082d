import { deepFreeze } from '#tests/city/deepFreeze.ts'
import type { CityFeature } from '../model/feature'

/** 08:00 on 1 September 2026 in Shanghai. For tests. */
export const START = Date.parse('2026-09-01T08:00:00+08:00')
export const MINUTE = 60_000

/** A water gauge that reports every five minutes, frozen. For tests. */
export function deviceFixture(
  value: number | null,
  time: number | null,
  properties: Readonly<Record<string, unknown>> = {},
): CityFeature {
  return deepFreeze({
    id: 'SB1',
    mapId: 1,
    geometry: { type: 'Point', coordinates: [117, 35.4] },
    properties: { kind: '水位', unit: 'm', high: 3.5, cycle: 300, value, ...properties },
    time,
  })
}
