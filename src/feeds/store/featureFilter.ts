import type { CityFeature } from '#core/model/feature.ts'

/** True for features a question is about. */
export type FeatureFilter = (feature: CityFeature) => boolean

export const everyFeature: FeatureFilter = () => true

/** All of the filters at once. */
export const allOf =
  (...filters: readonly FeatureFilter[]): FeatureFilter =>
  (feature) =>
    filters.every((filter) => filter(feature))
