import type { Feature } from 'geojson'
import type { Footprint } from './feature'

/**
 * By which time the past is told. `known`: by the time it arrived, what the page showed then. `happened`: by the time of
 * the data, as it is known now; what arrived late stands where it belongs, what has no time of its own counts from its
 * arrival.
 */
export type TimeAxis = 'known' | 'happened'

/**
 * One change to one feature of a feed, in WGS84 with canonical property names. `put` adds a feature or replaces it whole;
 * its `footprint` stands in place of the feed's expression. `patch` merges, and null removes. `move` is for points.
 */
export type Edit =
  | { readonly feed: string; readonly put: Feature; readonly footprint?: Footprint | undefined }
  | { readonly feed: string; readonly id: string; readonly drop: true }
  | { readonly feed: string; readonly id: string; readonly patch: Readonly<Record<string, unknown>> }
  | { readonly feed: string; readonly id: string; readonly move: readonly [longitude: number, latitude: number] }

/** The city as it is. */
export interface PresentWorld {
  readonly kind: 'now'
}

/** The city as it was at a moment, epoch milliseconds. */
export interface PastWorld {
  readonly kind: 'past'
  readonly at: number
  readonly axis: TimeAxis
}

/** The city as it would be with these edits, made in order. */
export interface PlanWorld {
  readonly kind: 'plan'
  readonly base: PresentWorld | PastWorld
  readonly title: string
  readonly edits: readonly Edit[]
}

/** What an answer is about. Plain data: every question carries one, and two are answered side by side. */
export type World = PresentWorld | PastWorld | PlanWorld

export const NOW: PresentWorld = Object.freeze({ kind: 'now' })

/** The id of the feature that an edit is about, as text; null for a `put` without one. */
export function editedId(edit: Edit): string | null {
  if (!('put' in edit)) return edit.id
  const { id = edit.put.properties?.id } = edit.put
  return (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : null
}
