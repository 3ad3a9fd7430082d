import type { Edit } from '#core/model/world.ts'
import type { SitesFound } from '#core/siting/sitesSearch.ts'

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

/** What is told while it is searched: how far the task is read, and each better answer. */
export type SitingNews =
  | { readonly kind: 'reading'; readonly done: number; readonly of: number }
  | { readonly kind: 'better'; readonly found: SitingFound }

/** A search under way in a worker of its own. */
export interface SitingSearch {
  /** The last answer. Rejects with `EngineFailure` when the worker fails, or when it is closed before. */
  readonly ended: Promise<SitingFound>
  /** Ends it with what it has. */
  stop(): void
  /** Ends it and the worker, with nothing. */
  close(): void
}

/** Searches where to build, as `sitingTask` gave it, in a worker that ends with the search. */
export type StartSiting = (task: Blob, settings: SitingSettings, hear?: (news: SitingNews) => void) => SitingSearch
