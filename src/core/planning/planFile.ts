import type { Edit, PlanWorld } from '../model/world'

export const PLAN_FORMAT = 'one-map/plan'
export const PLAN_VERSION = 1

/** A plan as a file: the edits of a world, for the city of that division code. */
export interface PlanFile {
  readonly format: typeof PLAN_FORMAT
  readonly version: typeof PLAN_VERSION
  readonly title: string
  readonly city: string
  readonly changes: readonly Edit[]
}

export const planFile = ({ title, edits }: PlanWorld, city: string): PlanFile => ({
  format: PLAN_FORMAT,
  version: PLAN_VERSION,
  title,
  city,
  changes: edits,
})
