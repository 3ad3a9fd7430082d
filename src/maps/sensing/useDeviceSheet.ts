import { useCity } from '#city/CityContext.ts'
import { useAnswer } from '#city/useAnswer.ts'
import type { DeviceSheet } from '#engine/devices/deviceVerbs.ts'

export interface DeviceSheetView {
  /** Undefined: not answered yet; null: the device is not there. */
  readonly sheet: DeviceSheet | null | undefined
  readonly fault: string | null
}

/** The sheet of one device, asked for again whenever its feed, its archive or its alarms change. */
export function useDeviceSheet(feedId: string, id: string): DeviceSheetView {
  const { catalog } = useCity()
  const series = catalog.feeds.find((feed) => feed.id === feedId)?.series
  const { answer, fault } = useAnswer({
    feeds: series === undefined ? [feedId] : [feedId, series],
    topics: ['alarms'],
    key: ['device-sheet', feedId, id],
    ask: async (engine) => ({ id, sheet: await engine.deviceSheet(feedId, id) }),
  })
  // The sheet of the device looked at before must never stand under this one.
  return { sheet: answer?.id === id ? answer.sheet : undefined, fault }
}
