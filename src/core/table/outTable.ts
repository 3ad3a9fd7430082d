/** A moment of the data; `day`: known to the day alone. A spreadsheet has it as a date of Asia/Shanghai. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly moment: number
  readonly day: boolean
}

/** Text stays text, whatever it looks like; null is an empty cell, for unknown is never zero. */
export type OutCell = string | number | boolean | null | Moment

/** A table as it leaves the page. */
export interface OutTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly OutCell[])[]
}

/** What is to be known of a table beside it: pairs of a name and what it is. */
export type OutFacts = readonly (readonly [string, OutCell])[]

export const isMoment = (cell: OutCell): cell is Moment => typeof cell === 'object' && cell !== null
