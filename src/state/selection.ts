import { create } from 'zustand'

/** One feature of a feed. */
export interface FeatureRef {
  readonly feed: string
  readonly mapId: number
  /** Identity as text, for links. */
  readonly id: string
}

export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'feature'; readonly feature: FeatureRef; readonly at: readonly [number, number] | null }
  /** Several features under one click: the user chooses from a list. */
  | { readonly kind: 'stack'; readonly features: readonly FeatureRef[]; readonly at: readonly [number, number] }

export interface SelectionState {
  readonly selection: Selection
  readonly hover: FeatureRef | null
}

export const NO_SELECTION: Selection = { kind: 'none' }

export const useSelection = create<SelectionState>(() => ({ selection: NO_SELECTION, hover: null }))
export const select = (selection: Selection): void => useSelection.setState({ selection })
export const setHover = (hover: FeatureRef | null): void => useSelection.setState({ hover })
