import { type SitesFound, sitesSearch } from '#core/siting/sitesSearch.ts'
import type { SitingTask } from '#core/siting/sitingTask.ts'
import type { SitingFound, SitingSettings } from '../siting/sitingSearch'
import { type Around, type SearchAsked, type SearchSaid, searchThread } from './searchThread'

export type SitingSaid = SearchSaid<SitingFound>

/** A thread that searches where to build. */
export const sitingThread = (around: Around<SitingFound>): ((asked: SearchAsked<SitingSettings>) => void) =>
  searchThread(around, (task: SitingTask, settings: SitingSettings) => [
    sitesSearch(task, settings),
    (found: SitesFound): SitingFound => ({ ...found, edits: found.built.map(({ site }) => task.edits[site]!) }),
  ])
