import type { CityFeature, LocalText } from '#core/model/feature.ts'
import { textOf } from '#core/model/values.ts'

/** True for features a question is about. */
export type FeatureFilter = (feature: CityFeature) => boolean

export const everyFeature: FeatureFilter = () => true

/** All of the filters at once. */
export const allOf =
  (...filters: readonly FeatureFilter[]): FeatureFilter =>
  (feature) =>
    filters.every((filter) => filter(feature))

export type Cell = string | number | boolean | null

export interface TableRow {
  readonly mapId: number
  readonly id: string
  readonly cells: readonly Cell[]
  /** It has no place, so the map cannot show it. */
  readonly offMap?: true | undefined
  /** Where it is, where that was asked for. */
  readonly place?: RowPlace | undefined
}

export interface RowPlace {
  /** A point on or in the feature; null without geometry. */
  readonly at: readonly [number, number] | null
  /** The zone that it lies in, such as its town. */
  readonly zone: LocalText | null
}

export interface TableQuestion {
  /** Property names; `id`, `name` and `time` are always known. */
  readonly columns: readonly string[]
  readonly sort?: { readonly column: string; readonly descending: boolean } | undefined
  readonly limit?: number | undefined
  /** Rows that are to say where they are: those without a name, or all. */
  readonly places?: 'unnamed' | 'all' | undefined
}

const nowhere = (): RowPlace => ({ at: null, zone: null })

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Rows of a feed, and where they are by `placeOf`. Unknown cells are null and sort last either way; ties keep the order of ids. */
export function tableRows(
  features: readonly CityFeature[],
  filter: FeatureFilter,
  { columns, sort, limit, places }: TableQuestion,
  placeOf: (feature: CityFeature) => RowPlace = nowhere,
): { readonly total: number; readonly rows: readonly TableRow[] } {
  const chosen = features.filter(filter)
  if (sort) {
    const turn = sort.descending ? -1 : 1
    chosen.sort((a, b) => {
      const [x, y] = [cellOf(a, sort.column), cellOf(b, sort.column)]
      if (x === null || y === null) return x === y ? collator.compare(a.id, b.id) : x === null ? 1 : -1
      return turn * compareCells(x, y) || collator.compare(a.id, b.id)
    })
  }
  const wanted = ({ properties }: CityFeature): boolean =>
    places === 'all' || (places === 'unnamed' && textOf(properties.name) === null)
  const rows = chosen.slice(0, limit ?? chosen.length).map((feature) => ({
    mapId: feature.mapId,
    id: feature.id,
    cells: columns.map((column) => cellOf(feature, column)),
    ...(feature.geometry === null && { offMap: true as const }),
    ...(wanted(feature) && { place: placeOf(feature) }),
  }))
  return { total: chosen.length, rows }
}

/** One property as a table shows it: lists joined, anything deeper as JSON text. `time` is epoch milliseconds. */
export function cellOf(feature: CityFeature, column: string): Cell {
  if (column === 'id') return feature.id
  if (column === 'time') return feature.time
  const value = feature.properties[column]
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return Array.isArray(value) && value.every((part) => typeof part !== 'object')
    ? value.join('、')
    : JSON.stringify(value)
}

function compareCells(a: Exclude<Cell, null>, b: Exclude<Cell, null>): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}
