import { create } from 'zustand'

/** One feature of a feed. */
export interface FeatureRef {
  readonly feed: string
  readonly mapId: number
  /** Identity as text, for links. */
  readonly id: string
}

/** One feature of a sketch, as it was when it was picked. */
export interface SketchRef {
  readonly sketch: string
  /** Its place among the features of the sketch. */
  readonly mapId: number
  readonly properties: Readonly<Record<string, unknown>>
}

/** What can be picked on the map. */
export type MapRef = FeatureRef | SketchRef

export const isSketchRef = (ref: MapRef): ref is SketchRef => 'sketch' in ref

/** Tells one thing on the map from another. */
export const refKey = (ref: MapRef): string =>
  isSketchRef(ref) ? `sketch~${ref.sketch}\n${ref.mapId}` : `${ref.feed}\n${ref.mapId}`

export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'feature'; readonly feature: FeatureRef; readonly at: readonly [number, number] | null }
  | { readonly kind: 'sketch'; readonly feature: SketchRef; readonly at: readonly [number, number] }
  /** Several things under one click: the user chooses from a list. */
  | { readonly kind: 'stack'; readonly features: readonly MapRef[]; readonly at: readonly [number, number] }

/** [west, south, east, north]. */
export type Extent = readonly [number, number, number, number]

export interface SelectionState {
  readonly selection: Selection
  /** Of a selected area or line, once it is known; null for what stands in one place. */
  readonly extent: Extent | null
  readonly hover: MapRef | null
}

export const NO_SELECTION: Selection = { kind: 'none' }

export const useSelection = create<SelectionState>(() => ({ selection: NO_SELECTION, extent: null, hover: null }))
export const select = (selection: Selection): void => useSelection.setState({ selection, extent: null })
export const setExtent = (extent: Extent | null): void => useSelection.setState({ extent })
export const setHover = (hover: MapRef | null): void => useSelection.setState({ hover })

/** All that a selection is of. */
export function selectedRefs(selection: Selection): readonly MapRef[] {
  if (selection.kind === 'none') return []
  return selection.kind === 'stack' ? selection.features : [selection.feature]
}

/** What a click on these things at a place selects: the one, the several to choose from, or nothing. */
export function selectionOf(refs: readonly MapRef[], at: readonly [number, number]): Selection {
  const [first] = refs
  if (!first) return NO_SELECTION
  if (refs.length > 1) return { kind: 'stack', features: refs, at }
  return isSketchRef(first) ? { kind: 'sketch', feature: first, at } : { kind: 'feature', feature: first, at }
}
