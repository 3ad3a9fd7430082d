import { useCallback } from 'react'
import { useCity } from '#city/CityContext.ts'
import { setView } from '#state/view.ts'
import { useOpenFeature } from '../facts/useOpenFeature'
import { type Door, openDoor } from './door'

/** Opens what is behind a figure. */
export function useDoors(): (door: Door) => void {
  const { catalog } = useCity()
  const openFeature = useOpenFeature()
  return useCallback(
    (door) => {
      if (door.to !== 'feature') return openDoor(catalog, door)
      setView({ workspace: 'respond' })
      openFeature(door.feed, door.mapId)
    },
    [catalog, openFeature],
  )
}
