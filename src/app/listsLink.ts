import type { Catalog } from '#catalog/schema.ts'
import type { ListPart, ListsState } from '#state/lists.ts'

/** What a link says of the lists of a desk. */
export interface LinkedLists {
  readonly tool: string | null
  readonly everywhere: boolean
  /** `<feed>:<Chinese title>` of a part that a card of the catalog lists; null: all of the feed. */
  readonly part: string | null
}

export const NO_LISTS: LinkedLists = { tool: null, everywhere: false, part: null }

type Cards = Pick<Catalog, 'maps'>

/** The lists as a link carries them. A part that no card of the catalog names is left out: a link holds no expressions. */
export function linkedLists(catalog: Cards, { tool, everywhere, part }: ListsState): LinkedLists {
  const name = part && nameOf(part)
  const known = name !== null && partsOf(catalog).some((one) => nameOf(one) === name && isSame(one, part))
  return { tool, everywhere, part: known ? name : null }
}

/** The lists that a link means; a part that no card of the catalog lists is none. */
export const listsOf = (catalog: Cards, { part: name, ...lists }: LinkedLists): ListsState => ({
  ...lists,
  part: partsOf(catalog).find((one) => nameOf(one) === name) ?? null,
})

const nameOf = ({ feed, title }: ListPart): string => `${feed}:${title.zh}`

const isSame = (a: ListPart, b: ListPart | null): boolean => JSON.stringify(a.where) === JSON.stringify(b?.where)

/** The parts of feeds that cards of the catalog are about. */
function partsOf({ maps }: Cards): readonly ListPart[] {
  return maps.flatMap(({ cards }) =>
    cards.flatMap((card) => {
      if (!('where' in card) || card.where === undefined || !('feed' in card)) return []
      const { feed, where, title } = card
      return [{ feed, where, title }]
    }),
  )
}
