import type { Geometry } from 'geojson'

/** A feature as the simulator sends it: whole, with its id. */
export interface DemoFeature {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: Geometry | null
  readonly properties: Readonly<Record<string, unknown>>
}

/** A message of the live channel. */
export type DemoMessage = DemoFeature | { readonly id: string; readonly deleted: true }

/** What one living feed of the demonstration city does as its clock goes on. */
export interface DemoWorld {
  /** Plays on to `now` (epoch milliseconds) and gives what changed since it was last asked, each feature once. */
  advance(now: number): readonly DemoMessage[]
  /** Everything that differs from the snapshot, for whoever connects anew. */
  changed(): readonly DemoMessage[]
}
