import { create } from 'zustand'

/** What the map could not draw. */
export interface MapFault {
  /** Id of the map's source; null where the map does not say. */
  readonly source: string | null
  /** In the words of the map library. */
  readonly message: string
}

interface Noted extends MapFault {
  readonly order: number
}

/** More than so many say nothing new. */
const MOST = 20

export const useMapFaults = create<{ readonly faults: readonly Noted[] }>(() => ({ faults: [] }))

let order = 0
/** When each source last got data, in the same count as faults. */
const renewed = new Map<string, number>()

/** Remembers a fault once, however often it comes. */
export function noteMapFault({ source, message }: MapFault): void {
  order += 1
  const noted = { source, message, order }
  useMapFaults.setState(({ faults }) => ({
    faults: [...faults.filter((fault) => fault.source !== source || fault.message !== message), noted].slice(-MOST),
  }))
}

/** A source has got data: what was wrong with the data before may be over. */
export function renewMapSource(source: string): void {
  order += 1
  renewed.set(source, order)
}

/** The map has drawn all it has: a fault that has not come again since its source got other data is over. */
export function settleMapFaults(): void {
  const { faults } = useMapFaults.getState()
  const standing = faults.filter(({ source, order: at }) => source === null || at > (renewed.get(source) ?? 0))
  if (standing.length < faults.length) useMapFaults.setState({ faults: standing })
}
