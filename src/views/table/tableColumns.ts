import type { Catalog } from '#catalog/schema.ts'
import type { TableRow } from '#engine/engineApi.ts'
import type { Language } from '#i18n/language.ts'

const MOST = 6

/** Columns of a feed's table: those a map names for it, else what its popup shows, else the first properties seen. */
export function tableColumns(catalog: Catalog, feed: string, seen: readonly string[]): readonly string[] {
  const named = catalog.maps.find(({ table }) => table?.feed === feed)?.table?.columns
  if (named) return named
  const popup = catalog.layers.find((layer) => layer.feed === feed && layer.popup.length > 0)?.popup
  const columns = popup ?? seen.filter((name) => name !== 'name_en').slice(0, MOST)
  return ['name', ...columns.filter((name) => name !== 'name')]
}

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

/** Row that a key moves to, from row `at` of `of` rows with pages of `page`; null for a key that moves nowhere. */
export function rowKeyTarget(key: string, at: number, of: number, page: number): number | null {
  if (of === 0) return null
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, of - 1)
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'PageDown':
      return Math.min(at + page, of - 1)
    case 'PageUp':
      return Math.max(at - page, 0)
    case 'Home':
      return 0
    case 'End':
      return of - 1
    default:
      return null
  }
}
