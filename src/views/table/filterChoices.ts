import type { Catalog } from '#catalog/schema.ts'

/** Told apart by every feature, or shown as a moment: nothing to choose from. */
const NEVER = new Set(['id', 'name', 'name_en', 'time'])

/** Properties of a feed by which its features may fall into kinds: what its layers colour by, then what popups and tables show. */
export function filterProperties(catalog: Pick<Catalog, 'layers' | 'maps'>, feed: string): readonly string[] {
  const layers = catalog.layers.filter((layer) => layer.feed === feed)
  const colours = layers.flatMap(({ classes }): readonly string[] => {
    const by: unknown = classes?.by
    return Array.isArray(by) && by.length === 2 && by[0] === 'get' && typeof by[1] === 'string' ? [by[1]] : []
  })
  const shown = [
    ...layers.flatMap(({ popup }) => popup),
    ...catalog.maps.flatMap(({ table }) => (table?.feed === feed ? (table.columns ?? []) : [])),
  ]
  return [...new Set([...colours, ...shown])].filter((property) => !NEVER.has(property))
}

/** Values of a property with how many features have each. */
export type Counts = readonly { readonly value: string; readonly count: number }[]

/** More values than this are searched, not chosen from. */
const MOST = 120
/** Figures are measures, unless there are as few as this. */
const MOST_FIGURES = 4
const MOMENT = /^\d{4}-\d{2}-\d{2}/
const FIGURE = /^-?\d+(\.\d+)?$/
/** Five digits and more without a point are numbers of things, as divisions and grids have them. */
const CODE = /^\d{5,}$/

/** Whether features fall into kinds by these values: several, shared, and neither moments, measures nor lists. */
export function isChoice(counts: Counts): boolean {
  const values = counts.map(({ value }) => value).filter((value) => value !== '')
  const features = counts.reduce((sum, { value, count }) => (value === '' ? sum : sum + count), 0)
  if (counts.length < 2 || values.length === 0 || values.length > MOST || values.length >= features) return false
  if (values.some((value) => MOMENT.test(value) || /^[[{]/.test(value))) return false
  return values.length <= MOST_FIGURES || !values.every((value) => FIGURE.test(value) && !CODE.test(value))
}
