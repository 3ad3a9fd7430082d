import type { FeedFilter, TableView, ViewState } from '#state/view.ts'

type Tables = Pick<ViewState, 'table' | 'tables'>

/** Writes `table=<feed>`, `sort=<feed>:-<column>` and `filter=<feed>:<property>:<value>,<value>`, the last two repeated. */
export function writeTables(query: URLSearchParams, { table, tables }: Tables): void {
  if (table !== null) query.set('table', table)
  for (const [feed, { sort, filter = {} }] of Object.entries(tables)) {
    if (sort !== undefined)
      query.append('sort', `${plain(feed)}:${sort ? (sort.descending ? '-' : '+') + sort.column : ''}`)
    for (const [property, values] of Object.entries(filter)) {
      query.append('filter', `${plain(feed)}:${plain(property)}:${values.map(plain).join(',')}`)
    }
  }
}

/** The tables with what one part of a link says of them; null for a part that says nothing. */
export function readTable({ table, tables }: Tables, key: string, value: string): Tables | null {
  if (key === 'table') return value === '' ? null : { table: value, tables }
  const [feed, first, rest, ...more] = value.split(':')
  if (!feed || first === undefined) return null
  const id = decoded(feed)
  const change =
    key === 'sort' ? readSort(value.slice(feed.length + 1)) : more.length === 0 ? readFilter(first, rest) : null
  if (id === null || change === null) return null
  const before = tables[id]
  const filter = change.filter ? { ...before?.filter, ...change.filter } : before?.filter
  return { table, tables: { ...tables, [id]: { ...before, ...change, ...(filter && { filter }) } } }
}

function readSort(text: string): TableView | null {
  if (text === '') return { sort: null }
  const column = text.slice(1)
  if (!/^[+-]/.test(text) || column === '') return null
  return { sort: { column, descending: text.startsWith('-') } }
}

function readFilter(property: string, values: string | undefined): { readonly filter: FeedFilter } | null {
  const name = decoded(property)
  const wanted = values?.split(',').map(decoded)
  if (!name || !wanted || wanted.includes(null)) return null
  return { filter: { [name]: wanted.flatMap((value) => value ?? []) } }
}

/** Without the marks that divide a part. */
const plain = (text: string): string => text.replace(/[%:,]/g, encodeURIComponent)

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
