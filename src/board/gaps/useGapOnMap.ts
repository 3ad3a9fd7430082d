import { useCallback, useMemo } from 'react'
import type { Gap } from '#core/planning/gaps/gap.ts'
import { flyTo } from '#map/camera/cameraOf.ts'
import { isSketchRef, type MapRef, refKey, select, setHover, useSelection } from '#state/selection.ts'
import { ROW_GAPS } from '../inspector/rowSketches'

/** What stands for each gap on the map: a feature of the sketch of gaps, or the subject itself. */
function refsOf(gaps: readonly Gap[]): ReadonlyMap<string, MapRef> {
  const refs = new Map<string, MapRef>()
  let drawn = 0
  for (const { key, itself, feed, id, mapId, part, area, length } of gaps) {
    if (itself) refs.set(key, { feed, mapId, id })
    else {
      const properties = {
        subject: id,
        ...(part !== null && { part }),
        ...(area !== null && { area_m2: area }),
        ...(length !== null && { length_m: length }),
      }
      refs.set(key, { sketch: ROW_GAPS, mapId: drawn++, properties })
    }
  }
  return refs
}

export interface GapsOnMap {
  /** Key of the gap that is selected on the map, and of the one under the pointer there. */
  readonly selected: string | null
  readonly hovered: string | null
  /** Selects a gap and brings the map to it. */
  readonly pick: (gap: Gap) => void
  /** Marks a gap on the map while a list or chart has the pointer or the focus on it. */
  readonly hover: (gap: Gap | null) => void
}

/** Keeps lists of gaps and the map at one, both ways. */
export function useGapOnMap(gaps: readonly Gap[]): GapsOnMap {
  const refs = useMemo(() => refsOf(gaps), [gaps])
  // Of one subject a feature stands for its only gap too: it may be picked in other lists.
  const keys = useMemo(() => {
    const byRef = new Map([...refs].map(([key, ref]) => [refKey(ref), key]))
    for (const { key, feed, mapId, part } of gaps) if (part === null) byRef.set(`${feed}\n${mapId}`, key)
    return byRef
  }, [refs, gaps])
  const keyOf = (ref: MapRef | null) => (ref && keys.get(refKey(ref))) ?? null
  const selected = useSelection(({ selection }) =>
    selection.kind === 'feature' || selection.kind === 'sketch' ? keyOf(selection.feature) : null,
  )
  const hovered = useSelection(({ hover }) => keyOf(hover))
  const pick = useCallback(
    (gap: Gap) => {
      const ref = refs.get(gap.key)
      if (!ref) return
      select(
        isSketchRef(ref) ? { kind: 'sketch', feature: ref, at: gap.at } : { kind: 'feature', feature: ref, at: gap.at },
      )
      const [west, south, east, north] = gap.bounds
      flyTo(east > west || north > south ? gap.bounds : gap.at)
    },
    [refs],
  )
  const hover = useCallback((gap: Gap | null) => setHover((gap && refs.get(gap.key)) ?? null), [refs])
  return { selected, hovered, pick, hover }
}
