import { useEffect } from 'react'
import { create } from 'zustand'
import type { GapList } from '#engine/engineApi.ts'

/** Passing: the gaps that are listed beside the map, for what the map says of one. */
export const useListedGaps = create<{ readonly list: GapList | null }>(() => ({ list: null }))

/** Makes a list of gaps known while a component shows it. */
export function useListed(list: GapList | null): void {
  useEffect(() => {
    useListedGaps.setState({ list })
    return () => useListedGaps.setState({ list: null })
  }, [list])
}
