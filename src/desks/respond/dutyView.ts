import type { Catalog } from '#catalog/schema.ts'
import type { Expression } from '#core/model/compileExpression.ts'
import type { LocalText, RecordKind } from '#core/model/feature.ts'

/** What an officer on duty needs of a feed, in a narrow list. */
export interface DutyView {
  readonly columns: readonly string[]
  readonly sort: { readonly column: string; readonly descending: boolean } | undefined
  /** The same features as the map draws. */
  readonly where: Expression | undefined
  /** What the map calls them. */
  readonly title: LocalText | undefined
}

interface DutyColumns {
  /** After the name, the most needed first. */
  readonly show: readonly string[]
  /** By the first of them that the feed has. */
  readonly sort: readonly string[]
  readonly descending?: true
}

const DUTY: Partial<Record<RecordKind, DutyColumns>> = {
  case: { show: ['clock', 'stage', 'clock_due', 'due'], sort: ['clock_due', 'due'] },
  warning: { show: ['level', 'until', 'towns'], sort: ['until'] },
  hazard: { show: ['risk', 'state', 'due'], sort: ['due'] },
  team: { show: ['state', 'people', 'departs_min'], sort: ['departs_min'] },
  store: { show: ['state', 'under_minimum', 'counted'], sort: ['under_minimum'], descending: true },
  hospital: { show: ['beds_free', 'grade', 'emergency'], sort: ['beds_free'], descending: true },
  shelter: { show: ['capacity', 'open', 'kind'], sort: ['capacity'], descending: true },
  vehicle: { show: ['state', 'kind', 'home'], sort: ['state'] },
}

/**
 * The columns, order and filter of a feed's list at the response desk: the name and at most `most` more, of those the
 * feed has. Null when the feed has none of them: its own columns serve better.
 */
export function dutyView(
  catalog: Catalog,
  feedId: string,
  properties: readonly string[],
  most: number,
): DutyView | null {
  const feed = catalog.feeds.find(({ id }) => id === feedId)
  const duty = feed && DUTY[feed.record]
  const shown = duty?.show.filter((name) => properties.includes(name)).slice(0, most) ?? []
  if (!duty || shown.length === 0) return null
  const layer = catalog.layers.find((candidate) => candidate.feed === feedId && candidate.visible)
  const order = duty.sort.find((name) => properties.includes(name))
  return {
    columns: ['name', ...shown],
    sort: order === undefined ? undefined : { column: order, descending: duty.descending ?? false },
    where: layer?.filter,
    title: layer?.filter === undefined ? undefined : layer.title,
  }
}
