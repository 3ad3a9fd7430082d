import type { LocalText } from '../../model/feature'

/**
 * Why ground is not covered. `broken`, `not-connected`: what would cover at least half of it stands there, and the row does
 * not count it for its status or its connection; `unmet`: for something else. `out-of-reach`: what the row counts stands
 * near and does not reach. `none-near`: it does not.
 */
export type GapReason = 'broken' | 'not-connected' | 'unmet' | 'out-of-reach' | 'none-near'
export type Refusal = Extract<GapReason, 'broken' | 'not-connected' | 'unmet'>

/** People without coverage. */
export interface PeopleCount {
  /** Null: not known, for want of a grid here or of a figure in a cell. Rounded to 1e-3. */
  readonly people: number | null
  /** Where some cells have no figure: the people of those that have. */
  readonly atLeast: number | null
}

/** Something that covers, or would. */
export interface Provider {
  readonly feed: string
  readonly id: string
  readonly mapId: number
  readonly name: LocalText | null
  /** From the nearest uncovered place, metres; 0 within. */
  readonly metres: number
  /** How many stand in that very place alike, as the sectors of a mast do: the first by id speaks for them. */
  readonly count: number
  /** Null: the row counts it. */
  readonly refusal: Refusal | null
  /** What the row does not count it for: the property and its value. */
  readonly property?: { readonly name: string; readonly value: unknown } | undefined
}

/** Ground, a stretch or a place that is not covered, with who lives there and why. */
export interface Gap {
  /** Of the subject, and of what part of it where it has several gaps: stays while they do. */
  readonly key: string
  readonly metric: string
  readonly feed: string
  /** Of the subject. */
  readonly id: string
  readonly mapId: number
  readonly name: LocalText | null
  /** Nothing is there to cover it: the subject stands for itself, and is no gap that a map draws. */
  readonly itself: boolean
  /** Whether the subject as a whole counts as covered in spite of the gap. */
  readonly passes: boolean
  /** From 1, of the gaps of a region; null: the only one. */
  readonly part: number | null
  /** Square metres; null for what has no area. */
  readonly area: number | null
  /** Metres of a line. */
  readonly length: number | null
  readonly people: PeopleCount
  /** `area`: shared out by area. `cell`: of the cells it stands in, for what has no area. */
  readonly peopleBy: 'area' | 'cell'
  /** Places in it by feed; null for what has no area. */
  readonly places: Readonly<Record<string, number>> | null
  /** In which it lies, the one with the most of it first. */
  readonly towns: readonly LocalText[]
  readonly unit: string | null
  readonly kind: string | null
  /** Null: it is not covered by anything, so there is no saying why. */
  readonly why: GapReason | null
  /** Share of it that would be covered by what is there and does not count, by why. */
  readonly restored: Readonly<Partial<Record<Refusal, number>>>
  /** Nearest first. */
  readonly nearest: readonly Provider[]
  /** A place in it, [longitude, latitude]. */
  readonly at: readonly [number, number]
  /** [west, south, east, north]. */
  readonly bounds: readonly [number, number, number, number]
}

export interface GapTotals {
  /** Each counted once, however many gaps they live under. */
  readonly people: PeopleCount
  /** Of the whole grid; null where there is none or a cell has no figure. */
  readonly ofPeople: number | null
  /** Places by feed, each once; null where nothing has an area. */
  readonly places: Readonly<Record<string, number>> | null
}
