import { create } from 'zustand'
import type { Expression } from '#core/model/compileExpression.ts'
import type { LocalText } from '#core/model/feature.ts'
import { type FeedFilter, setView, type TableSort, useView } from './view'

/** Some features of a feed, by what they are called. */
export interface ListPart {
  readonly feed: string
  readonly where: Expression
  readonly title: LocalText
}

/** What the lists of a desk were opened with. */
export interface ListsState {
  /** Of its feed only these features, beside what is filtered. */
  readonly part: ListPart | null
  /** The whole city whatever scope is on show. */
  readonly everywhere: boolean
  /** Id of the tool that a desk shows in place of its lists or layers; null, or one that the desk has not: none. */
  readonly tool: string | null
}

export const useLists = create<ListsState>(() => ({ part: null, everywhere: false, tool: null }))

/** Puts a tool in the place of lists or layers; null: takes it away. */
export const showTool = (tool: string | null): void => useLists.setState({ tool })

/** Lists the whole city, or what the scope on show has. */
export const listEverywhere = (everywhere: boolean): void => useLists.setState({ everywhere })

/** The list of the part's feed goes back to all of it. */
export const dropPart = (): void => useLists.setState({ part: null })

/** What a list is opened with; what is not said stands as at first. */
export interface ListRequest {
  readonly feed: string
  readonly filter?: FeedFilter | undefined
  readonly part?: Omit<ListPart, 'feed'> | undefined
  readonly sort?: TableSort | undefined
  readonly everywhere?: boolean | undefined
}

/** Has the desks' table show the list of a feed. */
export function openList({ feed, filter, part, sort, everywhere = false }: ListRequest): void {
  const { tables } = useView.getState()
  useLists.setState({ part: part ? { ...part, feed } : null, everywhere, tool: null })
  setView({ table: feed, tables: { ...tables, [feed]: { filter, ...(sort && { sort }) } } })
}

/** Which rows of the standard are listed; null: all. */
export interface RowsListed {
  /** How they stand, by its key (`board/rows/rowStanding.ts`). */
  readonly standing: string | null
  /** Chinese name of their category. */
  readonly category: string | null
}

export const useRowsListed = create<RowsListed>(() => ({ standing: null, category: null }))
export const showRows = (change: Partial<RowsListed>): void => useRowsListed.setState(change)

/** A row that was just opened: the map and the table of the desk are brought to it once it is known what it is about. */
export const useRowToShow = create<{ readonly indicator: string | null }>(() => ({ indicator: null }))
export const rowShown = (): void => useRowToShow.setState({ indicator: null })

/** Opens a row of the standard where it can be worked on: at the planner's desk. */
export function openRow(indicator: string, metric: string | null = null): void {
  useRowToShow.setState({ indicator })
  showTool(null)
  setView({ workspace: 'plan', indicator, metric })
}
