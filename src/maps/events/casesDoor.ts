import type { Expression } from '#core/model/compileExpression.ts'
import type { LocalText } from '#core/model/feature.ts'
import type { Door } from '#views/doors/door.ts'

interface CardOfCases {
  readonly feed: string
  readonly title: LocalText
  readonly scope?: 'all' | undefined
}

const CLOSED: Expression = ['==', ['get', 'stage'], '结案']
const OPEN: Expression = ['!=', ['get', 'stage'], '结案']

/** The cases that a card counts among: `reported` all of the feed, the newest first; `group` those of a unit, grid or class. */
export function casesDoor(
  { feed, title, scope }: CardOfCases,
  which: 'open' | 'closed' | 'reported',
  group?: { readonly by: string; readonly key: string | null },
): Door {
  const where = which === 'open' ? OPEN : which === 'closed' ? CLOSED : null
  return {
    to: 'list',
    feed,
    ...(where && { part: { where, title } }),
    ...(group && { filter: { [group.by]: [group.key ?? ''] } }),
    sort: { column: 'time', descending: true },
    everywhere: scope === 'all',
  }
}
