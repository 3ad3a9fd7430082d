import { create } from 'zustand'
import type { Edit } from '#core/model/world.ts'
import { PointerPlacing } from '#map/pick/PointerPlacing.tsx'
import { dropTool, type MapTool, takeTool } from '#state/mapTool.ts'
import { makeEdits, tryEdit } from '#state/scenarios.ts'
import { NO_SELECTION, select } from '#state/selection.ts'

type Place = readonly [longitude: number, latitude: number]

/** A thing on its way to a place on the map: a new one, or one that is moved. */
export interface Thing {
  readonly kind: 'new' | 'moved'
  readonly feed: string
  readonly id: string
  readonly name: string
  readonly properties: Readonly<Record<string, unknown>>
}

interface PlacingState {
  /** In the hand. */
  readonly thing: Thing | null
  /** The last that was placed: it can be changed at once. */
  readonly placed: Pick<Thing, 'feed' | 'id'> | null
}

export const usePlacing = create<PlacingState>(() => ({ thing: null, placed: null }))

const DIGITS = 1e7
const rounded = (value: number): number => Math.round(value * DIGITS) / DIGITS

function editOf({ kind, feed, id, name, properties }: Thing, [longitude, latitude]: Place): Edit {
  const at: Place = [rounded(longitude), rounded(latitude)]
  if (kind === 'moved') return { feed, id, move: at }
  const geometry = { type: 'Point' as const, coordinates: [...at] }
  return { feed, put: { type: 'Feature', id, geometry, properties: { ...properties, id, name } } }
}

/** Where an edit puts something; null for one that puts nothing anywhere. */
export function placeOfTrial(edit: Edit): Place | null {
  if ('move' in edit) return edit.move
  if (!('put' in edit) || edit.put.geometry?.type !== 'Point') return null
  const [longitude = 0, latitude = 0] = edit.put.geometry.coordinates
  return [longitude, latitude]
}

/** Puts a thing in the hand that works on the map, until it is placed or put away. */
export function placeThing(thing: Thing): void {
  usePlacing.setState({ thing })
  const tool: MapTool = {
    follow: (at) => tryEdit(editOf(thing, at)),
    place(at) {
      putAway()
      makeEdits([editOf(thing, at)])
      usePlacing.setState({ placed: thing })
      select(NO_SELECTION)
    },
    cancel: putAway,
  }
  takeTool(tool, PointerPlacing)
}

/** The thing in the hand is not placed. */
export function putAway(): void {
  dropTool()
  usePlacing.setState({ thing: null })
  tryEdit(null)
}
