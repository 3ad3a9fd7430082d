import { type RowView, restsOnOldData } from './rowView'

/** Ways in which rows are counted on a card, and listed when the count is opened. */
const ROW_STANDINGS = [
  'four',
  'notFour',
  'unknown',
  'old',
  'deduction',
  'star5',
  'star4',
  'star3',
  'star2',
  'star1',
  'below',
] as const
export type RowStanding = (typeof ROW_STANDINGS)[number]

/** The key of a text that names one; null for any other. */
export const rowStandingOf = (text: string | null): RowStanding | null =>
  ROW_STANDINGS.find((known) => known === text) ?? null

/** Whether a row is counted so: the same rows as `countStars` and the steps of the summary count. */
export function standsAs(view: RowView, wanted: RowStanding): boolean {
  const { standing } = view
  if (wanted === 'deduction' || standing.kind === 'deduction') return wanted === standing.kind
  if (wanted === 'unknown') return standing.kind === 'unknown'
  if (wanted === 'old') return restsOnOldData(view)
  if (standing.kind === 'pending' || standing.kind === 'unknown' || restsOnOldData(view)) return false
  const star = standing.kind === 'star' ? standing.star : 0
  if (wanted === 'four') return star >= 4
  if (wanted === 'notFour') return star < 4
  return wanted === (star === 0 ? 'below' : `star${star}`)
}
