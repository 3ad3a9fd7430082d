import type { OffsetSystem, SystemFit, SystemVerdict } from '#feeds/crs/systemFit.ts'

/** What the roads say of the coordinate system of a feed. */
export interface CheckedSystem {
  readonly feed: string
  /** By what it was read. */
  readonly declared: OffsetSystem
  /** The likeliest first; null where there are too few positions to tell. */
  readonly fits: readonly SystemFit[] | null
  readonly verdict: SystemVerdict
}

export interface SystemsCheck {
  /** Feeds of roads that were taken as they are: what is compared is only as good as they. */
  readonly roads: readonly string[]
  readonly checked: readonly CheckedSystem[]
}
