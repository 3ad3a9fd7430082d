import type { EvaluableFeed, EvaluateInput } from '../model/evaluation'
import type { CityFeature } from '../model/feature'
import type { Edit } from '../model/world'

/** One measure done to one feature, or one thing built. */
export interface Choice {
  /** Place of its measure in the catalog. */
  readonly measure: number
  readonly feed: string
  readonly id: string
  readonly cost: number
  readonly edit: Edit
}

/** A feature that choices change, or that they would build. */
export interface ChangedFeature {
  readonly feed: string
  /** Null: it is not there yet. */
  readonly before: CityFeature | null
  /** Choices that change it, in the order in which they are made; none stands at two. */
  readonly choices: readonly number[]
  /** As the door lets it in, for each set of them that is not empty: bit i of `at + 1` is the i-th choice. */
  readonly states: readonly CityFeature[]
}

/**
 * What it takes for rows to stand at a star, as plain data: it is made where the city is and searched anywhere; as JSON it
 * stays what it is.
 */
export interface CheapestTask
  extends Pick<EvaluateInput, 'standard' | 'indicators' | 'scopes' | 'scope' | 'bounds' | 'overrides'> {
  readonly want: number
  /** Rows wanted; null: all below the star that some choice changes. */
  readonly rows: readonly string[] | null
  /** Every feed that the rows of the standard above are measured on. */
  readonly feeds: readonly EvaluableFeed[]
  readonly choices: readonly Choice[]
  readonly features: readonly ChangedFeature[]
}
