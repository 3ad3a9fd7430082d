import type { Edit } from '#core/model/world.ts'
import type { SitesFound } from '#core/siting/sitesSearch.ts'
import type { RunningSearch, SearchNews } from '../jobs/runningSearch'

export interface SitingSettings {
  /** At most so many sites. */
  readonly most: number
  readonly seed: number
  readonly seconds: number
}

/** Where to build, with what builds it: `built[i]` is built by `edits[i]`. */
export interface SitingFound extends SitesFound {
  readonly edits: readonly Edit[]
}

export type SitingNews = SearchNews<SitingFound>
export type SitingSearch = RunningSearch<SitingFound>

/** Searches where to build, as `sitingTask` gave it, in a worker that ends with the search. */
export type StartSiting = (task: Blob, settings: SitingSettings, hear?: (news: SitingNews) => void) => SitingSearch
