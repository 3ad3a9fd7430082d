import type { TableRow } from '#engine/engineApi.ts'
import type { Language } from '#i18n/language.ts'

/** Columns to ask for so that a table can speak the page's language: in English the `…_en` of those that have one. */
export interface LocalColumns {
  /** The columns, then their English ones. */
  readonly asked: readonly string[]
  /** The cell of the column at `index`, in English where there is one. */
  readonly cell: (row: TableRow, index: number) => TableRow['cells'][number]
}

/** @param properties every property name seen in the feed */
export function localColumns(
  columns: readonly string[],
  properties: readonly string[],
  language: Language,
): LocalColumns {
  const known = new Set(language === 'en' ? properties : [])
  const english = columns.filter((name) => known.has(`${name}_en`))
  return {
    asked: [...columns, ...english.map((name) => `${name}_en`)],
    cell({ cells }, index) {
      const own = cells[index] ?? null
      const at = english.indexOf(columns[index] ?? '')
      return (at >= 0 && cells[columns.length + at]) || own
    },
  }
}
