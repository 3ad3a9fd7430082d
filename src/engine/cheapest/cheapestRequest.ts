import type { CheapestFound } from '#core/cheapest/cheapestSearch.ts'
import type { Choice } from '#core/cheapest/cheapestTask.ts'
import type { ParameterOverride } from '#core/model/evaluation.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { Reason } from '#core/model/feedReport.ts'
import type { RunningSearch, SearchNews } from '../jobs/runningSearch'

/** What it would take for rows to stand at a star. */
export interface CheapestRequest {
  readonly scope: string | null
  readonly want: number
  /** Null: all below the star that some measure changes. */
  readonly rows: readonly string[] | null
  readonly overrides?: readonly ParameterOverride[] | undefined
}

/** What a measure of the catalog can be done to. */
export interface MeasureReach {
  readonly measure: string
  readonly choices: number
  /** Candidates at whose place one stands already. */
  readonly standing: number
  /** Features or candidates without an amount: what they would cost is not known. */
  readonly unpriced: number
  /** Those that the door does not let in, by why; and a feed that was not read. */
  readonly refused: readonly { readonly reason: Reason; readonly count: number }[]
}

/** A search that can begin. */
export interface CheapestStart {
  /** What is searched: a `CheapestTask` as JSON, so that it can pass a thread unread. */
  readonly task: Blob
  readonly choices: number
  readonly measures: readonly MeasureReach[]
}

export type CheapestAnswer =
  | ({ readonly ok: true } & CheapestStart)
  | { readonly ok: false; readonly faults: readonly Reason[] }

export interface CheapestSettings {
  /** Null: whatever it takes. */
  readonly budget: number | null
  readonly seed: number
  readonly seconds: number
}

/** A choice that is made, with the feature that it changes or builds. */
type MadeChoice = Choice & Pick<CityFeature, 'geometry' | 'properties'>

/** The least it takes, with what does it: `made[i]` is `choices[i]`. */
export interface FoundChoices extends CheapestFound {
  readonly choices: readonly MadeChoice[]
}

export type CheapestSearch = RunningSearch<FoundChoices>

/** Searches what it takes, as `cheapestTask` gave it, in a worker that ends with the search. */
export type StartCheapest = (
  task: Blob,
  settings: CheapestSettings,
  hear?: (news: SearchNews<FoundChoices>) => void,
) => CheapestSearch
